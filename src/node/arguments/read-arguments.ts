import { Command, CommanderError } from 'commander';
import { version } from '../../../package.json';
import type { Localizer } from '../../core/text/localization';
import { addCheck } from './check-arguments';
import { type CatalogOptions, type ExplainOptions, formats, type Request } from './command-requests';
import { addCatalogOption } from './common-options';
import { exitCodesHelp } from './exit-codes-help';
import { findQuoted, helpHeading, helpText, unknownCommand, unknownOption } from './help-text';
import { normalizeLanguageTag, uiLanguages } from './language';
import { choiceOf, findClosestName } from './option-values';
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
  checkHelpTopic(args, printing.localizer);
  parse(program, args, printing.localizer);
  return { request, colour: program.opts<{ color?: boolean }>().color };
}

/** Commander shows its general help for an unknown command, and says nothing of it. */
function checkHelpTopic([first, topic]: readonly string[], localizer: Localizer): void {
  if (first !== 'help' || topic === undefined || topic.startsWith('-')) return;
  if (topic === 'help' || commandNames.some((name) => name === topic)) return;
  const closest = findClosestName(topic, commandNames);
  throw new UsageError(unknownCommand(topic, closest && `'${closest}'`, localizer));
}

/** Gives a better message for an option of another command, or before its command: Commander calls both unknown. */
function parse(program: Command, args: readonly string[], localizer: Localizer): void {
  const { t } = localizer;
  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError) || error.code !== 'commander.unknownOption') throw error;
    const option = findQuoted(error.message) ?? '';
    const before = commandBefore(option, args);
    const whole = findWhole(option, program.commands.find((command) => command.name() === before) ?? program);
    if (whole !== undefined) throw new UsageError(unknownOption(option, `'${whole}'`, localizer));
    const owners = program.commands.filter(({ options }) => options.some(({ long }) => long === option));
    if (owners.length === 0) throw error;
    const names = owners.map((command) => `'${command.name()}'`).join(t(', '));
    throw new UsageError(
      before === undefined
        ? t("Option '{0}' must follow its command: {1}", option, names)
        : t("'{0}' has no option '{1}'. Commands that have it: {2}", before, option, names),
    );
  }
}

/** The only option of a command that begins with what was written: Commander looks for typing errors alone. */
function findWhole(written: string, command: Command): string | undefined {
  if (!written.startsWith('--')) return undefined;
  const names = command.options.map(({ long }) => long).filter((long) => long?.startsWith(written));
  return names.length === 1 ? (names[0] ?? undefined) : undefined;
}

/** The command that an option was given to; `undefined` if it comes before any. */
function commandBefore(option: string, args: readonly string[]): string | undefined {
  const at = args.findIndex((arg) => arg === option || arg.startsWith(`${option}=`));
  return args.slice(0, at).find((arg) => commandNames.some((name) => name === arg));
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
      // In cells: narrower columns are not wrapped
      minWidthToWrap: 20,
      styleTitle: (heading) => helpHeading(heading, localizer),
      // Omits the default values, which Commander adds in English
      optionDescription: (option) => option.description,
    })
    .configureOutput({ writeOut: print, writeErr: print, outputError: () => {} })
    .exitOverride()
    .addHelpText('afterAll', ({ command }) =>
      exitCodesHelp(
        commandNames.find((name) => name === command.name()),
        localizer,
      ),
    );
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
