import assert from 'node:assert/strict';
import { type DatePart, datePartOf, type TraceLabel, traceLabel } from '../../../src/core/assist/trace-label';
import { readTrace } from '../../../src/core/reading/read-trace';
import { factsOf, type TraceFacts } from '../../../src/core/record/trace-facts';
import type { Localizer } from '../../../src/core/text/localization';
import { type TimeZone, utc } from '../../../src/core/text/zoned-time';
import { settingsIn } from '../../support/asking';
import { english } from '../../support/harness';

const trace = {
  time: 1603251619204,
  service_type: 'IMS',
  resource_type: 'image',
  resource_name: 'db-base',
  resource_id: '6d1a2f0e-5b8c-4b0e-9d64-2c1f7a3e9b55',
  trace_name: 'addMember',
  trace_rating: 'normal',
  user: { name: 'ci-runner', domain: { name: 'acme' } },
};

function facts(record: object): TraceFacts {
  return factsOf(readTrace(JSON.stringify(record)));
}

interface Options {
  readonly localizer?: Localizer;
  readonly timeZone?: TimeZone;
  readonly datePart?: DatePart;
}

function label(
  record: object,
  { localizer = english, timeZone = utc, datePart = 'none' }: Options = {},
): TraceLabel {
  return traceLabel({ facts: facts(record), number: 4 }, { localizer, timeZone, datePart });
}

function text(change: object): string {
  return label({ ...trace, ...change }).text;
}

describe('the label of a trace', () => {
  it('says when, what, to which resource, by whom, and in which service', () => {
    assert.deepEqual(label(trace), {
      text: '03:40:19 addMember db-base · ci-runner · IMS',
      detail: 'image · 2020-10-21 UTC',
    });
  });

  it('makes failures stand out, in a word to search for, and says nothing about success', () => {
    assert.equal(
      text({ trace_rating: 'warning' }),
      '03:40:19 ⚠ addMember db-base · ci-runner · failed · IMS',
    );
    assert.equal(
      text({ trace_rating: undefined, trace_status: 'incident' }),
      '03:40:19 ⚠ addMember db-base · ci-runner · failed (incident) · IMS',
    );
    assert.equal(
      label({ ...trace, trace_rating: 'incident' }, { localizer: settingsIn('zh-cn').localizer }).text,
      '03:40:19 ⚠ addMember db-base · ci-runner · 失败（incident） · IMS',
    );
    assert.equal(text({ trace_rating: 'Warning' }), '03:40:19 addMember db-base · ci-runner · IMS');
  });

  it('names agencies as the findings do', () => {
    const agency = { type: 'AssumedAgency', name: 'acme/ops' };
    assert.equal(text({ user: agency }), '03:40:19 addMember db-base · agency acme/ops · IMS');
    assert.equal(
      text({ user: { ...agency, assumedBy: { user: { name: 'bob' } } } }),
      '03:40:19 addMember db-base · bob · agency acme/ops · IMS',
    );
    assert.equal(
      text({ user: { type: 'AssumedAgency', assumedBy: { user: { name: '***' } } } }),
      '03:40:19 addMember db-base · an agency · IMS',
    );
    const { localizer } = settingsIn('zh-cn');
    assert.equal(
      label({ ...trace, user: agency }, { localizer }).text,
      '03:40:19 addMember db-base · 委托 acme/ops · IMS',
    );
  });

  it('has the beginning of the id where there is no name', () => {
    assert.equal(text({ resource_name: '' }), '03:40:19 addMember 6d1a2f0e… · ci-runner · IMS');
    assert.equal(text({ resource_name: null, resource_id: 17 }), '03:40:19 addMember 17 · ci-runner · IMS');
  });

  it('leaves out what the trace lacks', () => {
    assert.deepEqual(label({ trace_name: 'login' }), { text: 'login', detail: '' });
    assert.deepEqual(label({ user: '{"name":"alice"}', resource_type: 'image' }), {
      text: 'alice',
      detail: 'image',
    });
    assert.deepEqual(label({ trace_rating: '***', time: 'yesterday' }), { text: 'trace 5', detail: '' });
  });

  it('shows times in the time zone, and as they are written if the trace gives none', () => {
    const shanghai = { timeZone: 'Asia/Shanghai' };
    assert.deepEqual(label({ time: 1603251619204 }, shanghai), {
      text: '11:40:19',
      detail: '2020-10-21 GMT+08:00',
    });
    assert.deepEqual(label({ time: '2020/10/21 11:40:19' }, { timeZone: 'Europe/Berlin' }), {
      text: '11:40:19',
      detail: '2020-10-21',
    });
  });

  it('has as much of the date as is asked for', () => {
    assert.equal(label({ time: 1603251619204 }, { datePart: 'day' }).text, '10-21 03:40:19');
    assert.equal(label({ time: 1603251619204 }, { datePart: 'year' }).text, '2020-10-21 03:40:19');
  });

  it('shows untrusted text on one short line', () => {
    assert.equal(
      text({ trace_name: `a\n\u202e${'b'.repeat(100)}` }),
      `03:40:19 a\u{FFFD}\u{FFFD}${'b'.repeat(77)}… db-base · ci-runner · IMS`,
    );
  });

  it('masks credentials', () => {
    const shown = text({
      resource_name: 'password=Invented#4711',
      user: { name: 'token=Invented4711Invented' },
      service_type: 'password=Invented#4711',
    });
    assert.ok(!/Invented/.test(shown), shown);
    const { detail } = label({ resource_type: 'password=Invented#4711' });
    assert.ok(detail !== '' && !/Invented/.test(detail), detail);
  });
});

describe('the part of the date that a list needs', () => {
  const at = (...times: readonly unknown[]) => times.map((time) => facts({ time }));

  it('is none for one day, the day for one year', () => {
    assert.equal(datePartOf([], utc), 'none');
    assert.equal(datePartOf(at('yesterday', undefined), utc), 'none');
    assert.equal(datePartOf(at(1603251619204, 1603251619204 + 3_600_000), utc), 'none');
    assert.equal(datePartOf(at(1603251619204, 1603251619204 + 86_400_000), utc), 'day');
    assert.equal(datePartOf(at(1603251619204, 1603251619204 + 86_400_000_0 * 36), utc), 'year');
  });

  it('depends on the time zone', () => {
    const times = at('2020/10/21 12:00:00 UTC', '2020/10/21 18:00:00 UTC');
    assert.equal(datePartOf(times, utc), 'none');
    assert.equal(datePartOf(times, 'Asia/Shanghai'), 'day');
  });
});
