import assert from 'node:assert/strict';
import chinese from '../l10n/bundle.l10n.zh-cn.json';
import { readMessages, sourceFiles } from './support/source-files';

/** The rooms of the engine from the ground up: a file imports from its own room and from those before it. */
const rooms = [
  'core/text',
  'core/formatting',
  'core/record',
  'core/reading',
  'core/secrets',
  'core/catalog/rows',
  'core/catalog',
  'core/user-catalog',
  'core/file',
  'core/rules',
  'core/explain/parts',
  'core/explain/event',
  'core/explain/value',
  'core/explain',
  'core/check',
  'core/assist/completion',
  'core/assist',
];

function roomOf(name: string): string {
  return name.slice(0, name.lastIndexOf('/'));
}

/** What a file may import; files that have no room yet import from all of the engine. */
function mayImport(name: string, imported: string): boolean {
  if (name.startsWith('core/')) {
    if (imported === 'jsonc-parser') return true;
    const to = rooms.indexOf(roomOf(imported));
    const from = rooms.indexOf(roomOf(name));
    return imported.startsWith('core/') && (from < 0 || to < 0 || to <= from);
  }
  if (/^(?:node\/|cli$)/.test(name))
    return /^(?:core\/|node\/|node:|commander$|get-east-asian-width$|\.\.\/l10n\/|\.\.\/package\.json$)/.test(
      imported,
    );
  return /^(?:core\/|vscode\/|vscode$|extension$|features$|web$|\.\.\/l10n\/)/.test(imported);
}

describe('the files of src', () => {
  for (const { name, imports } of sourceFiles) {
    it(`${name} imports what its part may`, () => {
      assert.deepEqual(
        imports.filter((imported) => !mayImport(name, imported)),
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
