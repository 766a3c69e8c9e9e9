import { mkdir, rm, stat } from 'node:fs/promises';
import { run, runTool } from './processes.mjs';
import { inProject, readManifest } from './project.mjs';

/** The path of the VSIX of this version, whether or not it exists. */
export async function vsixFile() {
  const { name, version } = await readManifest();
  return inProject('dist', `${name}-${version}.vsix`);
}

/** Packages the built extension and returns the path of the VSIX. */
export async function packExtension() {
  const vsix = await vsixFile();
  await mkdir(inProject('dist'), { recursive: true });
  await rm(vsix, { force: true });
  const options = ['--allow-missing-repository', '--no-rewrite-relative-links', '--no-dependencies'];
  await runTool('@vscode/vsce/vsce', ['package', ...options, '--out', vsix], {
    quiet: true,
    env: { SOURCE_DATE_EPOCH: await sourceDate() },
  });
  return vsix;
}

/**
 * @param {string} file
 */
export async function sizeOf(file) {
  return `${((await stat(file)).size / 1024).toFixed(1)} KB`;
}

/** Modification time of all packaged files, in seconds since 1970, so that builds are reproducible. */
async function sourceDate() {
  if (process.env.SOURCE_DATE_EPOCH) return process.env.SOURCE_DATE_EPOCH;
  const lastCommit = ['log', '-1', '--format=%ct'];
  const { output } = await run('git', lastCommit, { quiet: true }).catch(() => ({ output: '' }));
  return output.trim() || '1735689600';
}
