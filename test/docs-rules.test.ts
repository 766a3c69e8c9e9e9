import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import chineseMessages from '../l10n/bundle.l10n.zh-cn.json';
import manifest from '../package.json';
import englishTexts from '../package.nls.json';
import chineseTexts from '../package.nls.zh-cn.json';
import { writeStoryBucket } from '../scripts/lib/story-bucket/story-bucket.mjs';
import { attributes } from '../src/core/catalog/rows/attributes';
import { type Finding, messageOf } from '../src/core/check/finding';
import { rules } from '../src/core/rules/rules';
import { severities } from '../src/core/rules/severity';
import { lazy } from '../src/core/text/lazy';
import { createLocalizer, type Localizer } from '../src/core/text/localization';
import { brokenCatalog, readUserCatalog } from '../src/core/user-catalog/user-catalog';
import { folderWith, removeFolders } from './support/command';
import { checkText, english } from './support/harness';

/** The rules document in one language. */
interface Edition {
  readonly file: string;
  readonly localizer: Localizer;
  /** Finds the default severity in a chapter. */
  readonly opening: RegExp;
  /** The line after an example without findings. */
  readonly nothing: string;
  /** Finds what every chapter has. */
  readonly parts: readonly RegExp[];
  /** JSON types by their names in this language. */
  readonly types: Readonly<Record<string, string>>;
}

const editions: readonly Edition[] = [
  {
    file: 'docs/rules.md',
    localizer: english,
    opening: /^\*\*Default: (\w+)/m,
    nothing: 'Nothing is found.',
    parts: [/^Why: /m, /^Fix: /m, /^Not reported: /m, / Since \d+\.\d+\.\d+\./],
    types: {},
  },
  {
    file: 'docs/rules.zh-cn.md',
    localizer: createLocalizer('zh-cn', chineseMessages),
    opening: /^\*\*默认：(\w+)/m,
    nothing: '没有检查结果。',
    parts: [/^原因：/m, /^修复：/m, /^不报告：/m, /自 \d+\.\d+\.\d+ 起提供。/],
    types: { 字符串: 'string', 数字: 'number', 对象: 'object', 数组: 'array', 布尔值: 'boolean' },
  },
];
const readmes = ['README.md', 'README.zh-cn.md'];
const defaults = rules.map(({ id, level }) => `${id}: ${level}`).sort();
const settings = manifest.contributes.configuration.properties;

interface Chapter {
  readonly rule: string;
  readonly text: string;
  readonly examples: readonly Example[];
}

interface Example {
  readonly json: string;
  /** As the command line prints them, each followed by the indented titles of its fixes. */
  readonly expectedFindings: readonly string[];
}

function readChapters({ file, nothing }: Edition): readonly Chapter[] {
  const parts = readFileSync(file, 'utf8').split('\n## ').slice(1);
  return parts.map((part) => {
    const [rule = part] = /(?<=^`)[a-z-]+(?=`\n)/.exec(part) ?? [];
    const examples = part.split('\n```json\n').slice(1);
    return { rule, text: part, examples: examples.map((example) => toExample(example, nothing)) };
  });
}

