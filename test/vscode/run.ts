import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

/**
 * What VS Code calls in its extension host: runs the tests of the folder that TEST_FOLDER names and leaves the
 * results in the file that TEST_RESULTS names.
 */
export async function run(): Promise<void> {
  const folder = process.env.TEST_FOLDER ?? '';
  const mocha = new Mocha({
    timeout: 60_000,
    reporter: 'json',
    reporterOptions: { output: process.env.TEST_RESULTS },
  });
  for (const file of readdirSync(folder)) if (file.endsWith('.test.js')) mocha.addFile(join(folder, file));
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}
