import { mkdir, rm, stat } from 'node:fs/promises';
import { run, runTool } from './processes.mjs';
import { inProject, readManifest } from './project.mjs';

/** Packs dist/cts-trace-lens-<version>.vsix out of what was built, and gives its path. */
export async function packExtension() {
  const { name, version } = await readManifest();
  const vsix = inProject('dist', `${name}-${version}.vsix`);
  await mkdir(inProject('dist'), { recursive: true });
  await rm(vsix, { force: true });
  const options = ['--allow-missing-repository', '--no-rewrite-relative-links', '--no-dependencies'];
  await runTool('@vscode/vsce/vsce', ['package', ...options, '--out', vsix], {
    quiet: true,
    env: { SOURCE_DATE_EPOCH: await sourceDate(), VSCE_TESTS: '' },
  });
  return vsix;
}

/**
 * @param {string} file
 */
export async function sizeOf(file) {
  return `${((await stat(file)).size / 1024).toFixed(1)} KB`;
}

/** Seconds since 1970 that stand for the time of every packed file, so that the same sources give the same bytes. */
async function sourceDate() {
  if (process.env.SOURCE_DATE_EPOCH) return process.env.SOURCE_DATE_EPOCH;
  const lastCommit = ['log', '-1', '--format=%ct'];
  const { output } = await run('git', lastCommit, { quiet: true }).catch(() => ({ output: '' }));
  return output.trim() || '1735689600';
}
