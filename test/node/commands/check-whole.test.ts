import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { messageOf } from '../../../src/core/check/finding';
import { lineStartsOf, positionOf } from '../../../src/core/text/lines';
import { ctsTrace, folderWith, removeFolders } from '../../support/command';
import { type CorpusFile, readCorpus, readSamples } from '../../support/corpus';
import { checkText } from '../../support/harness';

/** What a check of the whole text finds, copies included, as the command line prints it. */
function expectedOf(name: string, { text, isLineDelimited }: CorpusFile): readonly string[] {
  const starts = lineStartsOf(text);
  const at = (offset: number) => positionOf(starts, offset);
  return checkText(text, { isLineDelimited })
    .findings()
    .flatMap((finding) => {
      const { line, column } = at(finding.span.offset);
      const message = messageOf(finding, (offset) => at(offset).line);
      const related = (finding.related ?? []).map(({ message: relation, span }) => {
        const place = at(span.offset);
        return `    ${name}:${place.line + 1}:${place.column + 1}: ${relation}`;
      });
      return [
        `${name}:${line + 1}:${column + 1}: ${finding.severity}: ${message} [${finding.rule}]`,
        ...related,
      ];
    });
}

describe('cts-trace check on one file', () => {
  after(removeFolders);

  const files = [...readCorpus('bad'), ...readCorpus('ok'), ...readSamples()];
  const withCopies = files.filter(({ text, isLineDelimited }) =>
    checkText(text, { isLineDelimited })
      .findings()
      .some(({ rule }) => rule === 'duplicate-trace'),
  );

  for (const file of withCopies)
    it(`prints what a check of the whole finds in ${file.name}, which has copies`, async () => {
      const name = file.isLineDelimited ? 'a.jsonl' : 'a.json';
      const cwd = folderWith({});
      writeFileSync(path.join(cwd, name), file.text);
      const { out } = await ctsTrace(['check', name], { cwd });
      const expected = expectedOf(name, file);
      assert.deepEqual(out.split('\n').slice(0, expected.length), expected);
    });

  it('is tried on a file with copies', () =>
    assert.ok(withCopies.some(({ name }) => name === 'copies.json')));
});
