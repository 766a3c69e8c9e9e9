import { Command, CommanderError } from 'commander';
import { version } from '../../../package.json';
import type { Localizer } from '../../core/text/localization';
import { addCheck } from './check-arguments';
import { type CatalogOptions, type ExplainOptions, formats, type Request } from './command-requests';
import { addCatalogOption } from './common-options';
import { findQuoted, helpHeading, helpText } from './help-text';
import { normalizeLanguageTag, uiLanguages } from './language';
import { choiceOf } from './option-values';
import { addSearch, addSummary } from './row-commands';
import { UsageError } from './usage-error';
import { addVerify } from './verify-arguments';

export const commandNames: readonly Request['command'][] = [
  'check',
  'summary',
  'search',
  'verify',
  'explain',
  'catalog',
];

export interface Arguments {
  /** `undefined` if help or the version was requested. */
  readonly request: Request | undefined;
  readonly colour: boolean | undefined;
}

export interface Printing {
  readonly localizer: Localizer;
  /** Receives the text of help and version. */
  readonly print: (text: string) => void;
  /** What `--last` counts from, in epoch milliseconds. */
  readonly now: number;
}

/** @throws {CommanderError | UsageError} if they are invalid; for help, a CommanderError with exit code 0 */
export function readArguments(args: readonly string[], printing: Printing): Arguments {
  let request: Request | undefined;
  const onRequest = (parsed: Request) => {
    request = parsed;
  };
  const program = createProgram(printing);
  const rowCommands = { localizer: printing.localizer, now: printing.now, onRequest };
  addCheck(program, rowCommands);
  addSummary(program.command('summary'), rowCommands);
  addSearch(program.command('search'), rowCommands);
  addVerify(program, printing.localizer, onRequest);
  addExplain(program, printing.localizer, onRequest);
  addCatalog(program, printing.localizer, onRequest);
  parse(program, args, printing.localizer);
  return { request, colour: program.opts<{ color?: boolean }>().color };
}

/** Gives a better message for an option of another command, or before its command: Commander calls both unknown. */
function parse(program: Command, args: readonly string[], { t }: Localizer): void {
  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError) || error.code !== 'commander.unknownOption') throw error;
    const option = findQuoted(error.message) ?? '';
    const owners = program.commands.filter(({ options }) => options.some(({ long }) => long === option));
    if (owners.length === 0) throw error;
    const names = owners.map((command) => `'${command.name()}'`).join(t(', '));
    throw new UsageError(t("Option '{0}' is only valid after these commands: {1}", option, names));
  }
}

function createProgram({ localizer, print }: Printing): Command {
  const { t } = localizer;
  return new Command('cts-trace')
    .description(t("Checks and explains trace files of Huawei Cloud's Cloud Trace Service (CTS)"))
    .version(version, '-V, --version', t('Show the version'))
    .helpOption('-h, --help', t('Show this help'))
    .helpCommand('help [command]', t('Show help for a command'))
    .option('--lang <language>', t('en | zh-cn (default: from the environment)'), (given: string) =>
      choiceOf(uiLanguages, '--lang', localizer)(normalizeLanguageTag(given)),
    )
    .option('--color', t('Use colours even if the output is not a terminal'))
    .option('--no-color', t('Do not use colours'))
    .configureHelp({
      showGlobalOptions: true,
      formatHelp: helpText,
      styleTitle: (heading) => helpHeading(heading, localizer),
      // Omits the default values, which Commander adds in English
      optionDescription: (option) => option.description,
    })
    .configureOutput({ writeOut: print, writeErr: print, outputError: () => {} })
    .exitOverride()
    .addHelpText('afterAll', exitCodesHelp(localizer));
}

function exitCodesHelp({ t }: Localizer): string {
  return [
    `\n${t('Exit codes:')}`,
    `    0  ${t("Done; for 'check', no findings at or above '--fail-on'")}`,
    `    1  ${t("Findings at or above '--fail-on', evidence that does not hold, or an unknown name")}`,
    `    2  ${t('Usage error, or an input that cannot be read to its end')}`,
    `    3  ${t("For 'verify': something could not be checked")}`,
    `  130  ${t('Interrupted')}`,
  ].join('\n');
}

function addExplain(program: Command, localizer: Localizer, onRequest: (request: Request) => void): void {
  const { t } = localizer;
  addCommon(program.command('explain'), localizer)
    .description(t('Explain an event name'))
    .argument('<name>', t('Event name (trace_name), such as updateImage'))
    .action((name: string, options: ExplainOptions) => onRequest({ command: 'explain', name, options }));
}

function addCatalog(program: Command, localizer: Localizer, onRequest: (request: Request) => void): void {
  const { t } = localizer;
  addCommon(program.command('catalog'), localizer)
    .description(t('List known events'))
    .option('--service <service>', t('Show only events of this service, such as IMS'))
    .action((options: CatalogOptions) => onRequest({ command: 'catalog', options }));
}

function addCommon(command: Command, localizer: Localizer): Command {
  const withFormat = command.option(
    '--format <format>',
    localizer.t('pretty for people, json for programs (default: pretty)'),
    choiceOf(formats, '--format', localizer),
    'pretty',
  );
  return addCatalogOption(withFormat, localizer);
}
