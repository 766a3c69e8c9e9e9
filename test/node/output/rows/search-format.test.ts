import assert from 'node:assert/strict';
import fc from 'fast-check';
import Papa from 'papaparse';
import chinese from '../../../../l10n/bundle.l10n.zh-cn.json';
import { readTrace } from '../../../../src/core/reading/read-trace';
import { createLocalizer } from '../../../../src/core/text/localization';
import { painter } from '../../../../src/node/output/colours';
import { columnNames } from '../../../../src/node/output/rows/row-columns';
import {
  type SearchFormatName,
  searchFormat,
  searchFormatNames,
} from '../../../../src/node/output/rows/search-format';
import { english } from '../../../support/harness';
import { rowOfText } from '../../../support/rows';
import { runs } from '../../../support/runs';

/** Traces in a format, with its head. */
function written(name: SearchFormatName, texts: readonly string[], localizer = english): string {
  const format = searchFormat(name, localizer, { paint: painter(false), isTerminal: false });
  const lines = texts.map((text) =>
    format.line(rowOfText(text, { language: localizer.language }), readTrace(text)),
  );
  return format.head + lines.filter((line) => line !== undefined).join('');
}

const deletion = JSON.stringify({
  trace_name: 'deleteImage',
  service_type: 'IMS',
  resource_type: 'ims',
  resource_name: 'db-base',
  resource_id: '0b6e7a3c-8d21-4c0f-9a3e-1f2d3c4b5a69',
  trace_rating: 'warning',
  code: 403,
  response: { error_code: 'IMS.0027', error_msg: 'No, "not" allowed' },
  source_ip: '203.0.113.8',
  time: 1795136523120,
  trace_id: 'ad165000-c5f7-11f0-9c1e-000000000001',
  user: {
    name: 'mei',
    domain: { name: 'acme' },
    session_context: { attributes: { mfa_authenticated: 'false' } },
  },
});
const sparse = '{"trace_name":"login","time":"2026-11-20T03:04:05"}';

/** The rows of CSV, read by another library than wrote it. */
function readCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  assert.deepEqual(errors, []);
  return data;
}

describe('search --format pretty', () => {
  it('has a line for each trace, with its place, time, user, event, resource and outcome', () => {
    assert.deepEqual(written('pretty', [deletion, sparse, '{}']).split('\n'), [
      'a.json:3:5: 2026-11-20T01:02:03Z · mei (acme) · IMS deleteImage · ims db-base · failed: 403 IMS.0027: No, "not" allowed · without MFA',
      'a.json:3:5: 2026-11-20T03:04:05 · unknown user · login',
      'a.json:3:5: no time · unknown user · event without a name',
      '',
    ]);
  });

  it('speaks Chinese', () => {
    const line = written('pretty', [deletion], createLocalizer('zh-cn', chinese));
    assert.equal(
      line,
      'a.json:3:5: 2026-11-20T01:02:03Z · mei（acme） · IMS deleteImage · ims db-base · 失败：403 IMS.0027: No, "not" allowed · 未经 MFA 认证\n',
    );
  });

  it('says who acted', () => {
    const who = (record: object) => written('pretty', [JSON.stringify(record)]).split(' · ')[1];
    assert.equal(who({ trace_type: 'SystemAction' }), 'the service itself');
    assert.equal(who({ user: { name: 'ops', assumedBy: { user: { name: 'mei' } } } }), 'ops, assumed by mei');
    assert.equal(who({ user: { domain: { name: 'acme' } } }), 'unknown user (acme)');
  });
});

describe('search --format ndjson', () => {
  it('has the row as an object in each line, times in UTC', () => {
    const [row, other] = written('ndjson', [deletion, sparse])
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(row, {
      time: '2026-11-20T01:02:03.120Z',
      isTimeExact: true,
      service: 'IMS',
      event: 'deleteImage',
      operation: 'Deleting images in a batch',
      access: 'change',
      outcome: 'failed',
      reason: 'IMS.0027: No, "not" allowed',
      user: 'mei',
      account: 'acme',
      mfa: false,
      sourceIp: '203.0.113.8',
      resourceType: 'ims',
      resourceId: '0b6e7a3c-8d21-4c0f-9a3e-1f2d3c4b5a69',
      resourceName: 'db-base',
      rating: 'warning',
      code: '403',
      notable: ['failed', 'no-mfa', 'sensitive-image-event'],
      traceId: 'ad165000-c5f7-11f0-9c1e-000000000001',
      path: 'a.json',
      line: 3,
      column: 5,
      offset: 40,
    });
    assert.deepEqual([other.time, other.isTimeExact], ['2026-11-20T03:04:05.000', false]);
  });
});

describe('search --format raw', () => {
  it('has each record on a line, with the same value', () => {
    const pretty = JSON.stringify(JSON.parse(deletion), undefined, 2).replaceAll('\n', '\r\n');
    const lines = written('raw', [deletion, pretty]).split('\n');
    assert.equal(lines[0], deletion);
    assert.deepEqual(JSON.parse(lines[1] ?? ''), JSON.parse(deletion));
    assert.deepEqual(lines.length, 3);
  });

  it('keeps a broken record on a line, too', () => {
    assert.equal(
      written('raw', ['{"trace_name":\n\t"x", "y": "cut\u001b[31m\u202e']),
      '{"trace_name": "x", "y": "cut\\u001b[31m\\u202e\n',
    );
  });
});

