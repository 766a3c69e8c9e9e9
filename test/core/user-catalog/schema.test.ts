import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import manifest from '../../../package.json';
import { readUserCatalog } from '../../../src/core/user-catalog/user-catalog';
import { builtInCatalog, english } from '../../support/harness';

const schemaFile = 'schemas/cts-trace-catalog.schema.json';
const service = getLanguageService({});
service.configure({
  schemas: [{ uri: 'cts:catalog', fileMatch: ['*'], schema: JSON.parse(readFileSync(schemaFile, 'utf8')) }],
});

/** The problems that the editor reports in a catalog. */
async function problemsOf(text: string): Promise<readonly string[]> {
  const document = TextDocument.create('file:///own.cts-catalog.json', 'json', 1, text);
  const found = await service.doValidation(document, service.parseJSONDocument(document));
  return found.map(({ message, range }) => `${document.getText(range)} ${message}`);
}

/** The JSON code blocks in a section of a Markdown file. */
function examplesIn(file: string, heading: string): readonly string[] {
  const [, chapter = ''] = readFileSync(file, 'utf8').split(`\n## ${heading}\n`);
  const [own = ''] = chapter.split('\n## ');
  return [...own.matchAll(/^```json\n(.*?)^```$/gms)].map(([, json = '']) => json);
}

describe(schemaFile, () => {
  it('is contributed for catalog file names', () => {
    const [catalogs] = manifest.contributes.jsonValidation;
    assert.deepEqual(catalogs, { fileMatch: '*.cts-catalog.json', url: `./${schemaFile}` });
  });

  for (const [file, heading] of [
    ['README.md', 'Your own catalog'],
    ['README.zh-cn.md', '自己的事件目录'],
  ] as const) {
    it(`accepts the examples in ${file}, as does the reader`, async () => {
      const examples = examplesIn(file, heading);
      assert.equal(examples.length, 2);
      for (const example of examples) {
        assert.deepEqual(await problemsOf(example), []);
        assert.ok(readUserCatalog(example, file, english).addition);
      }
    });
  }

  it('accepts the output of this program', async () => {
    const events = builtInCatalog.eventsOf('DDS').map(({ service, resourceType, name, listed, twins }) => {
      return { service, resourceType, name, operation: { en: '', zh: '' }, listed, twins };
    });
    assert.deepEqual(await problemsOf(JSON.stringify({ events })), []);
  });

  it('rejects invalid values and unknown members', async () => {
    for (const text of [
      '{}',
      '[]',
      '{"events":[{"name":"x"}]}',
      '{"events":[{"service":"ELB","name":" "}]}',
      '{"events":[{"service":"ELB","name":"x","trace_name":"x"}]}',
      '{"events":[{"service":"ELB","name":"x","listed":"old"}]}',
      '{"operations":[{"service_type":"ELB","operation_list":[7]}]}',
    ])
      assert.equal((await problemsOf(text)).length, 1, text);
  });
});
