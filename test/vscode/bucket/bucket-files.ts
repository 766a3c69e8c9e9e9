import * as vscode from 'vscode';

/** The folder that the window opens. */
export function workspaceFolder(): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('The window has no workspace');
  return folder.uri;
}

export interface RecordOptions {
  readonly event?: string;
  readonly user?: string;
  readonly rating?: string;
}

let count = 0;

/** A trace of IMS; without findings unless the event is unknown. */
export function record({ event = 'createImage', user = 'alice', rating = 'normal' }: RecordOptions = {}) {
  const number = (++count).toString(16).padStart(8, '0');
  return {
    trace_id: `${number}-c5b1-41f0-8a3f-0255ac100001`,
    time: 1763632800000 + count,
    record_time: 1763632800500 + count,
    service_type: 'IMS',
    resource_type: 'image',
    resource_name: 'web-golden',
    resource_id: '5f0c1d9a-1111-4222-8333-00000000a001',
    trace_name: event,
    trace_rating: rating,
    trace_type: 'ApiCall',
    source_ip: '203.0.113.7',
    code: rating === 'normal' ? '200' : '403',
    user: { name: user, id: `id-of-${user}`, domain: { name: 'corp', id: 'id-of-corp' } },
  };
}

export function records(length: number, options: RecordOptions = {}) {
  return Array.from({ length }, () => record(options));
}

/** Writes a file in a folder of the workspace, which is made; packed if its name says so. */
export async function write(folder: string, name: string, content: unknown): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(workspaceFolder(), folder, name);
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const bytes = new TextEncoder().encode(text);
  await vscode.workspace.fs.writeFile(uri, name.endsWith('.gz') ? await gzip(bytes) : bytes);
  return uri;
}

export async function gzip(bytes: Uint8Array): Promise<Uint8Array> {
  const packed = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

export async function remove(folder: string): Promise<void> {
  const uri = vscode.Uri.joinPath(workspaceFolder(), folder);
  await vscode.workspace.fs.delete(uri, { recursive: true });
}

/** The diagnostics of a file: line and column from 1, rule or message. Those of a packed file are on its text. */
export function shownAt(uri: vscode.Uri): readonly string[] {
  return vscode.languages
    .getDiagnostics()
    .filter(([{ query }]) => uri.path.endsWith('.gz') && query === uri.toString())
    .flatMap(([, diagnostics]) => diagnostics)
    .concat(vscode.languages.getDiagnostics(uri))
    .filter(({ source }) => source === 'cts')
    .map(({ range, code, message }) => {
      const what = typeof code === 'object' ? code.value : message;
      return `${range.start.line + 1}:${range.start.character + 1} ${what}`;
    });
}
