import assert from 'node:assert/strict';
import manifest from '../package.json';
import english from '../package.nls.json';
import chinese from '../package.nls.zh-cn.json';

type Texts = Readonly<Record<string, string>>;

const languages: Readonly<Record<string, Texts>> = { English: english, Chinese: chinese };
const keysUsed = textsIn(manifest).flatMap((text) => /^%(.+)%$/.exec(text)?.[1] ?? []);

/** Every text in a value, at any depth. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** What has to be the same in every language: code, places that are filled in, and what links lead to. */
function fixedPartsOf(text: string): readonly string[] {
  return (text.match(/`[^`]+`|\{\d\}|\]\([^)]+\)/g) ?? []).sort();
}

describe('the texts that package.json names', () => {
  for (const [language, texts] of Object.entries(languages)) {
    it(`are all there in ${language}, and no other`, () => {
      assert.deepEqual(Object.keys(texts).sort(), [...new Set(keysUsed)].sort());
    });

    it(`are not empty in ${language}`, () => {
      assert.deepEqual(
        Object.entries(texts).filter(([, text]) => text.trim() === ''),
        [],
      );
    });
  }

  it('hold the same code, places and links in both languages', () => {
    for (const [key, text] of Object.entries<string>(english))
      assert.deepEqual(fixedPartsOf((chinese as Texts)[key] ?? ''), fixedPartsOf(text), key);
  });

  it('stand in the same order in both languages', () => {
    assert.deepEqual(Object.keys(chinese), Object.keys(english));
  });

  it('link to commands of VS Code or to such as there are', () => {
    const own: readonly string[] = manifest.contributes.commands.map(({ command }) => command);
    const linked = Object.values<string>(english).flatMap((text) => [
      ...text.matchAll(/\]\(command:([^)?]+)/g),
    ]);
    const missing = linked.filter(([, id = '']) => id.startsWith('ctsTrace.') && !own.includes(id));
    assert.deepEqual(missing, []);
  });
});
