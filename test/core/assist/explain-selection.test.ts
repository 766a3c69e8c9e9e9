import assert from 'node:assert/strict';
import { explainSelection } from '../../../src/core/assist/explain-selection';
import { settingsIn } from '../../support/asking';

function explain(selected: string, language: 'en' | 'zh-cn' = 'en') {
  return explainSelection(selected, settingsIn(language));
}

/** The first words of the parts of an explanation. */
function partsOf(selected: string): readonly string[] {
  const explanation = explain(selected);
  assert.ok(explanation.kind === 'explained', selected);
  return explanation.markdown.split('\n\n---\n\n').map((part) => part.split(/ · |\n/)[0] ?? '');
}

function messageOn(selected: string): string {
  const explanation = explain(selected);
  assert.ok(explanation.kind === 'nothing', selected);
  return explanation.message;
}

const record = {
  trace_name: 'deleteImage',
  service_type: 'IMS',
  resource_type: 'ims',
  trace_rating: 'warning',
  trace_type: 'ApiCall',
  time: 1795136523120,
  source_ip: '192.0.2.10',
  code: '403',
  user: { name: 'alice', domain: { name: 'example-corp' } },
  request: { password: 'Sun-and-moon-7' },
};

describe('explaining a selection', () => {
  it('explains an event name, on all its resource types and services', () => {
    assert.deepEqual(partsOf('exportImage'), ['**exportImage**']);
    assert.deepEqual(partsOf(' updateImage\n'), ['**updateImage**', '**updateImage**']);
    assert.ok(partsOf('createMember').length >= 1);
  });

  it('finds event names in other text, each once', () => {
    const line = '2026-11-20 [audit] alice: deleteImage(web-base), then `exportImage`, deleteImage again';
    const explanation = explain(line);
    assert.ok(explanation.kind === 'explained');
    assert.equal(explanation.title, 'deleteImage');
    assert.deepEqual([...new Set(partsOf(line))], ['**deleteImage**', '**exportImage**']);
  });

  it('explains at most five names and says so', () => {
    const names = ['createImage', 'deleteImage', 'exportImage', 'copyImage', 'addMember', 'addTag'];
    assert.equal(partsOf(names.join(' ')).at(-1), 'Only the first 5 event names are explained');
    assert.ok(!partsOf(names.join(' ')).includes('**addTag**'));
  });

  it('explains a trace: the event and its outcome, the user, the time', () => {
    for (const text of [JSON.stringify(record), `audit: ${JSON.stringify(record, null, 2)} end`]) {
      const explanation = explain(text);
      assert.ok(explanation.kind === 'explained');
      assert.equal(explanation.title, 'deleteImage');
      for (const shown of [/\*\*deleteImage\*\*/, /403/, /alice/, /2026-11-20/])
        assert.match(explanation.markdown, shown);
      assert.doesNotMatch(explanation.markdown, /Sun-and-moon/);
    }
  });

  it('has a title on one line that shows no credential', () => {
    const titleOf = (trace_name: string): string | undefined => {
      const explanation = explain(JSON.stringify({ ...record, trace_name }));
      return explanation.kind === 'explained' ? explanation.title : undefined;
    };
    assert.equal(titleOf('delete\u202e\nImage'), 'delete\uFFFD\uFFFDImage');
    assert.equal(titleOf('password=Invented#4711'), 'password=***');
  });

  it('explains at most five traces and says so', () => {
    const parts = partsOf(JSON.stringify(Array.from({ length: 7 }, () => record)));
    assert.deepEqual(parts, [
      ...Array.from({ length: 5 }, () => '**deleteImage**'),
      'Only the first 5 traces are explained',
    ]);
  });

  it('explains that a name is an operation of the API', () => {
    const explanation = explain('BatchDeleteMembers');
    assert.ok(explanation.kind === 'explained');
    assert.match(explanation.markdown, /^\*\*BatchDeleteMembers\*\* {2}\nAPI operation, not an event name/);
  });

  it('says so if there is nothing to explain', () => {
    assert.equal(messageOn(' \n'), 'Select a trace or an event name to explain it');
    assert.equal(messageOn('nothing of the kind'), 'The selection contains no trace and no known event name');
    assert.equal(messageOn('teapotBrewing'), '"teapotBrewing" is not a known event name');
    assert.equal(
      messageOn('exportImagee'),
      '"exportImagee" is not a known event name. Did you mean "exportImage"?',
    );
    assert.equal(messageOn('x\u202Ey'), '"x\uFFFDy" is not a known event name');
    assert.equal(messageOn('password=Invented#4711'), '"password=***" is not a known event name');
    assert.equal(explain('x'.repeat(300)).kind, 'nothing');
  });
});
