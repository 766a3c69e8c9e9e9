import assert from 'node:assert/strict';
import chinese from '../l10n/bundle.l10n.zh-cn.json';
import { readMessages, sourceFiles } from './source-files';

/** What a part of src may import; a file falls under the first part that its name matches. */
interface Boundary {
  readonly part: RegExp;
  readonly may: RegExp;
}

const basic =
  'core/(?:span|lines|source|units|skip|language|markdown|masked|settings|times|visible|trace|user-facts|trace-clock)';
const catalog = String.raw`core/catalog/[\w.-]+`;
const readers =
  'core/(?:cursor|object|scalars|recovery|tokens|resync|holdings|places|read|repeated-keys|sound-object|recognise|line-delimited|value-order|walk|walker|walk-[a-z]+|items|placed-traces|item-cursor|trace-index|glimpse|first-look)';
const embedded = 'core/(?:embedded|members|same-record|well-formed)';
const engine = 'core/(?:check|item-reports|rule-run|file-wide|repeats|pages|note|levels|fold|finding|marks)';
const secrets = String.raw`core/secrets(?:/[\w-]+)?`;
const parser = 'jsonc-parser';

const boundaries: readonly Boundary[] = [
  {
    part: /^core\/(?:encoding|span|lines|source|units|language|masked|settings|times|visible|markdown)$/,
    may: /^(?!)/,
  },
  { part: new RegExp(`^${basic}$`), may: new RegExp(`^${basic}$`) },
  {
    part: /^core\/(?:cursor|object|scalars|recovery|tokens|walk-[a-z]+)$/,
    may: new RegExp(`^(?:${basic}|${readers}|${parser})$`),
  },
  { part: new RegExp(`^${readers}$`), may: new RegExp(`^(?:${basic}|${readers})$`) },
  { part: new RegExp(`^${catalog}$`), may: new RegExp(`^(?:${catalog}|core/language|core/trace)$`) },
  { part: /^core\/members$/, may: new RegExp(`^(?:${basic}|${parser})$`) },
  { part: new RegExp(`^${embedded}$`), may: new RegExp(`^(?:${basic}|${embedded})$`) },
  { part: new RegExp(`^${secrets}$`), may: new RegExp(`^(?:${basic}|${embedded}|${secrets})$`) },
  { part: /^core\/rules\/rules$/, may: /^core\/rules\/[\w-]+$/ },
  {
    part: /^core\/rules\//,
    may: new RegExp(`^(?:core/rules/(?:rule|file-rule|wording)|${embedded}|${secrets}|${catalog}|${basic})$`),
  },
  {
    part: new RegExp(`^${engine}$`),
    may: new RegExp(
      `^(?:${engine}|core/rules/(?:rule|rules|json-syntax|duplicate-trace|page-count)|${catalog}|${readers}|${basic})$`,
    ),
  },
  {
    part: /^core\/explain(?:\/|$)/,
    may: new RegExp(
      `^(?:core/explain/[\\w-]+|core/(?:read|places)|${embedded}|core/secrets/hidings|${catalog}|${basic})$`,
    ),
  },
  {
    part: /^core\/user-catalog\//,
    may: new RegExp(`^(?:core/user-catalog/[\\w-]+|${catalog}|${basic}|${parser})$`),
  },
  { part: /^core\//, may: /^core\/(?!rules\/)/ },
  {
    part: /^(?:vscode\/|extension$|features$|desktop$|web$)/,
    may: /^(?:core\/|vscode\/|vscode$|extension$|features$|web$|\.\.\/l10n\/)/,
  },
  {
    part: /^(?:node\/|cli$)/,
    may: /^(?:core\/|node\/|node:|commander$|get-east-asian-width$|\.\.\/l10n\/|\.\.\/package\.json$)/,
  },
];

describe('the files of src', () => {
  for (const { name, imports } of sourceFiles) {
    it(`${name} imports what its part may`, () => {
      const boundary = boundaries.find(({ part }) => part.test(name));
      assert.ok(boundary, 'is of no known part');
      assert.deepEqual(
        imports.filter((imported) => !boundary.may.test(imported)),
        [],
      );
    });
  }

  it('pass nothing on that they import', () => {
    assert.deepEqual(
      sourceFiles.filter(({ passesOn }) => passesOn).map(({ name }) => name),
      [],
    );
  });

  it('use neither a clock nor the console in the engine', () => {
    const impure =
      /\b(?:Date\.now|new Date\(\)|performance\.|console\.|process\.|setTimeout|Math\.random|globalThis)/;
    const found = sourceFiles.filter(({ name, text }) => name.startsWith('core/') && impure.test(text));
    assert.deepEqual(
      found.map(({ name }) => name),
      [],
    );
  });
});

describe('messages', () => {
  const messages = readMessages();
  const translations: ReadonlyMap<string, string> = new Map(Object.entries(chinese));

  it('are written out, so that they can be collected', () => {
    assert.deepEqual(
      messages.filter(({ text }) => text === undefined).map(({ place }) => place),
      [],
    );
    assert.ok(messages.length > 50);
  });

  it('are written in the engine and on the command line, none on the side of the editor', () => {
    const places = messages.map(({ place }) => place);
    assert.deepEqual(
      places.filter((place) => /^src\/(?!core\/|node\/|cli\.)/.test(place)),
      [],
    );
  });

  it('all have a Chinese one', () => {
    const missing = messages.filter(({ text }) => text !== undefined && !translations.has(text));
    assert.deepEqual(
      missing.map(({ place, text }) => `${place}: ${text}`),
      [],
    );
  });

  it('are all in use', () => {
    const used = new Set(messages.map(({ text }) => text));
    assert.deepEqual(
      [...translations.keys()].filter((text) => !used.has(text)),
      [],
    );
  });

  it('have the same holes in Chinese, and no more than there are values', () => {
    for (const [english, translation] of translations)
      assert.deepEqual(holesOf(translation), holesOf(english), english);
    for (const { place, text = '', values } of messages) {
      const holes = holesOf(text);
      // One without any value is handed on with its holes
      assert.ok(values === 0 || holes.length <= values, `${place}: ${text}`);
      assert.deepEqual(
        holes,
        holes.map((_, index) => `{${index}}`),
        `${place}: ${text}`,
      );
    }
  });
});

/** The places for values in a message, each once. */
function holesOf(message: string): readonly string[] {
  return [...new Set(message.match(/\{\d\}/g) ?? [])].sort();
}
