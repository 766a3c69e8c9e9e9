import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import {
  type BucketFigures,
  type Figures,
  measureBucket,
  measureEngine,
  measureOtherFile,
  profileChecks,
} from './engine';
import { measureShapes, type ShapeFigures } from './shapes';
import { measureSmallFiles } from './small-files';

const sizes = [1, 10, 47];
/** Of each shape, in megabytes. */
const shapeSize = 5;
const smallFiles = 5000;
const bucketFiles = 250;
/** Beyond this many times the cost of the plain shape, a figure is printed in bold. */
const maxFactor = 3;

interface Result {
  readonly date: string;
  readonly machine: string;
  readonly figures: readonly Figures[];
  readonly bucket: BucketFigures;
  /** How long it takes to decide that a file of other JSON is ignored, in milliseconds. */
  readonly otherFile: number;
  readonly shapes: readonly ShapeFigures[];
  /** How long each of many small files takes, in milliseconds. */
  readonly smallFile: number;
}

const modes = { '--profile': showProfile, '--shapes': showShapes, '--bucket': showBucket } as const;
void (Object.entries(modes).find(([name]) => process.argv.includes(name))?.[1] ?? run)();

async function showShapes(): Promise<void> {
  console.log(shapesTable(measureShapes(shapeSize * 1e6), await measureSmallFiles(smallFiles)));
}

async function showBucket(): Promise<void> {
  console.log(bucketText(measureBucket(bucketFiles)));
}

const minShare = 0.005;

async function showProfile(): Promise<void> {
  for (const [shape, shares] of Object.entries(await profileChecks(47))) {
    console.log(shape);
    for (const [part, share] of shares)
      if (share >= minShare) console.log(`${(100 * share).toFixed(1).padStart(5)} %  ${part}`);
  }
}

async function run(): Promise<void> {
  const date = new Date().toISOString().slice(0, 10);
  const figures = await measureEngine(sizes);
  const result: Result = {
    date,
    machine: machineName(),
    figures,
    bucket: measureBucket(bucketFiles),
    otherFile: measureOtherFile(47),
    shapes: measureShapes(shapeSize * 1e6),
    smallFile: await measureSmallFiles(smallFiles),
  };
  const target = process.argv[process.argv.indexOf('--json') + 1] ?? 'bench.json';
  writeFileSync(target, `${JSON.stringify({ ...result, table: tableOf(result) }, null, 2)}\n`);
}

function machineName(): string {
  return `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node.js ${process.version}`;
}

function tableOf({ date, machine, figures, bucket, otherFile, shapes, smallFile }: Result): string {
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
    bucketText(bucket),
    '',
    `A 47 MB file of other JSON is left alone after ${otherFile.toFixed(3)} ms.`,
    '',
    shapesTable(shapes, smallFile),
  ].join('\n');
}

function bucketText({
  files,
  megabytes,
  traces,
  jsonParse,
  check,
  checkWithoutRules,
}: BucketFigures): string {
  const times = (time: number): string => (time / jsonParse).toFixed(2);
  return [
    `${files} files of a bucket, ${megabytes.toFixed(0)} MB and ${traces} traces together: \`JSON.parse\` ${jsonParse.toFixed(0)} ms,`,
    `full check ${check.toFixed(0)} ms, which is ${times(check)} ×, with rules off ${times(checkWithoutRules)} ×.`,
  ].join(' ');
}

function shapesTable(shapes: readonly ShapeFigures[], smallFile: number): string {
  const [plain] = shapes;
  const factor = (cost: number, of: number | undefined): string => {
    const times = cost / (of ?? Number.NaN);
    return times > maxFactor ? `**${times.toFixed(1)}**` : times.toFixed(1);
  };
  const header = ['shape', 'traces', 'findings', 'ms a MB', '× plain', 'all findings, ms a MB', '× plain'];
  const rows = shapes.map(({ shape, traces, findings, shown, all }) => [
    ...[shape, traces, findings, shown.toFixed(1), factor(shown, plain?.shown)],
    ...[all.toFixed(1), factor(all, plain?.all)],
  ]);
  return [
    `Shapes of ${shapeSize} MB: a full check up to what the editor shows, and with every finding made as the command line does:`,
    '',
    ...[header, header.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`),
    '',
    `Each of ${smallFiles} files of one record takes the command line ${smallFile.toFixed(3)} ms.`,
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
