import { type RuleLevels, type Severity, severities } from '../../core/rules/severity';
import type { CheckOptions } from '../arguments/command-requests';
import { findInputs, type Input } from '../input/find-inputs';
import { gzipText } from '../input/read-input';
import { type CheckedInput, inputWithoutFindings } from '../output/checked-input';
import { painter } from '../output/colours';
import { type ExitCode, exitCodes } from '../output/exit-code';
import { type Io, writeNotice, writeNoticeAbout } from '../output/io';
import { jsonReport } from '../output/json-report';
import { prettyReport } from '../output/pretty-report';
import { addToSummary, emptySummary, type Report, type Summary } from '../output/report';
import { checkInput } from './check-input';

/** `check`: checks one file after another and reports each before reading the next. */
export async function checkCommand(
  paths: readonly string[],
  options: CheckOptions,
  io: Io,
): Promise<ExitCode> {
  const report =
    options.format === 'json' ? jsonReport : prettyReport(io.localizer, painter(io.stdout.hasColour));
  await writeAll(report.begin(), io);
  const summary = await checkAll(paths.length > 0 ? paths : ['.'], { report, levels: options.rule, io });
  await writeAll(report.end(summary), io);
  await io.stdout.flush();
  if (summary.files === 0)
    await writeNotice(
      io,
      io.localizer.t('No files were checked. In folders, only *.json, *.jsonl and *.ndjson are read'),
    );
  return exitCodeOf(summary, options.failOn);
}

interface Check {
  readonly report: Report;
  readonly levels: RuleLevels;
  readonly io: Io;
}

async function checkAll(paths: readonly string[], check: Check): Promise<Summary> {
  const { report, io } = check;
  let summary = emptySummary;
  for (const input of findInputs(paths)) {
    if (input.kind === 'gzipped') await writeNoticeAbout(io, input.path, gzippedNote(input.files.length, io));
    for (const checked of await checkInputs(input, check)) {
      if (io.stdout.isClosed) return summary;
      await writeAll(report.file(checked, summary.files), io);
      if (input.kind !== 'gzipped') await writeNote(checked, io);
      summary = addToSummary(summary, checked);
    }
  }
  return summary;
}

/** An input as it goes into the report: each of a folder's gzipped files by itself. */
async function checkInputs(input: Input, { io, levels }: Check): Promise<readonly CheckedInput[]> {
  const { localizer, catalog, stdin } = io;
  if (input.kind === 'gzipped')
    return input.files.map((file) => inputWithoutFindings(file, 'unreadable', gzipText(localizer)));
  return [await checkInput(input, stdin, { localizer, catalog, levels })];
}

function gzippedNote(count: number, { localizer }: Io): string {
  return count === 1
    ? localizer.t('contains a gzipped file that was not read. Unzip it first')
    : localizer.t('contains {0} gzipped files that were not read. Unzip them first', count);
}

/** Flushes stdout first, so that notes appear in order among the findings on a terminal. */
async function writeNote({ path, remarks }: CheckedInput, io: Io): Promise<void> {
  const { note } = remarks();
  if (note === undefined) return;
  await io.stdout.flush();
  await writeNoticeAbout(io, path, note);
}

async function writeAll(pieces: Iterable<string>, { stdout }: Io): Promise<void> {
  for (const piece of pieces) {
    if (stdout.isClosed) return;
    await stdout.write(piece);
  }
}

/** Unread evidence must not pass as clean. */
function exitCodeOf({ bySeverity, isWhole }: Summary, failOn: Severity): ExitCode {
  if (!isWhole) return exitCodes.trouble;
  const failing = severities.slice(0, severities.indexOf(failOn) + 1);
  return failing.some((severity) => bySeverity[severity] > 0) ? exitCodes.found : exitCodes.clean;
}
