import type { Command } from 'commander';
import type { Localizer } from '../../core/text/localization';
import { UsageError } from './usage-error';

/** The options of all commands that read evidence. */
export interface ReadOptions {
  /** How many threads may work; `undefined` for one for each core. */
  readonly jobs?: number;
  /** Globs of paths that are passed over. */
  readonly exclude?: readonly string[];
  /** Whether no progress is shown. */
  readonly quiet?: true;
}

const maxJobs = 256;

/** Adds the options of all commands that read evidence. */
export function addReadOptions(command: Command, localizer: Localizer): Command {
  const { t } = localizer;
  return command
    .option(
      '--jobs <number>',
      t('Number of threads that read files (default: one per processor core)'),
      countOf('--jobs', maxJobs, localizer),
    )
    .option(
      '--exclude <glob>',
      t("Skip files and folders whose path matches, such as '**/Digest/**'; repeatable"),
      (given: string, before: readonly string[] | undefined) => [
        ...(before ?? []),
        nonEmpty(given, '--exclude', localizer),
      ],
    )
    .option('--quiet', t('Show no progress'));
}

/**
 * Parses a whole number from 1 on.
 *
 * @throws {UsageError} for anything else
 */
export function countOf(option: string, max: number, { t }: Localizer) {
  return (given: string): number => {
    const count = /^\d{1,12}$/.test(given) ? Number(given) : 0;
    if (count >= 1 && count <= max) return count;
    throw new UsageError(
      t('Invalid value "{1}" for \'{0}\'; expected a number from 1 to {2}', option, given, max),
    );
  };
}

/** @throws {UsageError} if a value is empty or blank */
export function nonEmpty(given: string, option: string, { t }: Localizer): string {
  if (given.trim() === '') throw new UsageError(t("The value of '{0}' is empty", option));
  return given;
}
