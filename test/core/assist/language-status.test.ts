import assert from 'node:assert/strict';
import messages from '../../../l10n/bundle.l10n.zh-cn.json';
import { statusEntries } from '../../../src/core/assist/language-status';
import { maxOutlined } from '../../../src/core/assist/outline';
import type { StatusFacts } from '../../../src/core/assist/status-entry';
import { createLocalizer } from '../../../src/core/text/localization';
import { checkText, english } from '../../support/harness';

const plain: StatusFacts = {
  kind: 'traces',
  isLookAlike: false,
  pastedForm: undefined,
  isChecking: false,
  traceCount: 12,
  counts: { error: 0, warning: 0, information: 0, hint: 0 },
  acceptedCount: 0,
  acceptedTrouble: undefined,
  hiddenCount: 0,
  damage: undefined,
  valueSequence: 'single',
  isOneValueExpected: true,
  longLine: undefined,
  timeZone: { timeZone: 'UTC', ownTimeZone: undefined, doubt: undefined },
  isTrusted: true,
  formattedOf: undefined,
};

/** The characters that fit into a row of the status, including its action. */
const maxRowLength = 80;

/** Each entry as a line: its id with `!` if prominent and `…` if busy, its text, detail and action. */
function rowsFor(facts: Partial<StatusFacts>, localizer = english): readonly string[] {
  const entries = statusEntries({ ...plain, ...facts }, localizer);
  for (const { text, detail, action } of entries)
    assert.ok(`${text} – ${detail} ${action?.title ?? ''}`.length <= maxRowLength, detail);
  return entries.map(
    ({ id, text, detail, isProminent, isBusy, action }) =>
      `${id}${isProminent ? '!' : ''}${isBusy ? '…' : ''} | ${text} | ${detail} | ${action?.title ?? ''}`,
  );
}

