import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { traceFileName } from '../../core/jobs/file-names';
import { type SummaryKey, summaryKeys } from '../../core/rows/summary-key';
import type { Localizer } from '../../core/text/localization';
import { type SearchFormatName, searchFormatNames } from '../output/rows/search-format';
import type { Request, SearchOptions, SearchOrder, SummaryFormat, SummaryOptions } from './command-requests';
import { addCatalogOption, addCompareOption } from './common-options';
import { addReadOptions } from './evidence-options';
import { type Example, examplesHelp } from './examples-help';
import { addFilterOptions, type FilterOptions, readFilter } from './filter-options';
import { choiceOf } from './option-values';
import { UsageError } from './usage-error';

export interface RowCommands {
  readonly localizer: Localizer;
  /** In epoch milliseconds: what `--last` counts from. */
  readonly now: number;
  onRequest(request: Request): void;
}

const searchOrders: readonly SearchOrder[] = ['time', 'file'];
const summaryFormats: readonly SummaryFormat[] = ['pretty', 'json', 'csv'];

/** What Commander reads for `search`, whose filter is still in options. */
type Given<Options extends { readonly filter: unknown }> = Omit<Options, 'filter'> & FilterOptions;

export function addSearch(search: Command, { localizer, now, onRequest }: RowCommands): void {
  const { t } = localizer;
  search
    .description(t('Find traces and list them by time'))
    .argument('[text]', t("Text to find, as with '--text'; a file or folder of this name is read instead"))
    .argument('[path...]', pathsHelp(localizer))
    .option(
      '--format <format>',
      t(
        'pretty for people; ndjson, csv or timesketch with every column; raw for the records themselves (default: pretty)',
      ),
      choiceOf<SearchFormatName>(searchFormatNames, '--format', localizer),
      'pretty',
    )
    .option(
      '--order <order>',
      t('time | file: the order in which traces are listed (default: time)'),
      choiceOf(searchOrders, '--order', localizer),
      'time',
    );
  search.addHelpText('after', examplesHelp(searchExamples, localizer));
  addRowOptions(search, localizer).action(
    (first: string | undefined, rest: readonly string[], options: Given<SearchOptions>) => {
      const { text, paths } = splitText(first, rest, options.text, localizer);
      const given = text === undefined ? options : { ...options, text };
      const isSole = first !== undefined && text !== options.text && paths.length === 0;
      onRequest({
        command: 'search',
        paths,
        options: {
          ...given,
          ...(isSole && { soleText: first }),
          filter: readFilter(given, now, localizer),
        },
      });
    },
  );
}

export function addSummary(summary: Command, { localizer, now, onRequest }: RowCommands): void {
  const { t } = localizer;
  summary
    .description(t('Count traces by user, event, address and more'))
    .argument('[path...]', pathsHelp(localizer))
    .option(
      '--by <key>',
      t('{0} (default: user)', summaryKeys.join(' | ')),
      choiceOf<SummaryKey>(summaryKeys, '--by', localizer),
      'user',
    )
    .option(
      '--format <format>',
      t('pretty for people; json or csv for programs (default: pretty)'),
      choiceOf(summaryFormats, '--format', localizer),
      'pretty',
    );
  summary.addHelpText('after', examplesHelp(summaryExamples, localizer));
  addRowOptions(summary, localizer).action((paths: readonly string[], options: Given<SummaryOptions>) =>
    onRequest({
      command: 'summary',
      paths,
      options: { ...options, filter: readFilter(options, now, localizer) },
    }),
  );
}

function searchExamples({ t }: Localizer): readonly Example[] {
  return [
    [t('Who deleted anything in the last two hours?'), "search --event '*delete*' --last 2h bucket"],
    [t('What failed, and why?'), 'search --failures bucket'],
    [t('Who signed in without MFA?'), 'search --event login --notable-reason no-mfa bucket'],
    [t('Everything about an image, as CSV'), 'search --resource IMAGE-ID --format csv bucket'],
  ];
}

function summaryExamples({ t }: Localizer): readonly Example[] {
  return [
    [t('Who did how much?'), 'summary bucket'],
    [t('What did this access key do?'), 'summary --by event --access-key KEY-ID bucket'],
  ];
}

/** The options that both have: what is read first, then which traces are meant. */
function addRowOptions(command: Command, localizer: Localizer): Command {
  const common = addCompareOption(addReadOptions(addCatalogOption(command, localizer), localizer), localizer);
  return addFilterOptions(common.optionsGroup(localizer.t('Filters:')), localizer);
}

function pathsHelp({ t }: Localizer): string {
  return t('Files, folders or - for standard input (default: current folder)');
}

/**
 * The first argument is a text to find, unless it is a path: it exists, is `-`, or looks like one.
 *
 * @throws {UsageError} if it is empty, or there is a text already
 */
function splitText(
  first: string | undefined,
  rest: readonly string[],
  text: string | undefined,
  { t }: Localizer,
): { readonly text: string | undefined; readonly paths: readonly string[] } {
  if (first === undefined) return { text, paths: rest };
  if (first.trim() === '') throw new UsageError(t("The value of '{0}' is empty", 'text'));
  if (isPath(first) || text !== undefined) return { text, paths: [first, ...rest] };
  return { text: first.trim(), paths: rest };
}

function isPath(argument: string): boolean {
  return argument === '-' || /[\\/]/.test(argument) || traceFileName.test(argument) || existsSync(argument);
}
