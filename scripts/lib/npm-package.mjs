import { run } from './processes.mjs';
import { inProject, readManifest } from './project.mjs';

/** Packs the built command line as an npm package beside the VSIX and returns its path. */
export async function packCommandLine() {
  const { name, version } = await readManifest();
  const pack = ['pack', '--silent', '--ignore-scripts', '--pack-destination', inProject('dist')];
  await run('npm', pack, { quiet: true });
  return inProject('dist', `${name}-${version}.tgz`);
}