describe('the language status', () => {
  it('counts traces and findings', () => {
    assert.deepEqual(rowsFor({}), ['status | 12 CTS traces | no findings | Show Rules']);
    assert.deepEqual(
      rowsFor({
        traceCount: 1,
        counts: { error: 1, warning: 2, information: 1, hint: 1234 },
      }),
      [
        'status | 1 CTS trace | 1 error · 2 warnings · 1 info · 1,234 hints | Show Rules',
        'hints | 1,234 hints | not listed in Problems | Show Hints',
      ],
    );
  });

  it('says if the time zone is unknown, or not the one that was meant', () => {
    const zone = { timeZone: 'Asia/Shanghai', ownTimeZone: undefined };
    assert.deepEqual(rowsFor({ timeZone: { ...zone, doubt: undefined } }).slice(1), []);
    assert.deepEqual(rowsFor({ timeZone: { ...zone, doubt: 'unknown' } }).slice(1), [
      'zone! | Unknown time zone | times are in UTC | Set Time Zone',
    ]);
    assert.deepEqual(rowsFor({ timeZone: { ...zone, doubt: 'host' } }).slice(1), [
      "zone | Times in Asia/Shanghai | the remote machine's time zone | Set Time Zone",
    ]);
  });

  it('is empty for unrelated JSON, and explains why a look-alike is no trace file', () => {
    assert.deepEqual(rowsFor({ kind: 'other', traceCount: 0 }), []);
    assert.deepEqual(rowsFor({ kind: 'other', traceCount: 0, isLookAlike: true, isTrusted: false }), [
      'status | Not a CTS trace file | no object has the fields of a trace | Show Rules',
    ]);
  });

  it('says what to do with a trace that is not JSON', () => {
    const rows = (
      ['names-and-values', 'single-quotes', 'unquoted-keys', 'quoted-lines', 'lost-underscores'] as const
    ).map((pastedForm) => rowsFor({ kind: 'other', traceCount: 0, pastedForm, isTrusted: false }));
    assert.deepEqual(rows, [
      ['status | CTS trace as plain text | open "View Trace" in the console and copy the JSON | '],
      ['status | CTS trace as a Python dict | print it with json.dumps | '],
      ['status | CTS trace with unquoted keys | print it with JSON.stringify | '],
      ['status | Quoted CTS trace | remove the ">" from each line | '],
      ['status | CTS trace with altered field names | the underscores are missing | '],
    ]);
  });

  it('identifies a digest file', () => {
    assert.deepEqual(rowsFor({ kind: 'digest', traceCount: 0 }), [
      'status | CTS digest file | lists the checksums of trace files; contains no traces | ',
    ]);
  });

  it('is busy while a large file is being read', () => {
    assert.deepEqual(rowsFor({ isChecking: true, traceCount: 4300 }), [
      'status… | Checking for CTS traces… | 4,300 CTS traces | Show Rules',
    ]);
  });

  it('offers JSON Lines if the editor would report an error', () => {
    const action = 'a JSON file may have only one | Treat as JSON Lines';
    assert.deepEqual(rowsFor({ valueSequence: 'lines' }).slice(1), [
      `shape! | One value per line | ${action}`,
    ]);
    assert.deepEqual(rowsFor({ valueSequence: 'sequence' }).slice(1), [
      `shape! | Several JSON values | ${action}`,
    ]);
    for (const facts of [
      { valueSequence: 'other' },
      { valueSequence: 'lines', isOneValueExpected: false },
      { valueSequence: 'lines', formattedOf: 'a.json' },
    ] as const)
      assert.deepEqual(rowsFor(facts).slice(1), rowsFor({ ...facts, valueSequence: 'single' }).slice(1));
  });

  it('offers the formatted view if a line is too long, and the original from there', () => {
    const longLine = 4812345;
    assert.deepEqual(rowsFor({ longLine }).slice(1), [
      'line! | Line of 4,812,345 characters | not coloured, not shown in full | Open Formatted',
    ]);
    assert.deepEqual(rowsFor({ longLine, formattedOf: 'a.json' }).slice(1), [
      'formatted | Formatted view | read-only view of a.json | Show Original',
    ]);
  });

  it('lists each limit that takes effect', () => {
    const counts = { ...plain.counts, warning: 123_456 };
    assert.deepEqual(rowsFor({ counts, traceCount: maxOutlined }).slice(1), []);
    assert.deepEqual(rowsFor({ counts, hiddenCount: 122_457, traceCount: 45_000 }).slice(1), [
      'hidden | 122,457 findings not shown | the editor keeps 1,000 per file | Show All',
      'outline | Outline not complete | ends at trace 5,000 of 45,000 | ',
    ]);
    assert.deepEqual(rowsFor({ counts, hiddenCount: 122_457, isChecking: true }).slice(1), []);
  });

  it('never says of a damaged file that it has no findings', () => {
    const warned = { ...plain.counts, warning: 1 };
    const cut = { kind: 'cut', place: { unit: 'line', number: 1051 } } as const;
    assert.deepEqual(
      [
        { damage: cut },
        { damage: cut, counts: warned },
        { damage: { kind: 'broken', place: { unit: 'line', number: 7 } } } as const,
        { damage: { kind: 'broken', place: { unit: 'column', number: 336_117 } } } as const,
      ].map((facts) => rowsFor(facts)),
      [
        ['status! | 12 CTS traces | cut off at line 1051 | Show Rules'],
        ['status! | 12 CTS traces | cut off at line 1051 · 1 warning | Show Rules'],
        ['status | 12 CTS traces | broken JSON at line 7 | Show Rules'],
        ['status | 12 CTS traces | broken JSON at column 336117 | Show Rules'],
      ],
    );
  });

  it('says how many findings are accepted, or why none are', () => {
    assert.deepEqual(
      [
        { acceptedCount: 1 },
        { acceptedCount: 1_200 },
        { acceptedCount: 1, isChecking: true },
        { acceptedTrouble: 'missing' } as const,
        { acceptedTrouble: 'unreadable' } as const,
        { acceptedTrouble: 'invalid' } as const,
        { acceptedTrouble: 'untrusted', isTrusted: false } as const,
      ].map((facts) => rowsFor(facts).slice(1)),
      [
        ['accepted | 1 accepted finding | not listed | Open File'],
        ['accepted | 1,200 accepted findings | not listed | Open File'],
        [],
        ['accepted! | Accepted findings not applied | file not found | '],
        ['accepted! | Accepted findings not applied | cannot read the file | '],
        ['accepted! | Accepted findings not applied | the file is invalid | '],
        ['trust | Restricted Mode | its rules and accepted findings are ignored | Manage Trust'],
      ],
    );
  });

  it('explains what Restricted Mode disables', () => {
    assert.deepEqual(rowsFor({ isTrusted: false }).slice(1), [
      'trust | Restricted Mode | its rules and accepted findings are ignored | Manage Trust',
    ]);
  });

  it('is shown in Chinese', () => {
    const chinese = createLocalizer('zh-cn', messages);
    const every: Partial<StatusFacts> = {
      counts: { error: 1, warning: 2, information: 1, hint: 1 },
      hiddenCount: 3,
      valueSequence: 'lines',
      longLine: 30000,
      isTrusted: false,
      traceCount: maxOutlined + 1,
    };
    const pasted = [
      'names-and-values',
      'single-quotes',
      'unquoted-keys',
      'quoted-lines',
      'lost-underscores',
    ] as const;
    const others = [
      { kind: 'digest' },
      { kind: 'other', isLookAlike: true },
      ...pasted.map((pastedForm) => ({ kind: 'other', pastedForm }) as const),
      { isChecking: true },
    ] as const;
    for (const facts of [every, ...others, { formattedOf: 'a.json' }])
      for (const { text, detail, action } of statusEntries({ ...plain, ...facts }, chinese))
        for (const shown of [text, detail, action?.title ?? '汉']) assert.match(shown, /\p{Script=Han}/u);
    assert.equal(
      rowsFor(every, chinese)[0],
      'status | 5,001 个 CTS 事件 | 1 个错误 · 2 个警告 · 1 条信息 · 1 条提示 | 查看规则',
    );
  });
});

describe('the value sequence', () => {
  const trace =
    '{"trace_name":"createImage","trace_type":"ApiCall","service_type":"IMS","time":1603251619204}';
  const multiline = JSON.stringify(JSON.parse(trace), undefined, 2);

  it('follows from where values begin', () => {
    const expected = {
      [trace]: 'single',
      [`[${trace},${trace}]`]: 'single',
      [`{"traces":[${trace},${trace}]}`]: 'single',
      [`[[${trace}],[${trace}]]`]: 'single',
      [`${trace}\n${trace}\n`]: 'lines',
      [`[${trace}]\n[${trace}]`]: 'lines',
      [`[${trace}][${trace}]\n`]: 'sequence',
      [`${multiline}\n${multiline}`]: 'sequence',
      [`[${trace},\n${trace}]\n[${trace}]`]: 'other',
    };
    const actual = Object.keys(expected).map((text) => [text, checkText(text).valueSequence]);
    assert.deepEqual(Object.fromEntries(actual), expected);
  });

  it('never changes what is found when the file is read as JSON Lines', () => {
    for (const text of [`[${trace}][${trace}]\n`, `${multiline}\n${multiline}`, `${trace}\n${trace}`]) {
      const asLines = checkText(text, { isLineDelimited: true });
      assert.deepEqual(
        [asLines.traceCount, asLines.findings().length],
        [2, checkText(text).findings().length],
      );
    }
  });
});
