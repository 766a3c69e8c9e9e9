import assert from 'node:assert/strict';
import type { BucketMessage } from '../../../src/core/bucket/bucket-request';
import { checkBucket } from '../../../src/node/editor/bucket-check';
import { folderWith, json, removeFolders, validTrace } from '../../support/command';

/** The findings of each file of a folder, as `line: message`. */
async function check(
  files: Readonly<Record<string, string>>,
  event: string,
): Promise<readonly (readonly string[])[]> {
  const location = folderWith(files);
  const messages: BucketMessage[] = [];
  const root = {
    location,
    prefix: '',
    exclude: [],
    excludeBase: '',
    levels: {},
    fieldOrder: 'file',
    additions: [],
  } as const;
  await checkBucket({ language: 'en', filter: { events: [event] }, roots: [root] }, '', (message) =>
    messages.push(message),
  );
  return messages.flatMap((message) =>
    message.kind === 'files'
      ? message.files.map(({ findings }) =>
          findings.map(({ start, message: text }) => `${start.line + 1}: ${text}`),
        )
      : [],
  );
}

describe('the check of folders in the editor', () => {
  after(removeFolders);

  it('compares the traces that a filter means', async () => {
    const at = (id: number, name: string, code: number) =>
      json({ ...validTrace, trace_name: name, code, trace_id: `ad165000-c5f7-11f0-9c1e-00000000000${id}` });
    const traces = [
      at(1, 'createImage', 1),
      at(2, 'deleteImage', 2),
      at(1, 'createImage', 3),
      at(2, 'deleteImage', 4),
    ];
    const findings = await check({ 'a.json': `[${traces.join(',\n')}]` }, 'deleteImage');
    assert.deepEqual(
      findings.map((ofFile) => ofFile.filter((text) => text.includes('copy'))),
      [['4: Differs from its copy in line 2: code']],
    );
  });

  it('has what is found in damaged traces before the first intact one with a filter, too', async () => {
    const damaged = '{"trace_name": "createImages", "service_type": "IMS", "trace_id": ';
    const intact = json({ ...validTrace, trace_name: 'deleteImage' });
    const text = `${damaged}\n${intact}\n${damaged.replace('createImages', 'deleteImage')}\n`;
    const files = { 'a.jsonl': text };
    const rulesOf = (findings: readonly string[]) => findings.map((text) => text.replace(/ .*/, ''));
    const [whole] = await check(files, '*');
    assert.deepEqual(rulesOf(whole ?? []), ['1:', '1:', '3:']);
    assert.deepEqual(await check(files, 'createImages'), [whole?.slice(0, 2)]);
    assert.deepEqual(await check(files, 'deleteImage'), [whole?.slice(2)]);
  });
});
