import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  ctsTrace,
  folderWith,
  hint,
  json,
  misspelledTrace,
  removeFolders,
  validTrace,
} from './support/command';

const page = readFileSync('docs/other-editors.md', 'utf8');

/** What a pattern of an editor reads from a line, as far as it does. */
interface Read {
  readonly file?: string;
  readonly line: number;
  readonly column: number;
  readonly severity?: string;
  readonly message?: string;
  readonly rule?: string;
}

type Reader = (line: string) => Read | undefined;

/** The only match of a pattern in the page. */
function inPage(pattern: RegExp): string {
  const [found, ...others] = [...page.matchAll(new RegExp(pattern, `g${pattern.flags}`))];
  assert.ok(found?.[1] !== undefined && others.length === 0, String(pattern));
  return found[1];
}

/** A format of Vim's `errorformat`, of which the page uses the items below. */
function errorformatReader(formats: readonly string[]): Reader {
  const items: Readonly<Record<string, string>> = {
    f: '(?<file>.+?)',
    l: '(?<line>\\d+)',
    c: '(?<column>\\d+)',
    t: '(?<type>.)',
    m: '(?<message>.+)',
  };
  const expressions = formats.map((format) => {
    const escaped = format.replace(/%([a-z])|([^%\w\s])/g, (_, item: string, sign: string) =>
      item === undefined ? `\\${sign}` : (items[item] ?? assert.fail(`%${item}`)),
    );
    return new RegExp(`^${escaped}$`);
  });
  return (line) => {
    const groups = expressions.map((expression) => expression.exec(line)?.groups).find((found) => found);
    return groups && toRead(groups, severityOfLetter(groups['type']));
  };
}

function severityOfLetter(letter = ''): string {
  return { e: 'error', w: 'warning', i: 'information', h: 'hint' }[letter] ?? letter;
}

function toRead(groups: Readonly<Record<string, string | undefined>>, severity: string | undefined): Read {
  const { file, line, column, message, rule } = groups;
  return {
    line: Number(line),
    column: Number(column),
    ...(file !== undefined && { file }),
    ...(severity !== undefined && { severity }),
    ...(message !== undefined && { message }),
    ...(rule !== undefined && { rule }),
  };
}

/** A regular expression with numbered groups. */
function regexpReader(source: string, names: readonly string[]): Reader {
  const expression = new RegExp(source);
  return (line) => {
    const found = expression.exec(line)?.slice(1);
    const groups = found && Object.fromEntries(names.map((name, index) => [name, found[index]]));
    return groups && toRead(groups, groups['severity']);
  };
}

/** A pattern of Lua, of which the page uses the classes below. */
function fromLua(pattern: string): string {
  const classes: Readonly<Record<string, string>> = { d: '[0-9]', a: '[A-Za-z]', w: 'A-Za-z0-9' };
  return pattern.replace(/%(.)/g, (_, sign: string) => classes[sign] ?? `\\${sign}`);
}

/** A regular expression of Emacs, in a string: groups and alternatives are those with a backslash. */
function fromEmacs(literal: string): string {
  const expression = literal.replaceAll('\\\\', '\\');
  return expression.replace(/\\([(|)])/g, '$1');
}

/** A pattern that is "very magic" to Vim. */
function fromVeryMagic(pattern: string): string {
  return pattern.replace(/^\\v/, '').replaceAll('.{-}', '.*?');
}

const efmFormats = [...page.matchAll(/^ {6}- '(%f.+)'$/gm)].map(([, format = '']) => format);
const vimFormats = inPage(/^set errorformat=(.+)$/m)
  .split(',')
  .map((format) => format.replaceAll('\\ ', ' '));
const groupNames: Readonly<Record<string, string>> = { lnum: 'line', col: 'column', code: 'rule' };
const luaGroups = inPage(/groups = \{ (.+) \}/)
  .split(', ')
  .map((name) => name.slice(1, -1))
  .map((name) => groupNames[name] ?? name);
