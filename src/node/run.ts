import { CommanderError } from 'commander';
import { createCatalog } from '../core/catalog/catalog';
import { escapeControlCharacters } from '../core/text/display-text';
import type { Localizer } from '../core/text/localization';
import { usageErrorMessage } from './arguments/help-text';
import { languageOf, localizerOf } from './arguments/language';
import { type Arguments, commandNames, readArguments } from './arguments/read-arguments';
import type { Request } from './arguments/requests';
import { UsageError } from './arguments/usage-error';
import { catalogCommand } from './commands/catalog-command';
import { checkCommand } from './commands/check-command';
import { explainCommand } from './commands/explain-command';
import { loadCatalog } from './input/user-catalogs';
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
}

/** Runs the command line. Never throws. */
export async function runCommandLine(process: Process): Promise<ExitCode> {
  const args = process.argv.slice(2);
  const localizer = localizerOf(languageOf(args, process.env));
  const read = tryRead(args, localizer);
  const io = createIo(process, localizer, 'colour' in read ? read.colour : undefined);
  if ('wrongUse' in read) {
    await writeNotice(io, escapeControlCharacters(read.wrongUse));
    await writeNotice(io, localizer.t('{0} shows what there is', helpCallOf(args)));
    return exitCodes.trouble;
  }
  const exitCode = read.request === undefined ? await show(read, io) : await answer(read.request, io);
  return (await tellWritingProblem(io)) ?? exitCode;
}

/** Parsed arguments, with the text of help or version if requested; or the message of a usage error. */
type Read =
  | (Arguments & { readonly shown: string; readonly isHelpForWrongUse: boolean })
  | { readonly wrongUse: string };

function tryRead(args: readonly string[], localizer: Localizer): Read {
  let shown = '';
  const print = (text: string) => {
    shown += text;
  };
  try {
    return { ...readArguments(args, { localizer, print }), shown, isHelpForWrongUse: false };
  } catch (error) {
    if (error instanceof UsageError) return { wrongUse: error.message };
    if (!(error instanceof CommanderError)) return { wrongUse: String(error) };
    const isHelp = error.exitCode === 0 || error.code === 'commander.help';
    if (!isHelp) return { wrongUse: usageErrorMessage(error, localizer) };
    return { request: undefined, colour: undefined, shown, isHelpForWrongUse: error.exitCode !== 0 };
  }
}

/** The call that shows the help of the command in the arguments. */
function helpCallOf(args: readonly string[]): string {
  const command = args.find((arg) => commandNames.some((name) => name === arg));
  return ['cts-trace', command, '--help'].filter((part) => part !== undefined).join(' ');
}

async function show(
  { shown, isHelpForWrongUse }: { readonly shown: string; readonly isHelpForWrongUse: boolean },
  io: Io,
): Promise<ExitCode> {
  const output = isHelpForWrongUse ? io.stderr : io.stdout;
  await output.write(shown);
  await output.flush();
  return isHelpForWrongUse ? exitCodes.trouble : exitCodes.clean;
}

async function answer(request: Request, io: Io): Promise<ExitCode> {
  try {
    const catalog = await loadCatalog(request.options.catalog, io);
    return catalog === undefined ? exitCodes.trouble : await run(request, { ...io, catalog });
  } catch (error) {
    await writeNotice(
      io,
      io.localizer.t('a fault of this program: {0}', escapeControlCharacters(String(error))),
    );
    return exitCodes.trouble;
  }
}

function run(request: Request, io: Io): Promise<ExitCode> {
  switch (request.command) {
    case 'check':
      return checkCommand(request.paths, request.options, io);
    case 'explain':
      return explainCommand(request.name, request.options, io);
    case 'catalog':
      return catalogCommand(request.options, io);
  }
}

async function tellWritingProblem(io: Io): Promise<ExitCode | undefined> {
  const { problem } = io.stdout;
  if (problem === undefined) return undefined;
  await writeNotice(
    io,
    io.localizer.t('the output could not be written: {0}', problem.code ?? problem.message),
  );
  return exitCodes.trouble;
}

function createIo(process: Process, localizer: Localizer, asked: boolean | undefined): Io {
  const { env, stdin } = process;
  const outputOf = (stream: OutputStream) =>
    createOutput(stream, wantsColour({ asked, env, isTerminal: stream.isTTY === true }));
  return {
    localizer,
    catalog: createCatalog(),
    stdin,
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
  };
}
