import { CommanderError } from 'commander';
import { createCatalog } from '../core/catalog/catalog';
import type { Localizer } from '../core/text/localization';
import type { Request } from './arguments/command-requests';
import { usageErrorMessage } from './arguments/help-text';
import { languageOf, localizerOf } from './arguments/language';
import { type Arguments, commandNames, readArguments } from './arguments/read-arguments';
import { UsageError } from './arguments/usage-error';
import { catalogCommand } from './commands/catalog-command';
import { checkCommand } from './commands/check-command';
import { explainCommand } from './commands/explain-command';
import { searchCommand } from './commands/search-command';
import { summaryCommand } from './commands/summary-command';
import { verifyCommand } from './commands/verify-command';
import { loadCatalogs } from './input/user-catalogs';
import { wantsColour } from './output/colours';
import { type ExitCode, exitCodes } from './output/exit-code';
import { type Io, writeNotice } from './output/io';
import { createOutput, type OutputStream } from './output/output-stream';

/** The part of `process` that the command line uses. */
export interface Process {
  readonly argv: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** The file of the program. */
  readonly script: string;
  readonly cores: number;
  /** Is aborted when the user interrupts the program. */
  readonly signal: AbortSignal;
}

/** Runs the command line. Never throws. */
export async function runCommandLine(process: Process): Promise<ExitCode> {
  const args = process.argv.slice(2);
  const localizer = localizerOf(languageOf(args, process.env));
  const parsed = parse(args, localizer);
  const io = createIo(process, localizer, 'colour' in parsed ? parsed.colour : undefined);
  if ('usageError' in parsed) {
    await writeNotice(io, parsed.usageError);
    await writeNotice(io, localizer.t("See '{0}'", helpCommandOf(args)));
    return exitCodes.trouble;
  }
  const exitCode =
    parsed.request === undefined ? await writeHelp(parsed, io) : await runSafely(parsed.request, io);
  return (await reportWriteError(io)) ?? exitCode;
}

/** Parsed arguments, with the text of help or version if requested; or the message of a usage error. */
type Parsed =
  | (Arguments & { readonly shown: string; readonly isHelpForUsageError: boolean })
  | { readonly usageError: string };

function parse(args: readonly string[], localizer: Localizer): Parsed {
  let shown = '';
  const print = (text: string) => {
    shown += text;
  };
  try {
    return {
      ...readArguments(args, { localizer, print, now: Date.now() }),
      shown,
      isHelpForUsageError: false,
    };
  } catch (error) {
    if (error instanceof UsageError) return { usageError: error.message };
    if (!(error instanceof CommanderError)) return { usageError: String(error) };
    const isHelp = error.exitCode === 0 || error.code === 'commander.help';
    if (!isHelp) return { usageError: usageErrorMessage(error, localizer) };
    return { request: undefined, colour: undefined, shown, isHelpForUsageError: error.exitCode !== 0 };
  }
}

/** The call that shows the help of the command in the arguments. */
function helpCommandOf(args: readonly string[]): string {
  const command = args.find((arg) => commandNames.some((name) => name === arg));
  return ['cts-trace', command, '--help'].filter((part) => part !== undefined).join(' ');
}

async function writeHelp(
  { shown, isHelpForUsageError }: { readonly shown: string; readonly isHelpForUsageError: boolean },
  io: Io,
): Promise<ExitCode> {
  const output = isHelpForUsageError ? io.stderr : io.stdout;
  await output.write(shown);
  await output.flush();
  return isHelpForUsageError ? exitCodes.trouble : exitCodes.clean;
}

async function runSafely(request: Request, io: Io): Promise<ExitCode> {
  try {
    const additions = await loadCatalogs(catalogsOf(request), io);
    if (additions === undefined) return exitCodes.trouble;
    const exitCode = await run(request, { ...io, additions, catalog: io.catalog.with(additions) });
    return io.signal.aborted ? exitCodes.interrupted : exitCode;
  } catch (error) {
    await writeNotice(io, io.localizer.t('Internal error: {0}', String(error)));
    return exitCodes.trouble;
  }
}

/** The paths of user catalogs. */
function catalogsOf({ options }: Request): readonly string[] {
  return 'catalog' in options ? options.catalog : [];
}

function run(request: Request, io: Io): Promise<ExitCode> {
  switch (request.command) {
    case 'check':
      return checkCommand(request.paths, request.options, io);
    case 'search':
      return searchCommand(request.paths, request.options, io);
    case 'summary':
      return summaryCommand(request.paths, request.options, io);
    case 'verify':
      return verifyCommand(request.paths, request.options, io);
    case 'explain':
      return explainCommand(request.name, request.options, io);
    case 'catalog':
      return catalogCommand(request.options, io);
  }
}

async function reportWriteError(io: Io): Promise<ExitCode | undefined> {
  const { problem } = io.stdout;
  if (problem === undefined) return undefined;
  await writeNotice(io, io.localizer.t('Could not write the output: {0}', problem.code ?? problem.message));
  return exitCodes.trouble;
}

function createIo(process: Process, localizer: Localizer, requestedColour: boolean | undefined): Io {
  const { env, stdin } = process;
  const outputOf = (stream: OutputStream) =>
    createOutput(stream, wantsColour({ requested: requestedColour, env, isTerminal: stream.isTTY === true }));
  return {
    localizer,
    catalog: createCatalog(),
    additions: [],
    stdin,
    stepSummary: env['GITHUB_STEP_SUMMARY'] || undefined,
    signal: process.signal,
    script: process.script,
    cores: process.cores,
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
  };
}
