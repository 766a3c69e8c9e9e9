import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Language } from '../../src/core/language';
import { explainedEvent, type Fields } from './asking';

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

describe('the whole text of an explanation', () => {
  for (const [file, name, type, fields, language] of texts) {
    it(file, () => {
      const expected = readFileSync(`test/explain/texts/${file}.md`, 'utf8');
      assert.equal(`${explainedEvent(name, type, fields, language)}\n`, expected);
    });
  }
});
