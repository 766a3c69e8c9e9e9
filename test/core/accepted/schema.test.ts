import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import manifest from '../../../package.json';
import { readAcceptedFile } from '../../../src/core/accepted/accepted-format';
import { english } from '../../support/harness';

const schemaFile = 'schemas/cts-trace-accepted.schema.json';
const service = getLanguageService({});
service.configure({
  schemas: [{ uri: 'cts:accepted', fileMatch: ['*'], schema: JSON.parse(readFileSync(schemaFile, 'utf8')) }],
});

/** Whether the editor accepts a file. */
async function isValid(text: string): Promise<boolean> {
  const document = TextDocument.create('file:///own.cts-accepted.json', 'json', 1, text);
  return (await service.doValidation(document, service.parseJSONDocument(document))).length === 0;
}

const entry = {
  rule: 'unknown-event',
  traceId: '8b2f7e10-9a56-11f0-b1c4-0242ac120002',
  keyPath: '/trace_name',
  reason: 'known',
  date: '2026-11-20',
};

/** Changes of the entry, and of the file. */
const changes: readonly Readonly<Record<string, unknown>>[] = [
  {},
  { author: 'mei' },
  { author: 7 },
  { keyPath: '' },
  { keyPath: 'a' },
  { keyPath: undefined },
  { traceId: entry.traceId.toUpperCase() },
  { traceId: 'x' },
  { traceId: undefined },
  { rule: '' },
  { rule: undefined },
  { reason: ' ' },
  { reason: undefined },
  { date: '20.11.2026' },
  { date: undefined },
  { value: 'x' },
];

const files: readonly unknown[] = [
  ...changes.map((change) => ({ version: 1, accepted: [{ ...entry, ...change }] })),
  { version: 1, accepted: [] },
  { version: 2, accepted: [] },
  { version: 1 },
  { version: 1, accepted: [], more: 1 },
  { version: 1, accepted: [7] },
  [],
];

describe(schemaFile, () => {
  it('is contributed for files of accepted findings', () => {
    const [, accepted] = manifest.contributes.jsonValidation;
    assert.deepEqual(accepted, { fileMatch: '*.cts-accepted.json', url: `./${schemaFile}` });
  });

  it('accepts what the reader accepts, and nothing else', async () => {
    for (const file of files) {
      const text = JSON.stringify(file);
      assert.equal(readAcceptedFile(text, english).acceptances !== undefined, await isValid(text), text);
    }
  });
});
