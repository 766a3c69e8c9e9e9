import type { Command } from 'commander';
import type { Localizer } from '../../core/text/localization';
import { formats, type Request, type VerifyOptions } from './command-requests';
import { nonEmpty } from './evidence-options';
import { type Example, examplesHelp } from './examples-help';
import { choiceOf } from './option-values';
import { UsageError } from './usage-error';

/** Adds the command `verify`. */
export function addVerify(
  program: Command,
  localizer: Localizer,
  onRequest: (request: Request) => void,
): void {
  const { t } = localizer;
  program
    .command('verify')
    .description(t('Verify trace files against their digests'))
    .argument('[path...]', t('Files or folders of a bucket with its digests (default: current folder)'))
    .option(
      '--format <format>',
      t('pretty for people, json for programs (default: pretty)'),
      choiceOf(formats, '--format', localizer),
      'pretty',
    )
    .option(
      '--key <file>',
      t('Check signatures with the public key of CTS, or a certificate'),
      (file: string) => nonEmpty(file, '--key', localizer),
    )
    .option(
      '--signatures <file>',
      t("Signatures that no digest contains: on each line the 'meta-signature' of an object, and its path"),
      (file: string) => nonEmpty(file, '--signatures', localizer),
    )
    .option('--manifest <file>', t('Write the SHA-256 of each file, as sha256sum does'), (file: string) =>
      nonEmpty(file, '--manifest', localizer),
    )
    .option('--quiet', t('Show no progress'))
    .addHelpText('after', examplesHelp(examples, localizer))
    .action((paths: readonly string[], options: VerifyOptions) => {
      if (paths.includes('-'))
        throw new UsageError(t("'verify' reads files and folders, not standard input"));
      if (options.signatures !== undefined && options.key === undefined)
        throw new UsageError(t("'--signatures' needs '--key'"));
      onRequest({ command: 'verify', paths, options });
    });
}

function examples({ t }: Localizer): readonly Example[] {
  return [
    [t('What is missing, and was anything changed?'), 'verify bucket'],
    [
      t('Are the signatures right? And what are the SHA-256 sums?'),
      'verify bucket --key cts.pem --manifest bucket.sha256',
    ],
  ];
}
