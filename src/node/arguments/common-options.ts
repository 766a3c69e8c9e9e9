import type { Command } from 'commander';
import type { Localizer } from '../../core/text/localization';
import { countOf } from './evidence-options';

/** Adds the option for catalogs of the user. */
export function addCatalogOption(command: Command, { t }: Localizer): Command {
  return command.option(
    '--catalog <file>',
    t('Add the events of your own catalog or of a ListOperations API response; repeatable'),
    (file: string, before: readonly string[]) => [...before, file],
    [],
  );
}

const defaultTracesCompared = 16_000_000;
const maxTracesCompared = 1_000_000_000;

/** Adds the option for how many traces are compared by their ids. */
export function addCompareOption(command: Command, localizer: Localizer): Command {
  return command.option(
    '--max-traces-compared <number>',
    localizer.t(
      'Find copies among at most this many traces, at 24 bytes of memory each (default: 16,000,000)',
    ),
    countOf('--max-traces-compared', maxTracesCompared, localizer),
    defaultTracesCompared,
  );
}
