import assert from 'node:assert/strict';
import { mayHoldTraces } from '../../../src/core/file/may-hold-traces';
import { findPastedForm, type PastedForm } from '../../../src/core/file/pasted-text';
import { textSource } from '../../../src/core/text/text-source';
import { checkText } from '../../support/harness';

const trace = {
  time: 1763632800000,
  user: { name: 'mei', domain: { name: 'acme' } },
  service_type: 'ECS',
  resource_type: 'ecs',
  trace_name: 'deleteServer',
  trace_type: 'ConsoleAction',
  trace_status: 'normal',
  read_only: false,
  trace_id: 'ad165000-c5f7-11f0-9c1e-000000000001',
};
const json = JSON.stringify({ cts: trace }, null, 4);

const rows = Object.entries(trace).map(
  ([key, value]) => [key, typeof value === 'object' ? JSON.stringify(value) : String(value)] as const,
);
const lines = (between: string): string => rows.map((row) => row.join(between)).join('\n');

/** A dict as Python prints it. */
const python = JSON.stringify({ cts: trace })
  .replaceAll('"', "'")
  .replaceAll('false', 'False')
  .replace(/([:,])/g, '$1 ');
/** An object as Node.js prints it. */
const javascript = json.replace(/"(\w+)":/g, '$1:').replaceAll('"', "'");
const quoted = (mark: string): string => `${mark}\`\`\`\n${json}`.replaceAll('\n', `\n${mark}`);
const renamed = (rename: (key: string) => string): string =>
  json.replace(/"\w+_\w+":/g, (key) => rename(key));

const recognised: readonly (readonly [what: string, text: string, form: PastedForm])[] = [
  ['rows with tabs', lines('\t'), 'names-and-values'],
  ['rows with tabs and Windows line breaks', lines('\t').replaceAll('\n', '\r\n'), 'names-and-values'],
  ['rows with colons', lines(': '), 'names-and-values'],
  ['rows with full-width colons', lines('：'), 'names-and-values'],
  ['rows in columns', lines('    '), 'names-and-values'],
  ['names and values on lines of their own', lines('\n'), 'names-and-values'],
  ['a Python dict', python, 'single-quotes'],
  ['a list of Python dicts', `[${python}, ${python}]`, 'single-quotes'],
  ['a Python dict within a log', `INFO start\n${python}\nINFO end {"a": 1}\n`, 'single-quotes'],
  ['a Python dict far into a log', `${'INFO: nothing\n'.repeat(50_000)}${python}`, 'single-quotes'],
  ['an object of JavaScript', javascript, 'unquoted-keys'],
  ['a map of Java', `{${rows.map((row) => row.join('=')).join(', ')}}`, 'unquoted-keys'],
  ['a Markdown quote', quoted('> '), 'quoted-lines'],
  ['a Markdown quote without blanks', quoted('>'), 'quoted-lines'],
  ['a quote in a quote', quoted('>> > '), 'quoted-lines'],
  ['a page without underscores', renamed((key) => key.replace('_', '')), 'lost-underscores'],
  [
    'names in camel case',
    renamed((key) => key.replace(/_./, (pair) => pair.slice(1).toUpperCase())),
    'lost-underscores',
  ],
  ['escaped underscores', renamed((key) => key.replace('_', '\\_')), 'lost-underscores'],
];

const silent: readonly (readonly [what: string, text: string])[] = [
  ['nothing', ''],
  [
    'a table of the fields',
    'trace_name\tYes\tString\ntrace_type\tYes\tString\nservice_type\tYes\ntime\tYes\n',
  ],
  [
    'a table of the fields with their values',
    '| trace_name | String |\n| trace_type | String |\n| trace_rating | normal, warning, incident |\n| time | Long |',
  ],
  [
    'a type',
    'interface Trace { trace_name: string, trace_type: string, service_type: string, time: number }',
  ],
  ['part of a trace', "{'trace_name': 'a', 'trace_rating': 'normal'}"],
  [
    'spans of another kind of trace',
    '{"traceId":"1","traceName":"GET /","serviceName":"a","time":1,"status":"normal"}',
  ],
  ['a Markdown quote of something else', '> {\n>   "name": "trace_name",\n>   "time": 1\n> }'],
];

describe('a trace that was pasted in another form than JSON', () => {
  for (const [what, text, form] of recognised)
    it(`is recognised: ${what}`, () => {
      assert.equal(findPastedForm(text), form);
      if (text.length < 64 * 1024) assert.ok(mayHoldTraces(textSource(text)));
      assert.deepEqual([checkText(text).kind, checkText(text).findings()], ['other', []]);
    });

  for (const [what, text] of silent)
    it(`is not imagined: ${what}`, () => assert.equal(findPastedForm(text), undefined));

  it('is looked for in time in proportion', () => {
    for (const piece of [
      "'trace_name'  ",
      '> "trace_name" ',
      '{ trace_name ',
      '\ntrace_name ',
      'trace_rating  ',
    ]) {
      const start = performance.now();
      findPastedForm(piece.repeat(200_000));
      assert.ok(performance.now() - start < 1000, piece);
    }
  });
});
