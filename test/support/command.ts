import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The folder of the project, in which mocha is started. */
export const root = process.cwd();

/** The built command line. */
export const bundle = path.join(root, 'dist/cli.js');

/** The exit code and output of the built command line. */
export interface Answer {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string | Uint8Array;
  /** Closes the standard output after the first data, as `head` does. */
  readonly isCutOff?: boolean;
}

/** Makes language and colours independent of the machine. */
const plainEnvironment: NodeJS.ProcessEnv = {
  LC_ALL: undefined,
  LC_MESSAGES: undefined,
  LANG: 'en_US.UTF-8',
  NO_COLOR: undefined,
  FORCE_COLOR: undefined,
  NODE_OPTIONS: undefined,
};

/** Runs the built command line to its end. */
export function ctsTrace(args: readonly string[], options: RunOptions = {}): Promise<Answer> {
  const { cwd = root, env = {}, input = '', isCutOff = false } = options;
  const child = spawn(process.execPath, [bundle, ...args], {
    cwd,
    env: { ...process.env, ...plainEnvironment, ...env },
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    if (isCutOff) child.stdout.destroy();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  // A command that does not read its input may exit before it is written
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

const folders: string[] = [];

/** Creates a folder with the given files, whose names may contain subfolders. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'cts-trace-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

/** Removes the folders of {@link folderWith}; for an `after` hook. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A record without findings. */
export const validTrace = {
  time: 1700000000000,
  service_type: 'IMS',
  resource_type: 'ims',
  trace_name: 'createImage',
  trace_rating: 'normal',
  trace_type: 'ConsoleAction',
};

/** A record with one warning. */
export const misspelledTrace = { ...validTrace, trace_name: 'createImages' };

/** A record with one hint. */
export const hint = { ...validTrace, trace_name: 'deleteMemeber' };

export function json(...records: readonly object[]): string {
  return JSON.stringify(records.length === 1 ? records[0] : records);
}

/** A file in the JSON output of `check`, as far as the tests use it. */
export interface JsonFile {
  readonly path: string;
  readonly kind: string;
  readonly traces: number;
  readonly findings: readonly { readonly rule: string; readonly line: number; readonly column: number }[];
}

/** Checks files with the given contents, and returns the JSON output for each. */
export async function checkFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<{ readonly files: readonly JsonFile[]; readonly answer: Answer }> {
  const answer = await ctsTrace(['check', ...Object.keys(files), '--format', 'json'], {
    cwd: folderWith(files),
  });
  return { files: JSON.parse(answer.out).files, answer };
}

/** A line per file: name, kind, number of traces, and `rule@line:column` of each finding. */
export function summaryOf({ path: name, kind, traces, findings }: JsonFile): string {
  const found = findings.map(({ rule, line, column }) => `${rule}@${line}:${column}`);
  return [name, kind, traces, ...found].join(' ');
}
