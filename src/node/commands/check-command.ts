import { type RuleLevels, type Severity, severities } from '../../core/rules/severity';
import type { CheckOptions } from '../arguments/command-requests';
import { findInputs } from '../input/find-inputs';
import type { CheckedInput } from '../output/checked-input';
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
      io.localizer.t('no file was checked: in folders, *.json, *.jsonl and *.ndjson are read'),
    );
  return exitCodeOf(summary, options.failOn);
}

interface Check {
  readonly report: Report;
  readonly levels: RuleLevels;
  readonly io: Io;
}

async function checkAll(paths: readonly string[], { report, levels, io }: Check): Promise<Summary> {
  let summary = emptySummary;
  for await (const input of findInputs(paths)) {
    if (io.stdout.isClosed) break;
    if (input.kind === 'gzipped') {
      summary = { ...summary, gzipped: summary.gzipped + input.count };
      await writeNoticeAbout(
        io,
        input.path,
        io.localizer.t('holds gzipped files that were not read: {0}; unzip them first', input.count),
      );
      continue;
    }
    const checked = await checkInput(input, io.stdin, {
      localizer: io.localizer,
      catalog: io.catalog,
      levels,
    });
    await writeAll(report.file(checked, summary.files), io);
    await writeNote(checked, io);
    summary = addToSummary(summary, checked);
  }
  return summary;
}

/** Flushes stdout first, so that notes appear in order among the findings on a terminal. */
async function writeNote(checked: CheckedInput, io: Io): Promise<void> {
  if (checked.note === undefined) return;
  await io.stdout.flush();
  await writeNoticeAbout(io, checked.path, checked.note);
}

async function writeAll(pieces: Iterable<string>, { stdout }: Io): Promise<void> {
  for (const piece of pieces) {
    if (stdout.isClosed) return;
    await stdout.write(piece);
  }
}

/** Unread evidence must not pass as clean. */
function exitCodeOf({ bySeverity, byKind, gzipped }: Summary, failOn: Severity): ExitCode {
  if (byKind.unreadable > 0 || gzipped > 0) return exitCodes.trouble;
  const failing = severities.slice(0, severities.indexOf(failOn) + 1);
  return failing.some((severity) => bySeverity[severity] > 0) ? exitCodes.found : exitCodes.clean;
}
