import assert from 'node:assert/strict';
import { isMasked, isMeaningful } from '../../../src/core/record/masked';

describe('masked values', () => {
  const masked = [
    ...['***', 'AKIA****', 'abc***def', 'xxx', 'XXXXXXXX', '••••', '●●●', '...', '###', '___', '---'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder as templates have it
    ...['<masked>', '<your token>', '[redacted]', '${TOKEN}', '{{token}}', ' <masked> '],
    ...['redacted', '(hidden)', 'Removed', 'N/A', 'null', 'none', 'undefined', 'true', 'no'],
  ];
  for (const value of masked) it(`"${value}" is`, () => assert.ok(isMasked(value)));

  const open = [
    '',
    'createImage',
    '**',
    'xx',
    '<a>b',
    'a<b>',
    'nullable',
    'x1x2x3',
    'redacted text',
    '[1] done',
  ];
  for (const value of open) it(`"${value}" is not`, () => assert.ok(!isMasked(value)));

  it('say nothing, and neither do blanks', () => {
    assert.deepEqual(['createImage', '', '  ', '<masked>'].map(isMeaningful), [true, false, false, false]);
  });

  it('are told apart in no time, however long', () => {
    for (const part of ['x', '<', '[', '${', '{{', '-', '(']) {
      assert.ok(!isMasked(`${part.repeat(500_000)}a b`));
    }
  });
});
