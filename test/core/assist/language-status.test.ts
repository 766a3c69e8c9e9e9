import assert from 'node:assert/strict';
import messages from '../../../l10n/bundle.l10n.zh-cn.json';
import { type StatusFacts, statusEntries } from '../../../src/core/assist/language-status';
import { maxOutlined } from '../../../src/core/assist/outline';
import { createLocalizer } from '../../../src/core/text/localization';
import { checkText, english } from '../../support/harness';

const plain: StatusFacts = {
  kind: 'traces',
  isLookAlike: false,
  isChecking: false,
  traceCount: 12,
  counts: { error: 0, warning: 0, information: 0, hint: 0 },
  shownCount: 0,
  valueSequence: 'single',
  isOneValueExpected: true,
  longLine: undefined,
  isTrusted: true,
  formattedOf: undefined,
};

/** What fits into a row of the status with its action, in characters. */
const longestRow = 80;

/** Each entry as a line: its id, with a `!` where it is loud and `…` where it is busy, its texts and its action. */
function said(facts: Partial<StatusFacts>, localizer = english): readonly string[] {
  const entries = statusEntries({ ...plain, ...facts }, localizer);
  for (const { text, detail, action } of entries)
    assert.ok(`${text} – ${detail} ${action?.title ?? ''}`.length <= longestRow, detail);
  return entries.map(
    ({ id, text, detail, isProminent, isBusy, action }) =>
      `${id}${isProminent ? '!' : ''}${isBusy ? '…' : ''} | ${text} | ${detail} | ${action?.title ?? ''}`,
  );
}

describe('the language status', () => {
  it('tells how many traces and findings there are', () => {
    assert.deepEqual(said({}), ['status | 12 CTS traces | no findings | Show Rules']);
    assert.deepEqual(
      said({ traceCount: 1, counts: { error: 1, warning: 2, information: 1, hint: 1234 }, shownCount: 1238 }),
      ['status | 1 CTS trace | 1 error · 2 warnings · 1 note · 1,234 quiet hints | Show Rules'],
    );
  });

  it('says nothing of JSON without a sign of traces, and why a look-alike is none', () => {
    assert.deepEqual(said({ kind: 'other', traceCount: 0 }), []);
    assert.deepEqual(said({ kind: 'other', traceCount: 0, isLookAlike: true, isTrusted: false }), [
      'status | Not a CTS trace file | no object has the keys of a trace | Show Rules',
    ]);
  });

  it('names a digest', () => {
    assert.deepEqual(said({ kind: 'digest', traceCount: 0 }), [
      'status | CTS digest file | it vouches for trace files and holds no traces | ',
    ]);
  });

  it('is busy while a large file is read', () => {
    assert.deepEqual(said({ isChecking: true, traceCount: 4300 }), [
      'status… | Checking for CTS traces… | 4,300 CTS traces | Show Rules',
    ]);
  });

  it('offers JSON Lines where the editor would report an error', () => {
    const action = 'JSON allows only one value | Treat as JSON Lines';
    assert.deepEqual(said({ valueSequence: 'lines' }).slice(1), [`shape! | One value a line | ${action}`]);
    assert.deepEqual(said({ valueSequence: 'sequence' }).slice(1), [
      `shape! | Several values in a row | ${action}`,
    ]);
    for (const facts of [
      { order: 'other' },
      { order: 'lines', isOneValueExpected: false },
      { order: 'lines', formattedOf: 'a.json' },
    ] as const)
      assert.deepEqual(said(facts).slice(1), said({ ...facts, valueSequence: 'single' }).slice(1));
  });

  it('offers the formatted view where a line is too long, and in it the original', () => {
    const longLine = 4812345;
    assert.deepEqual(said({ longLine }).slice(1), [
      'line! | Line of 4,812,345 characters | not coloured, and shown in part | Open Formatted',
    ]);
    assert.deepEqual(said({ longLine, formattedOf: 'a.json' }).slice(1), [
      'formatted | Formatted view | read-only, of a.json | Show Original',
    ]);
  });

  it('names each limit that shows', () => {
    const counts = { ...plain.counts, warning: 400 };
    assert.deepEqual(said({ counts, shownCount: 400, traceCount: maxOutlined }).slice(1), []);
    assert.deepEqual(said({ counts, shownCount: 51, traceCount: maxOutlined + 1 }).slice(1), [
      'limits | Shown in part | findings alike are folded · outline to trace 5,000 | ',
    ]);
  });

  it('says what an untrusted folder cannot do', () => {
    assert.deepEqual(said({ isTrusted: false }).slice(1), [
      "trust | Restricted Mode | the folder's rule settings are ignored | Manage Trust",
    ]);
  });

  it('speaks Chinese', () => {
    const chinese = createLocalizer('zh-cn', messages);
    const every: Partial<StatusFacts> = {
      counts: { error: 1, warning: 2, information: 1, hint: 1 },
      valueSequence: 'lines',
      longLine: 30000,
      isTrusted: false,
      traceCount: maxOutlined + 1,
    };
    const others = [{ kind: 'digest' }, { kind: 'other', isLookAlike: true }, { isChecking: true }] as const;
    for (const facts of [every, ...others, { formattedOf: 'a.json' }])
      for (const { text, detail, action } of statusEntries({ ...plain, ...facts }, chinese))
        for (const shown of [text, detail, action?.title ?? '汉']) assert.match(shown, /\p{Script=Han}/u);
    assert.equal(
      said(every, chinese)[0],
      'status | 5,001 个 CTS 事件 | 1 个错误 · 2 个警告 · 1 条信息 · 1 条提示 | 查看规则',
    );
  });
});

describe('the order of values', () => {
  const trace =
    '{"trace_name":"createImage","trace_type":"ApiCall","service_type":"IMS","time":1603251619204}';
  const spread = JSON.stringify(JSON.parse(trace), undefined, 2);

  it('is told from where values begin', () => {
    const orders = {
      [trace]: 'single',
      [`[${trace},${trace}]`]: 'single',
      [`{"traces":[${trace},${trace}]}`]: 'single',
      [`[[${trace}],[${trace}]]`]: 'single',
      [`${trace}\n${trace}\n`]: 'lines',
      [`[${trace}]\n[${trace}]`]: 'lines',
      [`[${trace}][${trace}]\n`]: 'sequence',
      [`${spread}\n${spread}`]: 'sequence',
      [`[${trace},\n${trace}]\n[${trace}]`]: 'other',
    };
    const told = Object.keys(orders).map((text) => [text, checkText(text).valueSequence]);
    assert.deepEqual(Object.fromEntries(told), orders);
  });

  it('never lets a file be called JSON Lines that would be read in another way then', () => {
    for (const text of [`[${trace}][${trace}]\n`, `${spread}\n${spread}`, `${trace}\n${trace}`]) {
      const asLines = checkText(text, { isLineDelimited: true });
      assert.deepEqual(
        [asLines.traceCount, asLines.findings().length],
        [2, checkText(text).findings().length],
      );
    }
  });
});
