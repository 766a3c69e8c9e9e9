import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { explainName } from '../../../../src/core/explain/event/look-up-name';
import type { Language } from '../../../../src/core/text/localization';
import { explainedEvent, type Fields, settingsIn } from '../../../support/asking';

const texts: readonly (readonly [
  file: string,
  name: string,
  type: string,
  fields: Fields,
  language: Language,
])[] = [
  ['updateImage-image-200.en', 'updateImage', 'image', { trace_rating: 'normal', code: 200 }, 'en'],
  ['copyImage-ims-warning-200.en', 'copyImage', 'ims', { trace_rating: 'warning', code: '200' }, 'en'],
  ['deleteMemeber-ims.zh-cn', 'deleteMemeber', 'ims', { trace_rating: 'normal' }, 'zh-cn'],
  ['addTag-image-404.zh-cn', 'addTag', 'image', { trace_rating: 'warning', code: 404 }, 'zh-cn'],
];

describe('the full text of a hover', () => {
  for (const [file, name, type, fields, language] of texts) {
    it(file, () => {
      const expected = readFileSync(`test/core/explain/event/texts/${file}.md`, 'utf8');
      assert.equal(`${explainedEvent(name, type, fields, language)}\n`, expected);
    });
  }
});

describe('the full text of an event reference', () => {
  it('of updateImage', () => {
    const expected = readFileSync('test/core/explain/event/texts/updateImage-reference.en.md', 'utf8');
    const texts = explainName('updateImage', settingsIn('en')).entries.map(({ markdown }) => markdown);
    assert.equal(`${texts.join('\n\n')}\n`, expected);
  });
});
