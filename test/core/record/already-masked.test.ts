import assert from 'node:assert/strict';
import { isMasked, isMeaningful } from '../../../src/core/record/already-masked';

describe('isMasked', () => {
  const masked = [
    ...['***', 'AKIA****', 'abc***def', 'xxx', 'XXXXXXXX', '••••', '●●●', '...', '###', '___', '---'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder as templates have it
    ...['<masked>', '<your token>', '[redacted]', '${TOKEN}', '{{token}}', ' <masked> '],
    ...['redacted', '(hidden)', 'Removed', 'N/A', 'null', 'none', 'undefined', 'true', 'no'],
  ];
  for (const value of masked) it(`accepts "${value}"`, () => assert.ok(isMasked(value)));

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
  for (const value of open) it(`rejects "${value}"`, () => assert.ok(!isMasked(value)));

  it('means, as whitespace does, that a value is not meaningful', () => {
    assert.deepEqual(['createImage', '', '  ', '<masked>'].map(isMeaningful), [true, false, false, false]);
  });

  it('is fast however long the value is', () => {
    for (const part of ['x', '<', '[', '${', '{{', '-', '(']) {
      assert.ok(!isMasked(`${part.repeat(500_000)}a b`));
    }
  });
});