const task = JSON.parse(inPage(/^```json\n(\{[^`]+)^```$/m));
const { regexp, ...groups } = task.tasks[0].problemMatcher.pattern;
const matcherNames = Object.entries<number>(groups)
  .sort(([, one], [, other]) => one - other)
  .map(([name]) => (name === 'code' ? 'rule' : name));

/** Each reader, and what it reads of a finding. */
const readers: Readonly<Record<string, readonly [read: Reader, ...what: readonly (keyof Read)[]]>> = {
  Vim: [
    errorformatReader(vimFormats.filter((format) => !format.startsWith('%-'))),
    'file',
    'severity',
    'message',
  ],
  'efm-langserver': [errorformatReader(efmFormats), 'file', 'severity', 'message'],
  'nvim-lint': [
    regexpReader(fromLua(inPage(/pattern = '(\^.+)'$/m)), luaGroups),
    'severity',
    'message',
    'rule',
  ],
  ALE: [
    regexpReader(fromVeryMagic(inPage(/pattern = '(\\v.+)'$/m)), [
      'line',
      'column',
      'severity',
      'message',
      'rule',
    ]),
    'severity',
    'message',
    'rule',
  ],
  Emacs: [
    regexpReader(fromEmacs(inPage(/"(\^\\.+)"$/m)), ['file', 'line', 'column', 'warning', 'info']),
    'file',
  ],
  JetBrains: [
    regexpReader(
      inPage(/Output filters \| `(.+)` \|/)
        .replace('$FILE_PATH$', '^(.+?)')
        .replace(/\$(?:LINE|COLUMN)\$/g, '(\\d+)')
        .replace('$MESSAGE$', '(.+)$'),
      ['file', 'line', 'column', 'message'],
    ),
    'file',
  ],
  'VS Code': [regexpReader(regexp, matcherNames), 'file', 'severity', 'message', 'rule'],
};

const copy = { ...validTrace, trace_id: 'f47ac10b-58cc-4372-a567-0e02b2c3d479' };
const files = {
  'a b.json': json(misspelledTrace, hint),
  'sub/c.json': `[\n${json(copy)},\n${json(copy)}, rubbish ${json({ ...misspelledTrace, trace_name: 'x: y [z]' })}]`,
};

describe('docs/other-editors.md', () => {
  let lines: readonly string[] = [];
  let expected: readonly Required<Read>[] = [];

  before(async () => {
    const cwd = folderWith(files);
    const args = ['check', 'a b.json', path.join('sub', 'c.json'), '--lang', 'en'];
    lines = (await ctsTrace(args, { cwd })).out.trimEnd().split('\n');
    const found: Readonly<Record<string, string | number>>[] = (
      await ctsTrace([...args, '--format', 'ndjson'], { cwd })
    ).out
      .split('\n')
      .slice(0, -2)
      .map((line) => JSON.parse(line));
    expected = found.map(({ path: file, line, column, severity, message, rule }) => ({
      file: String(file),
      line: Number(line),
      column: Number(column),
      severity: String(severity),
      message: String(message),
      rule: String(rule),
    }));
  });

  after(removeFolders);

  it('has findings of each severity to try the patterns with, a related place and totals', () => {
    assert.deepEqual(new Set(expected.map(({ severity }) => severity)).size, 4);
    assert.ok(lines.some((line) => line.startsWith('    ')));
    assert.equal(lines.length, expected.length + 2);
  });

  for (const [editor, [read, ...what]] of Object.entries(readers))
    it(`has a pattern for ${editor} that reads every finding, and nothing else`, () => {
      const found = lines.flatMap((line) => read(line) ?? []);
      const keys: readonly (keyof Read)[] = ['line', 'column', ...what];
      const pick = (all: Read) =>
        Object.fromEntries(
          keys.map((key) => [key, key === 'message' ? all[key]?.replace(/ \[[a-z-]+\]$/, '') : all[key]]),
        );
      // The filter of JetBrains reads related places, too
      const wanted = editor === 'JetBrains' ? found.filter(({ file }) => !file?.startsWith(' ')) : found;
      assert.deepEqual(wanted.map(pick), expected.map(pick));
    });

  it('maps every severity', () => {
    assert.deepEqual(
      [...page.matchAll(/^ {6}([ewih]): ([EWIH])$/gm)].map(([, from, to]) => `${from}${to}`),
      ['eE', 'wW', 'iI', 'hH'],
    );
    for (const severity of ['error', 'warning', 'information', 'hint']) {
      assert.match(page, new RegExp(`^  ${severity} = vim\\.diagnostic\\.severity\\.[A-Z]+,$`, 'm'));
      assert.match(page, new RegExp(`'${severity}': '[EWI]'`));
    }
  });

  it('has an errorformat that Vim reads the findings with', function () {
    const script = [
      'set nomore',
      inPage(/^(set errorformat=.+)$/m),
      'cgetfile errors.txt',
      `call writefile(map(filter(getqflist(), 'v:val.valid'), 'bufname(v:val.bufnr) . "|" . v:val.lnum . "|" . v:val.col . "|" . v:val.type . "|" . v:val.text'), 'read.txt')`,
      'qall!',
    ].join('\n');
    const cwd = folderWith({ ...files, 'errors.txt': `${lines.join('\n')}\n`, 'script.vim': script });
    try {
      execFileSync('vim', ['-Nu', 'NONE', '-es', '-S', 'script.vim'], { cwd, stdio: 'ignore' });
    } catch {
      // Not every machine has Vim
      this.skip();
    }
    assert.deepEqual(
      readFileSync(path.join(cwd, 'read.txt'), 'utf8').trimEnd().split('\n'),
      expected.map(
        ({ file, line, column, severity, message, rule }) =>
          `${file}|${line}|${column}|${severity.charAt(0)}|${message} [${rule}]`,
      ),
    );
  });
});
