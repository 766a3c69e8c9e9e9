import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { rules } from '../../../../src/core/rules/rules';
import { readRuleChapters } from '../../../../src/node/output/sarif/rule-chapters';

/** GitHub takes no longer descriptions, in characters. */
const maxDescription = 1024;

describe('the chapters on rules', () => {
  for (const file of ['docs/rules.md', 'docs/rules.zh-cn.md']) {
    const chapters = readRuleChapters(readFileSync(file, 'utf8'));

    for (const { id } of rules)
      it(`of ${file} describe ${id}, without markup`, () => {
        const { brief = '', full = '', text = '', markdown = '' } = chapters.get(id) ?? {};
        for (const plain of [brief, full, text]) assert.doesNotMatch(plain, /\*\*|```|`\w+`|\]\(/);
        for (const described of [brief, full])
          assert.ok(
            described.length > 3 && described.length <= maxDescription && !described.includes('\n'),
            described,
          );
        assert.ok(text.includes(full.slice(0, 20)) && text.length > full.length);
        assert.match(markdown, /^\*\*.*```json\n.*```text\n/s);
        assert.doesNotMatch(markdown, /^## /m);
      });
  }

  it('begin with what the rule reports', () => {
    const { brief, full } = readRuleChapters(readFileSync('docs/rules.md', 'utf8')).get('page-count') ?? {};
    assert.equal(brief, 'An API page whose record count does not match its meta_data.count');
    assert.equal(
      full,
      'A page of the ListTraces API whose meta_data.count is not the number of its records.',
    );
  });
});
