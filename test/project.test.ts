import assert from 'node:assert/strict';
import chinese from '../l10n/bundle.l10n.zh-cn.json';
import { covers, readRooms, readSources } from '../scripts/lib/rooms.mjs';
import { readMessages, sourceFiles } from './support/source-files';

describe('the rooms of src', () => {
  const rooms = readRooms();
  const sources = readSources();

  for (const { file, room, imports } of sources) {
    it(`${file} imports what the table in docs/architecture.md allows its room`, () => {
      const row = rooms.find(({ name }) => name === room);
      assert.ok(row, 'is in no room of the table');
      const others = imports.map(({ to }) => to);
      assert.deepEqual(
        others.filter((to) => !row.may.some((allowed) => covers(allowed, to))),
        [],
      );
    });
  }

  it('import rooms before them in the table only, so that none goes up or in a circle', () => {
    const order = rooms.map(({ name }) => name);
    for (const [index, { name, may }] of rooms.entries()) {
      const before = order.slice(0, index);
      const later = order.slice(index);
      for (const allowed of may)
        assert.deepEqual(
          later.filter((room) => covers(allowed, room)),
          [],
          `${name} may import ${allowed}, which is not before it: ${before.join(' ')}`,
        );
    }
  });

  it('use everything that the table allows, and hold at least one file each', () => {
    for (const { name, may } of rooms) {
      const own = sources.filter(({ room }) => room === name);
      assert.ok(own.length > 0, `${name} is empty`);
      const used = own.flatMap(({ imports }) => imports.map(({ to }) => to));
      assert.deepEqual(
        may.filter((allowed) => !used.some((to) => covers(allowed, to))),
        [],
        name,
      );
    }
  });

  it('have rules that import no other rule', () => {
    const shared = /^\.\/(?:rule|file-wide-rule|severity|wording|event-sentence)$/;
    const modules = new Map(
      sourceFiles
        .filter(({ name }) => /^core\/rules\/(?!rules$)/.test(name))
        .map(({ name, imports }) => [
          name,
          imports.filter((module) => module.startsWith('core/rules/')).map((module) => module.slice(11)),
        ]),
    );
    for (const [name, imported] of modules)
      assert.deepEqual(
        imported.filter((module) => !shared.test(`./${module}`)),
        [],
        name,
      );
  });
});

describe('the files of src', () => {
  it('pass nothing on that they import', () => {
    assert.deepEqual(
      sourceFiles.filter(({ hasReExports }) => hasReExports).map(({ name }) => name),
      [],
    );
  });

  it('use neither a clock nor the console in the engine', () => {
    const impure =
      /\b(?:Date\.now|new Date\(\)|performance\.|console\.\w|process\.|setTimeout|Math\.random|globalThis)/;
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