/** @param part text from the first line of the JSON to the next JSON block */
function toExample(part: string, nothing: string): Example {
  const [json = '', after = ''] = part.split(/^```\n/m, 2);
  const [, listed = ''] = part.split('\n```text\n');
  const isSilent = after.split('\n').includes(nothing);
  const expectedFindings = listed.split('\n```\n', 1).flatMap((lines) => lines.split('\n'));
  return { json, expectedFindings: isSilent ? [] : expectedFindings };
}

/** Turns a rule that is off by default on for its own chapter. */
function findingsIn(json: string, rule: string, localizer: Localizer): readonly string[] {
  if (rule === brokenCatalog.id) return problemsIn(json, localizer);
  const isOff = rules.some(({ id, level }) => id === rule && level === 'off');
  const file = checkText(json, { localizer, levels: isOff ? { [rule]: 'information' } : {} });
  assert.equal(file.kind, 'traces');
  return file.findings().flatMap((finding) => toLines(finding, json, localizer));
}

function problemsIn(catalog: string, localizer: Localizer): readonly string[] {
  const { problems = [] } = readUserCatalog(catalog, 'own.cts-catalog.json', localizer);
  const rule = { rule: brokenCatalog.id, severity: brokenCatalog.level };
  return problems.flatMap((problem) =>
    toLines({ ...problem, ...rule, fixes: [], trace: undefined }, catalog, localizer),
  );
}

function toLines(finding: Finding, json: string, { t }: Localizer): readonly string[] {
  const { span, severity, rule, fixes, related = [] } = finding;
  const message = messageOf(finding, (offset) => json.slice(0, offset).split('\n').length - 1);
  return [
    `${positionIn(json, span.offset)}: ${t(severity)}: ${message} [${rule}]`,
    ...related.map((other) => `    ${positionIn(json, other.span.offset)}: ${other.message}`),
    ...fixes.map(({ title }) => `    ${title}`),
  ];
}

function positionIn(json: string, offset: number): string {
  const before = json.slice(0, offset).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

/** The rules and default levels from a table with these two columns first. */
function ruleRowsIn(file: string): readonly string[] {
  const rows = readFileSync(file, 'utf8').matchAll(/^\| \[`([a-z-]+)`\]\([^)]*\) \| (\w+) \|/gm);
  return [...rows].map(([, id, level]) => `${id}: ${level}`).sort();
}

function settingRowsIn(file: string): readonly string[] {
  const rows = readFileSync(file, 'utf8').matchAll(/^\| `(ctsTrace\.[\w.]+)` \| `([^`]+)` \|/gm);
  return [...rows].map(([, name, value]) => `${name}: ${value}`);
}

for (const edition of editions) {
  const { file, localizer, opening, parts } = edition;

  describe(file, () => {
    const chapters = readChapters(edition);

    for (const { rule, examples } of chapters) {
      for (const [index, { json, expectedFindings }] of examples.entries()) {
        it(`states the findings of example ${index + 1} of ${rule}`, () => {
          assert.deepEqual(findingsIn(json, rule, localizer), expectedFindings);
        });
      }
    }

    it('has a chapter for every rule and one for catalogs, with the defaults', () => {
      const documented = chapters.map(({ rule, text }) => `${rule}: ${opening.exec(text)?.[1]}`);
      const others = [`${brokenCatalog.id}: ${brokenCatalog.level}`];
      assert.deepEqual(documented.sort(), [...defaults, ...others].sort());
    });

    it('lists every field whose type is checked, with its types', () => {
      const known = attributes.flatMap(({ name, types }) =>
        types ? `${name}: ${[...types].sort().join(', ')}` : [],
      );
      assert.deepEqual([...typeRows(edition)].sort(), known.sort());
    });

    it('has an example, reason, fix, exceptions and version for every rule', () => {
      for (const { rule, text, examples } of chapters) {
        const shown = examples.flatMap(({ expectedFindings }) => expectedFindings);
        assert.ok(
          shown.some((line) => line.endsWith(` [${rule}]`)),
          rule,
        );
        for (const part of parts) assert.match(text, part, rule);
      }
    });
  });
}

describe('the editions of the rules document', () => {
  it('have the same chapters with the same examples, tables and links', () => {
    const [english, chinese] = editions;
    assert.ok(english && chinese);
    const examplesOf = (edition: Edition) =>
      readChapters(edition).map(({ rule, examples }) => [rule, ...examples.map(({ json }) => json)]);
    assert.deepEqual(examplesOf(chinese), examplesOf(english));
    assert.deepEqual(shapeOf(chinese.file), shapeOf(english.file));
    const targetsOf = ({ file }: Edition) => targetsIn(file).filter((target) => !/^rules/.test(target));
    assert.deepEqual(targetsOf(chinese), targetsOf(english));
  });
});

/** The accepted types of fields, from a table of the document. */
function typeRows({ file, types: names }: Edition): readonly string[] {
  const rows = readFileSync(file, 'utf8').matchAll(
    /^\| (`[a-z_]+`(?:(?:, |、)`[a-z_]+`)*) \| ([^`|]+) \|$/gm,
  );
  return [...rows].flatMap(([, fields = '', accepted = '']) => {
    const types = accepted.split(/, |、/).map((word) => names[word] ?? word);
    return [...fields.matchAll(/[a-z_]+/g)].map(([field]) => `${field}: ${types.sort().join(', ')}`);
  });
}

/** The commands shown in a document with their output; a last line `…` stands for omitted output. */
function commandsIn(file: string): readonly { readonly args: string; readonly output: string }[] {
  const blocks = readFileSync(file, 'utf8').split('\n```console\n$ cts-trace ').slice(1);
  return blocks.map((block) => {
    const [shown = ''] = block.split('\n```\n', 1);
    const [args = '', ...lines] = shown.split('\n');
    return { args, output: lines.join('\n') };
  });
}

/** The output of the built command line, in English unless `args` say otherwise. */
function outputOf(args: string): string {
  const env = { ...process.env, LC_ALL: 'C', NO_COLOR: '1' };
  const cwd = args.includes('CloudTraces/') ? storyBucket().folder : process.cwd();
  const command = [path.resolve('dist/cli.js'), ...args.split(' ')];
  return spawnSync(process.execPath, command, { encoding: 'utf8', env, cwd }).stdout;
}

/** The bucket of `npm run sample-bucket -- --files 12 --traces 6`, in which examples on `CloudTraces/` are run. */
const storyBucket = lazy(() => {
  const folder = folderWith({});
  writeStoryBucket(folder, { files: 12, seed: 1, traces: 6 });
  return { folder };
});

