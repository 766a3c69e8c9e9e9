import { strict as assert } from 'node:assert';
import { INITIAL } from 'vscode-textmate';
import { createRegistry, scopesOf } from '../grammars';
import { builtInThemes, type Theme } from '../themes';

/** How a stretch of text looks, for example `#AF00DB bold`. */
type Look = string;

const record =
  '{"trace_name":"addTag","trace_rating":"warning","resource_type":"image","service_type":"IMS","other":"text"}';

// How the engine packs what it says of a token into 32 bits
const fontStyleShift = 11;
const fontStyleMask = 0b1111;
const bold = 0b0010;
const colourShift = 15;
const colourMask = 0x1ff;

/** How each of the words of the record looks under a theme. */
async function looksOf({ raw }: Theme): Promise<(word: string) => Look> {
  const registry = createRegistry({ theme: raw });
  const grammar = await registry.loadGrammar(scopesOf.json);
  const tokens = grammar?.tokenizeLine2(record, INITIAL).tokens ?? new Uint32Array();
  const colours = registry.getColorMap();
  return (word) => {
    const metadata = metadataAt(tokens, record.indexOf(word));
    const isBold = ((metadata >>> fontStyleShift) & fontStyleMask & bold) > 0;
    return `${colours[(metadata >>> colourShift) & colourMask]}${isBold ? ' bold' : ''}`;
  };
}

/** @param tokens pairs of where a token begins and what is said of it */
function metadataAt(tokens: Uint32Array, offset: number): number {
  const starts = tokens.filter((_, index) => index % 2 === 0);
  const token = starts.findLastIndex((start) => start <= offset);
  return tokens[token * 2 + 1] ?? 0;
}

describe('the colours of the grammar', () => {
  const themes = builtInThemes();

  it('are looked at in light, dark and high contrast themes', () => {
    const labels = themes.map(({ label }) => label).join(', ');
    for (const kind of [/Light Modern/, /Dark Modern/, /High Contrast,/, /High Contrast Light/])
      assert.match(`${labels},`, kind);
  });

  for (const theme of themes) {
    it(`tell the telling values from other texts, and from each other, in "${theme.label}"`, async () => {
      const lookOf = await looksOf(theme);
      const looks = ['"text"', 'addTag', 'warning', 'image'].map((word) => lookOf(word));
      assert.equal(new Set(looks).size, looks.length, looks.join(', '));
      assert.equal(lookOf('IMS'), lookOf('image'));
    });

    it(`make a warning bold in "${theme.label}", since not everybody sees colours`, async () => {
      const lookOf = await looksOf(theme);
      assert.match(lookOf('warning'), / bold$/);
      assert.doesNotMatch(lookOf('"text"'), / bold$/);
    });
  }
});
