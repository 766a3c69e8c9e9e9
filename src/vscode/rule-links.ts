import * as vscode from 'vscode';

/** Where each rule is explained: its heading in the rules document that comes with the extension. */
export class RuleLinks {
  private links: Promise<ReadonlyMap<string, vscode.Uri>> | undefined;

  constructor(private readonly extensionUri: vscode.Uri) {}

  /** The address by rule id; empty where the document cannot be read. */
  read(): Promise<ReadonlyMap<string, vscode.Uri>> {
    this.links ??= readLinks(vscode.Uri.joinPath(this.extensionUri, 'docs', 'rules.md'));
    return this.links;
  }
}

async function readLinks(uri: vscode.Uri): Promise<ReadonlyMap<string, vscode.Uri>> {
  try {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    return new Map(headingsOf(text).map(({ id, line }) => [id, uri.with({ fragment: `L${line}` })]));
  } catch {
    return new Map();
  }
}

/** The headings that name a rule, with their lines from 1. */
function headingsOf(text: string): { id: string; line: number }[] {
  return text.split('\n').flatMap((heading, index) => {
    const id = /^## `([a-z-]+)`/.exec(heading)?.[1];
    return id === undefined ? [] : [{ id, line: index + 1 }];
  });
}
