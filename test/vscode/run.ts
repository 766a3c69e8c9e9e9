import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { globals } from '../network/globals';
import { modules } from '../network/modules';
import { expectNoNetworkCalls, trapNetwork } from './network';

/**
 * Called by VS Code in its extension host. Runs the tests of the folder TEST_FOLDER and writes the results to the file
 * TEST_RESULTS. The network is trapped before the extension is loaded; a test that causes a network call fails.
 */
export async function run(): Promise<void> {
  trapNetwork([...modules(), ...globals]);
  const mocha = new Mocha({
    timeout: 60_000,
    // Some minutes after it was opened, VS Code may let go of an untitled document, though a new one has its name by then
    retries: 1,
    reporter: 'json',
    reporterOptions: { output: process.env.TEST_RESULTS },
    rootHooks: { afterEach: expectNoNetworkCalls },
  });
  for (const file of testFiles()) mocha.addFile(file);
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}

function testFiles(): readonly string[] {
  const folder = process.env.TEST_FOLDER ?? '';
  const names = readdirSync(folder).filter((name) => name.endsWith('.test.js'));
  return names.map((name) => join(folder, name));
}
