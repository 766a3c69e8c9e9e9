import 'mocha/mocha';
import * as vscode from 'vscode';
import { globals } from '../../network/globals';
import { extensionId } from '../id';
import { expectNoNetworkCalls, trapNetwork } from '../network';

// Defines `describe` and `it` for the tests that are imported after this module
// Retries for the reason in ../run.ts
mocha.setup({ ui: 'bdd', timeout: 60_000, retries: 1, reporter: Mocha.reporters.Base });
trapNetwork(globals);
afterEach(expectNoNetworkCalls);

interface Result {
  readonly fullTitle: string;
  readonly duration: number | undefined;
  readonly err: { readonly message?: string; readonly stack?: string };
}

/**
 * Called by VS Code in its web worker extension host. Runs the tests and writes results in the format of Mocha's JSON
 * reporter. As in Node, a test that causes a network call fails.
 *
 * @param file path in the project
 */
export async function runTests(file: string): Promise<void> {
  const [passes, failures, pending]: [Result[], Result[], Result[]] = [[], [], []];
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on('pass', (test) => passes.push(resultOf(test)));
    runner.on('fail', (test, { message, stack }: Error) =>
      failures.push({ ...resultOf(test), err: { message, ...(stack === undefined ? {} : { stack }) } }),
    );
    runner.on('pending', (test) => pending.push(resultOf(test)));
  });
  await write(file, JSON.stringify({ passes, failures, pending }));
  if (failures.length > 0) throw new Error(`${failures.length} failed`);
}

function resultOf(test: Mocha.Test): Result {
  return { fullTitle: test.fullTitle(), duration: test.duration, err: {} };
}

/** Uses the editor's file system API, the only one in a worker. */
async function write(file: string, text: string): Promise<void> {
  const project = vscode.extensions.getExtension(extensionId)?.extensionUri;
  if (!project) throw new Error('The extension is not there');
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(project, file), new TextEncoder().encode(text));
}
