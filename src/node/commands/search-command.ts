import { type Localizer, numberText } from '../../core/text/localization';
import type { SearchOptions } from '../arguments/command-requests';
import { painter } from '../output/colours';
import type { ExitCode } from '../output/exit-code';
import type { Io } from '../output/io';
import { LineOrder, type OrderLimits, orderLimits, type TimedLine } from '../output/rows/line-order';
import { searchFormat } from '../output/rows/search-format';
import { runJobs } from '../work/run-jobs';
import type { SearchResult } from '../work/search-job';
import { RowRun } from './row-run';

/** `search`: lists the traces that a filter means. */
export async function searchCommand(
  paths: readonly string[],
  options: SearchOptions,
  io: Io,
): Promise<ExitCode> {
  const { localizer, additions, stdout } = io;
  const { filter, format } = options;
  const run = new RowRun(paths, options, io);
  const order = new LineOrder(options.order === 'time' ? orderLimits : unordered);
  const { hasColour, columns } = stdout;
  const isTerminal = columns !== undefined;
  const context = { language: localizer.language, additions, hasColour, isTerminal };
  let totals = noneFound;
  await run.write([searchFormat(format, localizer, { paint: painter(hasColour), isTerminal }).head]);
  const events = runJobs(
    { kind: 'search', filter, format, ...context },
    run.evidence.inputs,
    run.evidence.runOptions,
  );
  for await (const event of events) {
    if (stdout.isClosed) break;
    if (event.kind === 'parts') await run.write(textsOf(order.add(event.parts)));
    else {
      const copies = await run.finish(event.input, event.report);
      totals = addTo(totals, event.report.result, copies.length);
    }
  }
  await run.write(textsOf(order.end()));
  const isGivenUp = options.order === 'time' && order.isGivenUp;
  return run.end(totals.found, notesOf({ ...totals, isGivenUp, soleText: options.soleText }, localizer));
}

const unordered: OrderLimits = { lines: 0, length: 0 };

function* textsOf(lines: readonly TimedLine[]): Iterable<string> {
  for (const { text } of lines) yield text;
}

interface Totals extends Pick<SearchResult, 'found' | 'unlisted' | 'exposed'> {
  readonly copies: number;
}

const noneFound: Totals = { found: 0, unlisted: 0, exposed: 0, copies: 0 };

function addTo(totals: Totals, result: SearchResult | undefined, copies: number): Totals {
  if (result === undefined) return totals;
  return {
    found: totals.found + result.found,
    unlisted: totals.unlisted + result.unlisted,
    exposed: totals.exposed + result.exposed,
    copies: totals.copies + copies,
  };
}

interface Ending {
  readonly isGivenUp: boolean;
  readonly soleText: string | undefined;
}

function notesOf(
  { found, unlisted, exposed, copies, isGivenUp, soleText }: Totals & Ending,
  { t }: Localizer,
): readonly string[] {
  const notes = [
    found === 1 ? t('1 trace found') : t('{0} traces found', numberText(found)),
    found === 0 &&
      soleText !== undefined &&
      t('No file or folder is named "{0}", so it was searched for in the current folder', soleText),
    copies > 0 && t('Of these, copies of others: {0}. CTS can deliver a trace twice', numberText(copies)),
    unlisted > 0 && t('Of these, not listed because they have no readable time: {0}', numberText(unlisted)),
    isGivenUp && t('Too many to sort by time; listed in the order of files'),
    exposed > 0 && t('Records that contain credentials, which are not masked: {0}', numberText(exposed)),
  ];
  return notes.filter((note) => note !== false);
}
