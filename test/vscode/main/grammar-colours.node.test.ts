import { strict as assert } from 'node:assert';
import { INITIAL } from 'vscode-textmate';
import { createRegistry, scopesOf } from '../grammars';
import { builtInThemes, type Theme } from '../themes';

/** Colour and style of a token, for example `#AF00DB bold`. */
type Look = string;

const record =
  '{"trace_name":"addTag","trace_rating":"warning","resource_type":"image","service_type":"IMS","other":"text"}';

// Layout of the 32 bits of token metadata in vscode-textmate
const fontStyleShift = 11;
const fontStyleMask = 0b1111;
const bold = 0b0010;
const colourShift = 15;
const colourMask = 0x1ff;

/** A function that gives the look of a word of the record in a theme. */
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

/** @param tokens pairs of start offset and metadata */
function metadataAt(tokens: Uint32Array, offset: number): number {
  const starts = tokens.filter((_, index) => index % 2 === 0);
  const token = starts.findLastIndex((start) => start <= offset);
  return tokens[token * 2 + 1] ?? 0;
}

describe('the colours of the grammar', () => {
  const themes = builtInThemes();

  it('are checked in light, dark and high contrast themes', () => {
    const labels = themes.map(({ label }) => label).join(', ');
    for (const kind of [/Light Modern/, /Dark Modern/, /High Contrast,/, /High Contrast Light/])
      assert.match(`${labels},`, kind);
  });

  for (const theme of themes) {
    it(`distinguish the key values from other strings and from each other in "${theme.label}"`, async () => {
      const lookOf = await looksOf(theme);
      const looks = ['"text"', 'addTag', 'warning', 'image'].map((word) => lookOf(word));
      assert.equal(new Set(looks).size, looks.length, looks.join(', '));
      assert.equal(lookOf('IMS'), lookOf('image'));
    });

    it(`make a warning bold in "${theme.label}", for users who cannot see colours`, async () => {
      const lookOf = await looksOf(theme);
      assert.match(lookOf('warning'), / bold$/);
      assert.doesNotMatch(lookOf('"text"'), / bold$/);
    });
  }
});
