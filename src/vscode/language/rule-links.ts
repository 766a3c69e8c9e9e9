import * as vscode from 'vscode';
import { rulesDocumentIn } from '../rules-document';

type Links = ReadonlyMap<string, vscode.Uri>;

/** Links to the heading of each rule in the rules document, in the language of findings. */
export class RuleLinks {
  private readonly byDocument = new Map<string, Promise<Links>>();

  constructor(private readonly extensionUri: vscode.Uri) {}

  /** URIs by rule id. Empty if the document cannot be read; the next call tries again. */
  async read(): Promise<Links> {
    const uri = rulesDocumentIn(this.extensionUri);
    const links = this.byDocument.get(uri.path) ?? readLinks(uri);
    this.byDocument.set(uri.path, links);
    try {
      return await links;
    } catch {
      this.byDocument.delete(uri.path);
      return new Map();
    }
  }
}

async function readLinks(uri: vscode.Uri): Promise<Links> {
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  return new Map(headingsOf(text).map(({ id, line }) => [id, uri.with({ fragment: `L${line}` })]));
}

/** The headings that name a rule; lines count from 1. */
function headingsOf(text: string): { id: string; line: number }[] {
  return text.split('\n').flatMap((heading, index) => {
    const id = /^## `([a-z-]+)`/.exec(heading)?.[1];
    return id === undefined ? [] : [{ id, line: index + 1 }];
  });
}
