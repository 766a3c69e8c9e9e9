import type { Command } from 'commander';
import type { Localizer } from '../../core/text/localization';
import { nonEmpty } from './evidence-options';
import { UsageError } from './usage-error';

/** The options on accepted findings. */
export interface AcceptOptions {
  /** The file with the findings that are accepted. */
  readonly accepted?: string;
  /** The file that all other findings are added to. */
  readonly writeAccepted?: string;
  readonly reason?: string;
  readonly author?: string;
}

/** Adds the options on accepted findings. */
export function addAcceptOptions(command: Command, localizer: Localizer): Command {
  const { t } = localizer;
  const filled = (option: string) => (given: string) => nonEmpty(given, option, localizer);
  return command
    .option('--accepted <file>', t('Do not count the findings that this file accepts'), filled('--accepted'))
    .option(
      '--write-accepted <file>',
      t("Add all other findings to this file as accepted; needs '--reason'"),
      filled('--write-accepted'),
    )
    .option('--reason <text>', t('Why they are accepted'), filled('--reason'))
    .option('--author <name>', t('Who accepts them'), filled('--author'));
}

/** @throws {UsageError} if the options do not fit together */
export function checkAcceptOptions(options: AcceptOptions, { t }: Localizer): void {
  const { writeAccepted, reason, author } = options;
  if (writeAccepted !== undefined && reason === undefined)
    throw new UsageError(t("'--write-accepted' needs '--reason'"));
  const lonely = reason !== undefined ? '--reason' : author !== undefined ? '--author' : undefined;
  if (writeAccepted === undefined && lonely !== undefined)
    throw new UsageError(t("'{0}' is only valid with '--write-accepted'", lonely));
}
