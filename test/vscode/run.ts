import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { globals } from '../network/globals';
import { modules } from '../network/modules';
import { expectNoNetworkCalls, trapNetwork } from './network';

/**
 * What VS Code calls in its extension host: runs the tests of the folder that TEST_FOLDER names and leaves the
 * results in the file that TEST_RESULTS names. The network is trapped before the extension is loaded, and every test
 * fails in which it is called.
 */
export async function run(): Promise<void> {
  trapNetwork([...modules(), ...globals]);
  const mocha = new Mocha({
    timeout: 60_000,
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
