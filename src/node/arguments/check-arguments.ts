import type { Command } from 'commander';
import type { WrittenWindow } from '../../core/rows/time-window';
import { severities } from '../../core/rules/severity';
import type { Localizer } from '../../core/text/localization';
import { addAcceptOptions, checkAcceptOptions } from './accept-options';
import { type CheckOptions, checkFormats } from './command-requests';
import { addCatalogOption, addCompareOption } from './common-options';
import { addReadOptions } from './evidence-options';
import { type Example, examplesHelp } from './examples-help';
import { choiceOf, ruleLevelOf } from './option-values';
import type { RowCommands } from './row-commands';
import { addWindowOptions, readWindow } from './window-options';

/** Adds the command `check`. */
export function addCheck(program: Command, { localizer, now, onRequest }: RowCommands): void {
  const { t } = localizer;
  const check = program
    .command('check')
    .description(t('Check trace files'))
    .argument(
      '[path...]',
      t(
        'Files, folders (searched for *.json, *.jsonl and *.ndjson, also with .gz) or - for standard input (default: current folder)',
      ),
    )
    .option(
      '--format <format>',
      t(
        'pretty for people; json or ndjson for programs; sarif for tools that collect results; github for GitHub Actions (default: pretty)',
      ),
      choiceOf(checkFormats, '--format', localizer),
      'pretty',
    );
  addReadOptions(addCatalogOption(check, localizer), localizer);
  addWindowOptions(check, localizer);
  addRuleOptions(check, localizer);
  addAcceptOptions(check, localizer);
  addCompareOption(check, localizer)
    .addHelpText('after', examplesHelp(examples, localizer))
    .action((paths: readonly string[], options: CheckOptions & WrittenWindow) => {
      checkAcceptOptions(options, localizer);
      const window = readWindow(options, now, localizer);
      onRequest({ command: 'check', paths, options: { ...options, ...(window && { window }) } });
    });
}

function addRuleOptions(command: Command, localizer: Localizer): void {
  const { t } = localizer;
  command
    .option(
      '--rule <id=severity>',
      t('Set the severity of a rule: error | warning | information | hint | off; repeatable'),
      ruleLevelOf(localizer),
      {},
    )
    .option(
      '--fail-on <severity>',
      t(
        'Exit with 1 on findings of this severity or higher: error | warning | information | hint (default: warning)',
      ),
      choiceOf(severities, '--fail-on', localizer),
      'warning',
    );
}

function examples({ t }: Localizer): readonly Example[] {
  return [
    [
      t('Is anything wrong with these traces, and what should be reviewed?'),
      'check bucket --rule notable-event=information',
    ],
    [t('Upload the findings to a tool that reads SARIF'), 'check bucket --format sarif > findings.sarif'],
    [
      t('Accept what was reviewed, and report only what is new from then on'),
      "check bucket --write-accepted review.cts-accepted.json --reason 'reviewed'",
      'check bucket --accepted review.cts-accepted.json',
    ],
  ];
}
