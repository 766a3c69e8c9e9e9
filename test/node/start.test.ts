import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { root } from '../support/command';

describe('npm start -- --check-only', () => {
  it('checks the samples and says that their findings are intended', async function () {
    this.timeout(60_000);
    const args = ['scripts/start.mjs', '--check-only'];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
    assert.match(stdout, /^samples[\\/]start-here\.json:4:19: /m);
    const ending = stdout.split('\n').slice(-2);
    assert.deepEqual(ending, [
      '> These findings are meant: samples/README.md says what each file is there to show',
      '',
    ]);
  });
});
