import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { extensionPage, withoutFileLinks } from './extension-page.mjs';
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
  options.push(...(await writePages()));
  await runTool('@vscode/vsce/vsce', ['package', ...options, '--out', vsix], {
    quiet: true,
    env: { SOURCE_DATE_EPOCH: await sourceDate() },
  });
  return vsix;
}

/** Writes the documents that the editor shows on the page of the extension, and returns the options that name them. */
async function writePages() {
  const names = ['README.md', 'README.zh-cn.md', 'CHANGELOG.md'];
  const [english = '', chinese = '', changes = ''] = await Promise.all(
    names.map((name) => readFile(inProject(name), 'utf8')),
  );
  const [page, changelog] = ['dist/extension-page.md', 'dist/extension-changes.md'];
  await writeFile(inProject(page), extensionPage(english, chinese));
  await writeFile(inProject(changelog), withoutFileLinks(changes));
  return ['--readme-path', page, '--changelog-path', changelog];
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
