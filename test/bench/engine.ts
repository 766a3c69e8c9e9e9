import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import { createCatalog } from '../../src/core/catalog/catalog';
import { CheckedFile } from '../../src/core/check/checked-file';
import { explainAt } from '../../src/core/explain/explain';
import { sniffContent } from '../../src/core/file/sniff-content';
import { rules } from '../../src/core/rules/rules';
import type { RuleLevels } from '../../src/core/rules/severity';
import { createLocalizer } from '../../src/core/text/localization';
import { type TextSource, textSource } from '../../src/core/text/text-source';
import { makeBucketFiles } from './bucket';
import { medianOf, memoryOf } from './measure';
import { pieceSource } from './pieces';
import { profile, type Share } from './profile';
import { makeSchema, makeTraces } from './traces';

/** The results for one file; times in milliseconds. */
export interface Figures {
  readonly file: string;
  readonly megabytes: number;
  readonly traces: number;
  readonly jsonParse: number;
  readonly check: number;
  /** The check with all rules turned off. */
  readonly checkWithoutRules: number;
  readonly languageService: number;
  readonly edit: number;
  readonly hover: number;
  readonly languageServiceHover: number;
  /** In addition to the text, in megabytes. */
  readonly memory: number;
}

const localizer = createLocalizer('en', {});
const catalog = createCatalog();
const rulesOff = Object.fromEntries(rules.map(({ id }) => [id, 'off' as const]));
const settings = { localizer, catalog, isSyntaxReportedElsewhere: false, isLineDelimited: false };

export async function measureEngine(sizes: readonly number[]): Promise<readonly Figures[]> {
  const figures: Figures[] = [];
  for (const size of sizes)
    figures.push(await measureFile(`${size} MB, 1 % bad`, makeTraces(size * 1e6, 0.01)));
  figures.push(await measureFile('10 MB, all bad', makeTraces(10e6, 1)));
  return figures;
}

/** The results for the files of a bucket, one after another; times in milliseconds. */
export interface BucketFigures {
  readonly files: number;
  readonly megabytes: number;
  readonly traces: number;
  readonly jsonParse: number;
  /** With every finding made, as the command line does. */
  readonly check: number;
  readonly checkWithoutRules: number;
}

const fileSize = 200_000;

export function measureBucket(fileCount: number): BucketFigures {
  const texts = makeBucketFiles(fileCount, fileSize);
  const rounds = 9;
  return {
    files: fileCount,
    megabytes: sumOf(texts, (text) => text.length) / 1e6,
    traces: checkAll(texts),
    jsonParse: medianOf(() => sumOf(texts, (text) => JSON.parse(text).length), rounds),
    check: medianOf(() => checkAll(texts), rounds),
    checkWithoutRules: medianOf(() => checkAll(texts, rulesOff), rounds),
  };
}

/** Checks files and makes every finding; returns the number of traces. */
function checkAll(texts: readonly string[], levels: RuleLevels = {}): number {
  return sumOf(texts, (text) => {
    const file = new CheckedFile(textSource(text), { ...settings, levels });
    file.read(() => true);
    for (const _ of file.eachFinding());
    return file.traceCount;
  });
}

function sumOf<T>(values: readonly T[], numberOf: (value: T) => number): number {
  return values.reduce((sum, value) => sum + numberOf(value), 0);
}

/** The shares of the time of a full check of one large file, and of many files of a bucket. */
export async function profileChecks(size: number): Promise<Readonly<Record<string, readonly Share[]>>> {
  const text = makeTraces(size * 1e6, 0.01);
  const bucket = makeBucketFiles((size * 1e6) / fileSize, fileSize);
  return {
    'one file, pretty-printed': await profileRounds(() => checkFully(textSource(text))),
    'files of a bucket': await profileRounds(() => checkAll(bucket)),
  };
}

function profileRounds(check: () => void): Promise<readonly Share[]> {
  const run = (): void => {
    for (let round = 0; round < 5; round++) check();
  };
  run();
  return profile(run);
}

/** How long it takes to decide that a large file of other JSON is ignored, in milliseconds. */
export function measureOtherFile(size: number): number {
  const other = makeTraces(size * 1e6, 0).replaceAll('"trace_', '"track_');
  return medianOf(() => sniffContent(textSource(other), false), 50);
}

async function measureFile(file: string, text: string): Promise<Figures> {
  const rounds = text.length > 20e6 ? 7 : 15;
  // Measured first, as garbage of the others may be collected at any time
  const { value, megabytes } = memoryOf(() => checkFully(textSource(text)));
  const jsonParse = medianOf(() => JSON.parse(text), rounds);
  const check = medianOf(() => checkFully(textSource(text)), rounds);
  const checkWithoutRules = medianOf(() => checkFully(textSource(text), rulesOff), rounds);
  const service = await measureLanguageService(text);
  return {
    file,
    megabytes: text.length / 1e6,
    traces: value.traceCount,
    jsonParse,
    check,
    checkWithoutRules,
    ...service,
    edit: measureEdit(text),
    hover: measureHover(value, text),
    memory: megabytes,
  };
}

function checkFully(source: TextSource, levels: RuleLevels = {}): CheckedFile {
  const file = new CheckedFile(source, { ...settings, levels });
  file.read(() => true);
  file.shownFindings();
  return file;
}

/** From an edit of one character of an event name in the middle of the file to the shown findings. */
function measureEdit(text: string): number {
  const source = pieceSource(text);
  const file = checkFully(source);
  const offset = middleName(text);
  let isOdd = false;
  return medianOf(() => {
    isOdd = !isOdd;
    source.replaceUnit(offset, isOdd ? 'x' : 'y');
    file.update([{ offset, removed: 1, inserted: 1 }]);
    file.read(() => true);
    file.shownFindings();
  }, 500);
}

function measureHover(file: CheckedFile, text: string): number {
  const offset = middleName(text);
  return medianOf(() => {
    const located = file.traceAt(offset);
    const explanation =
      located && explainAt(located.trace, offset - located.start, { localizer, catalog, now: 0 });
    if (explanation === undefined) throw new Error('The hover found nothing');
  }, 500);
}

/** An offset within the event name in the middle of the file. */
function middleName(text: string): number {
  const key = '"trace_name": "';
  return text.indexOf(key, text.length / 2) + key.length + 2;
}

/** The alternative: a JSON schema, checked by the language service that VS Code uses for JSON. */
async function measureLanguageService(
  text: string,
): Promise<Pick<Figures, 'languageService' | 'languageServiceHover'>> {
  const service = getLanguageService({});
  service.configure({
    validate: true,
    schemas: [{ uri: 'cts:trace', fileMatch: ['*'], schema: makeSchema() }],
  });
  const document = TextDocument.create('file:///traces.json', 'json', 1, text);
  const rounds = text.length > 20e6 ? 3 : 5;
  const validations: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await service.doValidation(document, service.parseJSONDocument(document));
    validations.push(performance.now() - start);
  }
  const parsed = service.parseJSONDocument(document);
  const position = document.positionAt(middleName(text));
  const hovers: number[] = [];
  for (let round = 0; round < 2 * rounds; round++) {
    const start = performance.now();
    await service.doHover(document, position, parsed);
    hovers.push(performance.now() - start);
  }
  return { languageService: medianIn(validations), languageServiceHover: medianIn(hovers) };
}

function medianIn(times: readonly number[]): number {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN;
}