after(removeFolders);

/** The structure of a document line by line: headings, table rows, list items and code blocks, without their text. */
function shapeOf(file: string): readonly string[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line) => /^(?:#+|\||-|```\w*)(?= |$|\w)/.exec(line)?.[0] ?? []);
}

/** The link targets in a document, with `#` for all targets in the document itself. */
function targetsIn(file: string): readonly string[] {
  const links = readFileSync(file, 'utf8').matchAll(/\]\(([^)\s]+)\)/g);
  return [...links].map(([, target = '']) => (target.startsWith('#') ? '#' : target));
}

/** The packages that a script imports statically; those imported dynamically are installed by then. */
function packagesLoadedFirst(script: string): readonly string[] {
  const imports = readFileSync(script, 'utf8').matchAll(/^(?:import|\} from) (?:.* from )?'([^']+)';$/gm);
  return [...imports].flatMap(([, name = '']) => {
    if (name.startsWith('.')) return packagesLoadedFirst(path.join(path.dirname(script), name));
    return name.startsWith('node:') ? [] : [name];
  });
}

describe('the documentation', () => {
  it('README.md and README.zh-cn.md have the same chapters, tables, lists and links', () => {
    const [english = '', chinese = ''] = readmes;
    assert.deepEqual(shapeOf(chinese), shapeOf(english));
    const targets = (file: string) =>
      targetsIn(file)
        .filter((target) => !/^README|^media\//.test(target))
        .map((target) => target.replace('.zh-cn.md', '.md'))
        .sort();
    assert.deepEqual(targets(chinese), targets(english));
  });

  for (const file of readmes) {
    it(`${file} names npm commands that work on a fresh clone`, () => {
      const scripts: Readonly<Record<string, string>> = manifest.scripts;
      const named = readFileSync(file, 'utf8').matchAll(/\bnpm (?:run )?(start|test|(?<=run )\w+)\b/g);
      for (const name of new Set([...named].map((found) => found[1] ?? ''))) {
        const [, script] = /^node ([\w/]+\.mjs)$/.exec(scripts[name] ?? '') ?? [];
        assert.ok(script, name);
        assert.deepEqual(packagesLoadedFirst(script), [], name);
      }
    });
  }

  for (const file of [
    ...readmes,
    'CONTRIBUTING.md',
    ...editions.map(({ file }) => file),
    'docs/command-line.md',
    'docs/other-editors.md',
    'samples/README.md',
  ]) {
    it(`${file} links to files that exist`, () => {
      const files = targetsIn(file).filter((target) => !/^(?:#|https:)/.test(target));
      const missing = files.filter(
        (target) => !existsSync(path.join(path.dirname(file), target.replace(/#.*/, ''))),
      );
      assert.deepEqual(missing, []);
    });
  }

  for (const file of [...editions.map(({ file }) => file), ...readmes]) {
    it(`${file} lists every rule with its default`, () => {
      assert.deepEqual(ruleRowsIn(file), defaults);
    });
  }

  for (const file of readmes) {
    it(`${file} lists every setting with its default`, () => {
      const declared = Object.entries(settings).map(
        ([name, { default: value }]) => `${name}: ${JSON.stringify(value)}`,
      );
      assert.deepEqual(settingRowsIn(file), declared);
    });
  }

  for (const file of [...readmes, 'docs/command-line.md']) {
    for (const { args, output } of commandsIn(file)) {
      it(`${file} shows what cts-trace ${args} prints`, () => {
        const printed = outputOf(args).trimEnd();
        if (output.endsWith('\n…')) assert.equal(printed.slice(0, output.length - 1), output.slice(0, -1));
        else assert.equal(printed, output);
      });
    }
  }

  it('package.json accepts every rule and level in settings, and describes every rule', () => {
    const { properties, additionalProperties } = settings['ctsTrace.rules'];
    assert.deepEqual(Object.keys(properties).sort(), rules.map(({ id }) => id).sort());
    // The settings page shows a list for each level only if it knows all values and every member
    assert.equal(additionalProperties, false);
    for (const [id, { type, enum: levels, description, markdownDescription }] of Object.entries(properties)) {
      assert.deepEqual([type, levels], ['string', [...severities, 'off']], id);
      const text = `%configuration.rule.${id}%`;
      assert.deepEqual([description, markdownDescription], [text, text]);
    }
    for (const [texts, opening, closing] of [
      [englishTexts, '(default: ', ')'],
      [chineseTexts, '（默认：', '）'],
    ] as const) {
      for (const { id, level } of rules) {
        const text = (texts as Readonly<Record<string, string>>)[`configuration.rule.${id}`];
        assert.ok(text?.endsWith(`${opening}${level}${closing}`), `${id}: ${text}`);
      }
    }
  });
});
