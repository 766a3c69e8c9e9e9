import * as vscode from 'vscode';
import { BucketCheck, type CheckedBucket } from '../../../src/vscode/bucket/bucket-check';
import type { StartThread } from '../../../src/vscode/bucket/bucket-thread';
import { Catalogs } from '../../../src/vscode/catalogs/catalogs';
import { OpenDocuments } from '../../../src/vscode/checks/open-documents';
import { Log } from '../../../src/vscode/log';

/** How folders are checked: in a thread as on the desktop, or in slices of time as on the web and in virtual folders. */
export interface Way {
  readonly name: 'thread' | 'slices';
  readonly startThread: StartThread | undefined;
}

/** Runs something with a check of its own. */
export async function withCheck<T>(
  { startThread }: Way,
  run: (check: BucketCheck) => Promise<T>,
): Promise<T> {
  const log = new Log();
  const catalogs = new Catalogs(log);
  const documents = new OpenDocuments(catalogs, log);
  const check = new BucketCheck({ catalogs, documents, startThread });
  try {
    return await run(check);
  } finally {
    vscode.Disposable.from(check, documents, catalogs, log).dispose();
  }
}

export function checkAll(
  check: BucketCheck,
  folders: readonly vscode.Uri[],
  onProgress: () => void = () => {},
): Promise<CheckedBucket | undefined> {
  return check.check(folders, {}, onProgress, new vscode.CancellationTokenSource().token);
}

/** A line for each file: what became of it, what is said of it, and its findings by their lines and rules. */
export function linesOf(check: BucketCheck, { report, uris }: CheckedBucket): readonly string[] {
  return report.files.map(({ path, outcome, note }, index) => {
    const uri = uris[index];
    const found = (uri && check.findingsOf(uri)) ?? [];
    const rules = found.flatMap(({ code, range }) =>
      typeof code === 'object' ? [`${range.start.line + 1} ${code.value}`] : [],
    );
    const parts = [path, outcome.kind, ...(note === undefined ? [] : [note]), ...rules];
    return [...parts, ...(uri === undefined ? ['no address'] : [])].join(' | ');
  });
}

export function checkedLines(
  way: Way,
  folders: readonly vscode.Uri[],
  onProgress?: () => void,
): Promise<readonly string[]> {
  return withCheck(way, async (check) => {
    const bucket = await checkAll(check, folders, onProgress);
    return bucket ? linesOf(check, bucket) : [];
  });
}
