import { Command, CommanderError } from 'commander';
import { version } from '../../../package.json';
import { severities } from '../../core/rules/severity';
import type { Voice } from '../../core/text/localization';
import { findQuoted, helpHeading, helpText } from './help-text';
import { asLanguageTag, languages } from './language';
import { choiceOf, ruleLevelOf } from './options';
import {
  type CatalogOptions,
  type CheckOptions,
  type ExplainOptions,
  formats,
  type Request,
} from './requests';
import { WrongUse } from './usage-error';

/** The names of the commands. */
export const commandNames: readonly Request['command'][] = ['check', 'explain', 'catalog'];

export interface Arguments {
  /** `undefined` where help or the version was asked for. */
  readonly request: Request | undefined;
  readonly colour: boolean | undefined;
}

export interface Printing {
  readonly voice: Voice;
  /** Takes help and version. */
  readonly print: (text: string) => void;
}

/**
 * Reads the arguments.
 *
 * @throws {CommanderError | WrongUse} where they make no sense, and a CommanderError with exit code 0 for help
 */
export function readArguments(args: readonly string[], printing: Printing): Arguments {
  let request: Request | undefined;
  const take = (asked: Request) => {
    request = asked;
  };
  const program = createProgram(printing);
  addCheck(program, printing.voice, take);
  addExplain(program, printing.voice, take);
  addCatalog(program, printing.voice, take);
  parse(program, args, printing.voice);
  return { request, colour: program.opts<{ color?: boolean }>().color };
}

/** An option of another command, or in front of its own, is unknown to Commander. */
function parse(program: Command, args: readonly string[], { t }: Voice): void {
  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError) || error.code !== 'commander.unknownOption') throw error;
    const option = findQuoted(error.message) ?? '';
    const owners = program.commands.filter(({ options }) => options.some(({ long }) => long === option));
    if (owners.length === 0) throw error;
    const names = owners.map((command) => command.name()).join(t(', '));
    throw new WrongUse(t('option "{0}" goes behind these commands only: {1}', option, names));
  }
}

function createProgram({ voice, print }: Printing): Command {
  const { t } = voice;
  return new Command('cts-trace')
    .description(t("Checks and explains trace files of Huawei Cloud's Cloud Trace Service (CTS)"))
    .version(version, '-V, --version', t('show the version'))
    .helpOption('-h, --help', t('show this help'))
    .helpCommand('help [command]', t('show the help of a command'))
    .option('--lang <language>', t('en | zh-cn; otherwise that of the environment'), (given: string) =>
      choiceOf(languages, '--lang', voice)(asLanguageTag(given)),
    )
    .option('--color', t('colours, even where no terminal shows them'))
    .option('--no-color', t('no colours'))
    .configureHelp({
      showGlobalOptions: true,
      formatHelp: helpText,
      styleTitle: (heading) => helpHeading(heading, voice),
      // Without the defaults that Commander adds in English
      optionDescription: (option) => option.description,
    })
    .configureOutput({ writeOut: print, writeErr: print, outputError: () => {} })
    .exitOverride()
    .addHelpText('afterAll', exitCodesHelp(voice));
}

function exitCodesHelp({ t }: Voice): string {
  return [
    `\n${t('Exit codes:')}`,
    `  0  ${t('nothing at or above --fail-on')}`,
    `  1  ${t('findings, or a name that is not known')}`,
    `  2  ${t('wrong use, or an input that cannot be read')}`,
  ].join('\n');
}

function addCheck(program: Command, voice: Voice, take: (request: Request) => void): void {
  const { t } = voice;
  addCommon(program.command('check'), voice)
    .description(t('Check trace files'))
    .argument(
      '[path...]',
      t(
        'files, folders with all *.json, *.jsonl and *.ndjson in them, - for the standard input; otherwise this folder',
      ),
    )
    .option(
      '--rule <id=severity>',
      t('set a rule to error | warning | information | hint | off; repeatable'),
      ruleLevelOf(voice),
      {},
    )
    .option(
      '--fail-on <severity>',
      t('exit with 1 from this severity on: error | warning | information | hint; otherwise warning'),
      choiceOf(severities, '--fail-on', voice),
      'warning',
    )
    .action((paths: readonly string[], options: CheckOptions) => take({ command: 'check', paths, options }));
}

function addExplain(program: Command, voice: Voice, take: (request: Request) => void): void {
  const { t } = voice;
  addCommon(program.command('explain'), voice)
    .description(t('Explain an event name'))
    .argument('<name>', t('the trace_name, such as updateImage'))
    .action((name: string, options: ExplainOptions) => take({ command: 'explain', name, options }));
}

function addCatalog(program: Command, voice: Voice, take: (request: Request) => void): void {
  const { t } = voice;
  addCommon(program.command('catalog'), voice)
    .description(t('List the events that are known'))
    .option('--service <service>', t('only those of a service, such as IMS'))
    .action((options: CatalogOptions) => take({ command: 'catalog', options }));
}

function addCommon(command: Command, voice: Voice): Command {
  const { t } = voice;
  return command
    .option(
      '--format <format>',
      t('pretty, for people, or json, for programs; otherwise pretty'),
      choiceOf(formats, '--format', voice),
      'pretty',
    )
    .option(
      '--catalog <file>',
      t('add the events of a catalog of your own, or of a response of the ListOperations API; repeatable'),
      (file: string, before: readonly string[]) => [...before, file],
      [],
    );
}
