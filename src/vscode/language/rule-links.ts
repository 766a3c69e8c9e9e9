import * as vscode from 'vscode';

/** Links to the heading of each rule in the rules document shipped with the extension. */
export class RuleLinks {
  private links: Promise<ReadonlyMap<string, vscode.Uri>> | undefined;

  constructor(private readonly extensionUri: vscode.Uri) {}

  /** URIs by rule id. Empty if the document cannot be read; the next call tries again. */
  async read(): Promise<ReadonlyMap<string, vscode.Uri>> {
    this.links ??= readLinks(vscode.Uri.joinPath(this.extensionUri, 'docs', 'rules.md'));
    try {
      return await this.links;
    } catch {
      this.links = undefined;
      return new Map();
    }
  }
}

async function readLinks(uri: vscode.Uri): Promise<ReadonlyMap<string, vscode.Uri>> {
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