describe('search --format csv', () => {
  it('has a header and a line for each trace that another library reads', () => {
    const rows = readCsv(written('csv', [deletion, sparse]));
    assert.deepEqual(Object.keys(rows[0] ?? {}), columnNames);
    const { event, reason, mfa, notable, time, line, findings } = rows[0] ?? {};
    assert.deepEqual(
      { event, reason, mfa, notable, time, line, findings },
      {
        event: 'deleteImage',
        reason: 'IMS.0027: No, "not" allowed',
        mfa: 'false',
        notable: 'failed no-mfa sensitive-image-event',
        time: '2026-11-20T01:02:03.120Z',
        line: '3',
        findings: '',
      },
    );
    assert.deepEqual([rows[1]?.['user'], rows[1]?.['isTimeExact'], rows.length], ['', 'false', 2]);
  });

  it('has the header alone if nothing was found', () => {
    assert.equal(written('csv', []), `${columnNames.join(',')}\n`);
  });

  it('makes text of what a spreadsheet would run', () => {
    for (const name of ['=cmd|x', '+1+1', '-1', '@SUM(A1)', '＝1']) {
      const [row] = readCsv(written('csv', [JSON.stringify({ resource_name: name })]));
      assert.equal(row?.['resourceName'], `'${name}`);
    }
    for (const name of ['\t=1', '\r=1']) {
      const [row] = readCsv(written('csv', [JSON.stringify({ source_ip: `a${name}`, user: { name } })]));
      assert.match(row?.['user'] ?? '', /^[^=+\-@\t\r]/);
    }
  });

  it('keeps every name that can be shown, whatever characters it has', () => {
    const name = fc.string({
      unit: fc.constantFrom('a', '"', ',', ';', "'", ' ', '镜', '😀', '\\', '<'),
      minLength: 1,
    });
    fc.assert(
      fc.property(
        name.filter((text) => text.trim() !== ''),
        (text) => {
          const [row] = readCsv(written('csv', [JSON.stringify({ trace_name: `x${text}x` })]));
          assert.equal(row?.['event'], `x${text}x`);
        },
      ),
      runs.parameters(200),
    );
  });
});

describe('search --format timesketch', () => {
  it('has the three columns that Timesketch asks for, and those of the row', () => {
    const rows = readCsv(written('timesketch', [deletion, sparse]));
    assert.deepEqual(Object.keys(rows[0] ?? {}), ['message', 'datetime', 'timestamp_desc', ...columnNames]);
    assert.deepEqual(
      rows.map(({ message, datetime, timestamp_desc }) => [message, datetime, timestamp_desc]),
      [
        [
          'mei (acme) · IMS deleteImage · ims db-base · failed: 403 IMS.0027: No, "not" allowed · without MFA',
          '2026-11-20T01:02:03.120+00:00',
          'Event Time',
        ],
        ['unknown user · login', '2026-11-20T03:04:05.000+00:00', 'Event Time (time zone unknown)'],
      ],
    );
    assert.equal(rows[0]?.['event'], 'deleteImage');
  });

  it('has no column twice, so that none overwrites another', () => {
    const header = written('timesketch', []).trimEnd().split(',');
    assert.equal(new Set(header).size, header.length);
    for (const reserved of ['timestamp', 'tag', 'label', 'comment', '_id', '_type', '_index', '_source'])
      assert.equal(header.includes(reserved), false, reserved);
  });

  it('takes the time of recording if there is no other, and has no line without any', () => {
    const [row, ...others] = readCsv(
      written('timesketch', ['{"record_time":1795136523120}', '{"trace_name":"x"}']),
    );
    assert.deepEqual(
      [row?.['datetime'], row?.['timestamp_desc']],
      ['2026-11-20T01:02:03.120+00:00', 'Record Time'],
    );
    assert.deepEqual(others, []);
  });
});

describe('every format of search', () => {
  const hostile = '\u001b[2J\u0007\u009b31m\u202egpj\u2066\u200f\u2028';
  const record = JSON.stringify({
    trace_name: `x${hostile}`,
    resource_name: hostile,
    user: { name: `m${hostile}`, domain: { name: hostile } },
    user_agent: hostile,
    trace_rating: 'warning',
    message: `why ${hostile}`,
    time: 1795136523120,
  });

  for (const name of searchFormatNames)
    it(`${name} keeps control characters and bidirectional marks away from the terminal`, () => {
      assert.doesNotMatch(written(name, [record]).replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    });

  for (const name of searchFormatNames.filter((each) => each !== 'raw'))
    it(`${name} shows no credential`, () => {
      const secret = 'InventedPa55word!x';
      const text = JSON.stringify({
        trace_name: 'createServer',
        time: 1795136523120,
        trace_rating: 'warning',
        request: { adminPass: secret },
        response: `{"error_msg":"password=${secret} refused"}`,
        message: `password: ${secret}`,
        user: { name: `x password=${secret}` },
      });
      assert.doesNotMatch(written(name, [text]), /InventedPa55word/);
    });

  it('has one line for each trace', () => {
    for (const name of searchFormatNames) {
      const head = written(name, []);
      const lines = written(name, [record, deletion]).slice(head.length).trimEnd().split('\n');
      assert.equal(lines.length, 2, name);
    }
  });
});
