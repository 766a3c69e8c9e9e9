import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { type Figures, measureEngine, measureOtherFile, profileCheck } from './engine';

const sizes = [1, 10, 47];

interface Result {
  readonly date: string;
  readonly machine: string;
  readonly figures: readonly Figures[];
  /** How long it takes to decide that a file of other JSON is ignored, in milliseconds. */
  readonly otherFile: number;
}

void (process.argv.includes('--profile') ? showProfile() : run());

const minShare = 0.005;

async function showProfile(): Promise<void> {
  const shares = await profileCheck(47);
  for (const [part, share] of shares)
    if (share >= minShare) console.log(`${(100 * share).toFixed(1).padStart(5)} %  ${part}`);
}

async function run(): Promise<void> {
  const date = new Date().toISOString().slice(0, 10);
  const figures = await measureEngine(sizes);
  const result: Result = { date, machine: machineName(), figures, otherFile: measureOtherFile(47) };
  const target = process.argv[process.argv.indexOf('--json') + 1] ?? 'bench.json';
  writeFileSync(target, `${JSON.stringify({ ...result, table: tableOf(result) }, null, 2)}\n`);
}

function machineName(): string {
  return `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node.js ${process.version}`;
}

function tableOf({ date, machine, figures, otherFile }: Result): string {
  const header = [
    'file',
    'traces',
    '`JSON.parse`',
    'full check',
    '× `JSON.parse`',
    'rules off',
    'JSON language service',
    'faster',
    'edit to findings',
    'of a full check',
    'hover',
    'its hover',
    'memory',
  ];
  const rows = [header, header.map(() => '---'), ...figures.map(rowOf)];
  return [
    `Measured on ${date}: ${machine}. Medians of one run; times in ms, memory in MB beside the text.`,
    '',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
    `A 47 MB file of other JSON is left alone after ${otherFile.toFixed(3)} ms.`,
  ].join('\n');
}

function rowOf(row: Figures): string[] {
  return [
    row.file,
    String(row.traces),
    row.jsonParse.toFixed(0),
    row.check.toFixed(0),
    (row.check / row.jsonParse).toFixed(2),
    (row.checkWithoutRules / row.jsonParse).toFixed(2),
    row.languageService.toFixed(0),
    `${(row.languageService / row.check).toFixed(1)} ×`,
    row.edit.toFixed(3),
    `1/${(row.check / row.edit).toFixed(0)}`,
    row.hover.toFixed(3),
    row.languageServiceHover.toFixed(1),
    row.memory.toFixed(1),
  ];
}
