import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { BucketCheck, CheckedBucket } from '../../../src/vscode/bucket/bucket-check';
import { checkAll, type Way, withCheck } from '../bucket/checked-bucket';
import { startThread } from '../bucket/thread';
import { notificationOf } from '../notification';
import { folderNamed } from './folder';

const ways: readonly Way[] = [
  { name: 'thread', startThread },
  { name: 'slices', startThread: undefined },
];

const recordOf = (number: number, event: string) => ({
  trace_id: `0000000${number}-c5b1-41f0-8a3f-0255ac100001`,
  time: 1763632800000,
  service_type: 'IMS',
  resource_type: 'image',
  trace_name: event,
  trace_rating: 'normal',
  trace_type: 'ApiCall',
});

/** Known to the catalog of the second folder. */
const known = recordOf(1, 'createImages');
const unknown = recordOf(2, 'updateImages');

const catalog = { events: [{ service: 'IMS', resourceType: 'image', name: 'createImages' }] };

/** What each folder has: its settings are those of nobody else. */
const contents = {
  first: { 'a.json': [known, unknown], 'archive/old.json': [known] },
  second: { 'archive/old.json': [known, unknown], 'b.json': [known], 'own.cts-catalog.json': catalog },
};

const settings = {
  first: { rules: { 'unknown-event': 'error' }, exclude: ['archive'], catalogs: undefined },
  second: {
    rules: { 'duplicate-trace': 'error', 'unknown-value': 'off' },
    exclude: ['traces.json'],
    catalogs: ['own.cts-catalog.json'],
  },
};

const names = ['first', 'second'] as const;

async function configure(name: (typeof names)[number], isOn: boolean): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('ctsTrace', folderNamed(name));
  for (const [setting, value] of Object.entries(settings[name]))
    await configuration.update(setting, isOn ? value : undefined, vscode.ConfigurationTarget.WorkspaceFolder);
}

/** A line for each file, with its findings: severity and rule or message. */
function linesOf(check: BucketCheck, { report, uris }: CheckedBucket): readonly string[] {
  return report.files.map(({ path, outcome }, index) => {
    const uri = uris[index];
    const found = (uri && check.findingsOf(uri)) ?? [];
    const shown = found.map(({ severity, code }) => {
      const rule = typeof code === 'object' ? code.value : '';
      return `${vscode.DiagnosticSeverity[severity]} ${rule}`;
    });
    return [path, outcome.kind, ...shown].join(' | ');
  });
}

describe('the check of a workspace of several folders', () => {
  before(async () => {
    for (const name of names) {
      for (const [path, content] of Object.entries(contents[name]))
        await vscode.workspace.fs.writeFile(
          vscode.Uri.joinPath(folderNamed(name).uri, path),
          new TextEncoder().encode(JSON.stringify(content)),
        );
      await configure(name, true);
    }
  });

  after(async () => {
    for (const name of names) {
      await configure(name, false);
      for (const path of ['a.json', 'b.json', 'archive', 'own.cts-catalog.json']) {
        const uri = vscode.Uri.joinPath(folderNamed(name).uri, path);
        await vscode.workspace.fs.delete(uri, { recursive: true }).then(undefined, () => {});
      }
    }
  });

  for (const way of ways)
    it(`goes by the settings of each, and finds copies across them once (${way.name})`, async () => {
      await withCheck(way, async (check) => {
        const bucket = await checkAll(
          check,
          names.map((name) => folderNamed(name).uri),
        );
        assert.deepEqual(bucket && linesOf(check, bucket), [
          'first/.vscode/settings.json | no-traces',
          'first/a.json | read | Error unknown-event | Error unknown-event',
          'first/archive | passed-over',
          'first/traces.json | read | Hint unknown-event | Warning unknown-value',
          'second/.vscode/settings.json | no-traces',
          'second/archive/old.json | read | Error duplicate-trace | Error duplicate-trace | Warning unknown-event',
          'second/b.json | read | Error duplicate-trace',
          'second/own.cts-catalog.json | no-traces',
          'second/traces.json | passed-over',
        ]);
      });
    });

  it('is what the command does', async () => {
    const [message] = await notificationOf(() => vscode.commands.executeCommand('ctsTrace.checkWorkspace'));
    assert.equal(message, 'Checked 6 traces in 4 files: 5 errors, 2 warnings, 1 other finding.');
  });
});
