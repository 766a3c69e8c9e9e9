import assert from 'node:assert/strict';
import manifest from '../package.json';
import english from '../package.nls.json';
import chinese from '../package.nls.zh-cn.json';
import { earlyCommands } from '../src/vscode/commands/command-ids';

type Texts = Readonly<Record<string, string>>;

const languages: Readonly<Record<string, Texts>> = { English: english, Chinese: chinese };
const keysUsed = textsIn(manifest).flatMap((text) => /^%(.+)%$/.exec(text)?.[1] ?? []);

/** All strings in a value, at any depth. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** What must be the same in every language: code, placeholders and link targets. */
function fixedPartsOf(text: string): readonly string[] {
  return (text.match(/`[^`]+`|\{\d\}|\]\([^)]+\)/g) ?? []).sort();
}

describe('the texts that package.json refers to', () => {
  for (const [language, texts] of Object.entries(languages)) {
    it(`all exist in ${language}, and no others`, () => {
      assert.deepEqual(Object.keys(texts).sort(), [...new Set(keysUsed)].sort());
    });

    it(`are not empty in ${language}`, () => {
      assert.deepEqual(
        Object.entries(texts).filter(([, text]) => text.trim() === ''),
        [],
      );
    });
  }

  it('have the same code, placeholders and links in both languages', () => {
    for (const [key, text] of Object.entries<string>(english))
      assert.deepEqual(fixedPartsOf((chinese as Texts)[key] ?? ''), fixedPartsOf(text), key);
  });

  it('are in the same order in both languages', () => {
    assert.deepEqual(Object.keys(chinese), Object.keys(english));
  });

  it('have nothing in the walkthrough that VS Code would show with its marks: italics, or code in single backticks', () => {
    const ofWalkthrough = Object.values(languages)
      .flatMap((texts) => Object.entries(texts))
      .filter(([key]) => key.startsWith('walkthrough.'));
    assert.deepEqual(
      ofWalkthrough.filter(([, text]) => /(?<!\*)\*(?!\*)|`/.test(text.replace(/``[^`]*``/g, ''))),
      [],
    );
  });

  it('link only to commands of VS Code and contributed commands', () => {
    const own: readonly string[] = manifest.contributes.commands.map(({ command }) => command);
    const linked = Object.values<string>(english).flatMap((text) => [
      ...text.matchAll(/\]\(command:([^)?]+)/g),
    ]);
    const missing = linked.filter(([, id = '']) => id.startsWith('ctsTrace.') && !own.includes(id));
    assert.deepEqual(missing, []);
  });
});

describe('the commands that package.json contributes', () => {
  it('can be called by a keybinding before any trace file is open, but for the one on catalogs', () => {
    const contributed = manifest.contributes.commands.map(({ command }) => command);
    const late = contributed.filter((command) => !earlyCommands.includes(command));
    assert.deepEqual(late, ['ctsTrace.useCatalog']);
  });
});
