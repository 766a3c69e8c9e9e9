import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import messages from '../../../l10n/bundle.l10n.zh-cn.json';
import type { CheckedFile } from '../../../src/core/check/checked-file';
import type { Finding } from '../../../src/core/check/finding';
import { maxShown } from '../../../src/core/check/shown-quotas';
import { createLocalizer } from '../../../src/core/text/localization';
import { checkText } from '../../support/harness';
import { runs } from '../../support/runs';

type Fields = Readonly<Record<string, unknown>>;

const base: Fields = {
  trace_type: 'ApiCall',
  service_type: 'IMS',
  resource_type: 'ims',
  resource_name: 'web-base',
  trace_rating: 'normal',
  user: { name: 'alice' },
};
const routine: Fields = { ...base, trace_name: 'updateImage' };
const deleted: Fields = { ...base, trace_name: 'deleteImage' };
const failed: Fields = { ...base, trace_name: 'exportImage', trace_rating: 'warning' };
const byRoot: Fields = { ...routine, user: { name: 'acme', principal_is_root_user: 'true' } };
const misspelt: Fields = { ...base, trace_name: 'createImages' };

function checkAll(traces: readonly Fields[], localizer?: ReturnType<typeof createLocalizer>): CheckedFile {
  const lines = traces.map((fields, number) => JSON.stringify({ ...fields, time: 1795136523120 + number }));
  const levels = { 'notable-event': 'information' } as const;
  return checkText(lines.join('\n'), { levels, ...(localizer && { localizer }) });
}

/** Traces of several kinds, mixed evenly. */
function mixed(counts: readonly (readonly [Fields, number])[]): readonly Fields[] {
  const placed = counts.flatMap(([fields, count]) =>
    Array.from({ length: count }, (_, number) => ({ fields, at: (number + 0.5) / count })),
  );
  return placed.sort((one, other) => one.at - other.at).map(({ fields }) => fields);
}

function matching(findings: readonly Finding[], word: string): readonly Finding[] {
  return findings.filter(({ message }) => message.includes(word));
}

function standIns(findings: readonly Finding[]): readonly string[] {
  return findings.filter(({ hidden }) => hidden !== undefined).map(({ message }) => message);
}

describe('the findings that an editor shows', function () {
  this.timeout(runs.timeout);

  it('are all there are as long as the editor keeps them', () => {
    const file = checkAll(Array.from({ length: maxShown }, () => deleted));
    assert.equal(file.shownFindings().length, maxShown);
    assert.deepEqual(file.shownFindings(), file.findings());
  });

  it('are all failures among 3,000 traces with 151 of them, and their words find what is not shown', () => {
    const file = checkAll(
      mixed([
        [failed, 151],
        [deleted, 1500],
        [routine, 1349],
      ]),
    );
    const shown = file.shownFindings();
    assert.equal(matching(file.findings(), 'failed').length, 151);
    assert.equal(matching(shown, 'failed').length, 151);
    assert.deepEqual(standIns(shown), ['653 more notable-event findings not shown: deleteImage (653)']);
    assert.equal(matching(shown, 'deleteImage').length, 1500 - 653 + 1);
  });

  it('are few hints, which no list shows, where other findings have no room', () => {
    const hinted: Fields = { ...base, trace_name: 'deleteMemeber' };
    const shown = checkAll(
      mixed([
        [deleted, 3000],
        [hinted, 500],
      ]),
    ).shownFindings();
    // The first ten and the one that stands for the others
    assert.equal(shown.filter(({ severity }) => severity === 'hint').length, 11);
    assert.equal(shown.length, maxShown);
  });

  it('are the gravest if not all fit: failures, then root, of any number of others some', () => {
    const failedByRoot = { ...byRoot, trace_name: 'copyImage', trace_rating: 'incident' };
    const shown = checkAll(
      mixed([
        [deleted, 3000],
        [byRoot, 400],
        [failed, 700],
        [failedByRoot, 300],
        [misspelt, 40],
      ]),
    ).shownFindings();
    assert.deepEqual(
      standIns(shown).toSorted(),
      [
        '2,990 more notable-event findings not shown: deleteImage (2,990)',
        '34 more notable-event findings not shown: failed (34), exportImage (34)',
        '390 more notable-event findings not shown: root user (390), updateImage (390)',
        '30 more like this not shown: Unknown IMS event "createImages". Did you mean "createImage"?',
      ].toSorted(),
    );
    assert.equal(shown.length, maxShown);
  });

  it('count what they do not show by reason and name, in Chinese too', () => {
    const names = ['updateImage', 'createImage', 'addTag', 'deleteTag', 'updateMember', 'copyImage'];
    const traces = mixed(
      names.map((trace_name, index) => [{ ...byRoot, trace_name, trace_rating: 'warning' }, 300 + index]),
    );
    assert.deepEqual(standIns(checkAll(traces).shownFindings()), [
      '819 more notable-event findings not shown: failed (819), root user (819), copyImage (139), updateMember (138), deleteTag (137), addTag (136), createImage (135), others (134)',
    ]);
    const chinese = createLocalizer('zh-cn', messages);
    assert.deepEqual(standIns(checkAll(traces, chinese).shownFindings()), [
      '另有 819 条 notable-event 检查结果未显示：失败（819）、账号根用户（root）（819）、copyImage（139）、updateMember（138）、deleteTag（137）、addTag（136）、createImage（135）、其他（134）',
    ]);
  });

  it('are the same in whatever order hints of several reasons were found', () => {
    const hinted = (traces: readonly Fields[]): CheckedFile =>
      checkText(traces.map((fields) => JSON.stringify({ ...fields, time: 1795136523120 })).join('\n'), {
        levels: { 'notable-event': 'hint' },
      });
    const kinds = [deleted, failed, byRoot].map((fields) => Array.from({ length: 600 }, () => fields));
    const countOf = (traces: readonly Fields[]): readonly string[] =>
      standIns(hinted(traces).shownFindings()).toSorted();
    assert.deepEqual(countOf(kinds.flat()), countOf(kinds.toReversed().flat()));
  });

  it('hide none twice, and say how many they hide', () => {
    const count = fc.constantFrom(0, 1, 2, 9, 10, 11, 99, 101, 500, 989, 999, 1000, 1001, 2500);
    fc.assert(
      fc.property(fc.tuple(count, count, count, count, fc.nat(1500)), ([a, b, c, d, names]) => {
        const different = Array.from({ length: names }, (_, number) => ({
          ...base,
          trace_name: `noEvent${number}`,
        }));
        const file = checkAll([
          ...mixed([
            [deleted, a],
            [failed, b],
            [byRoot, c],
            [misspelt, d],
          ]),
          ...different,
        ]);
        const all = new Set(file.findings().map((finding) => JSON.stringify(finding)));
        const shown = file.shownFindings();
        const whole = shown.filter(({ hidden }) => hidden === undefined);
        assert.ok(whole.every((finding) => all.has(JSON.stringify(finding))));
        const hidden = shown.reduce((sum, finding) => sum + (finding.hidden ?? 0), 0);
        assert.equal(whole.length + hidden, all.size);
        assert.ok(shown.length <= maxShown);
        // What does not divide evenly among different values is left
        if (all.size > maxShown) assert.ok(shown.length >= maxShown - 10, `${shown.length}`);
        else assert.equal(hidden, 0);
      }),
      runs.parameters(15),
    );
  });

  it('are made in steps, of which none makes many', () => {
    const steps = checkAll(Array.from({ length: 3000 }, () => failed)).showFindings();
    let count = 0;
    while (!steps.next().done) count++;
    assert.ok(count > maxShown, `${count}`);
  });
});
