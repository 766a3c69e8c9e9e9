/** Builds the bundles and packages them in dist/: the extension as a VSIX, the command line as an npm package. */
import path from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { packCommandLine } from './lib/npm-package.mjs';
import { root } from './lib/project.mjs';
import { say } from './lib/say.mjs';
import { packExtension, sizeOf } from './lib/vsix.mjs';

await ensureDependencies();
const { buildBundles } = await import('../esbuild.mjs');
await buildBundles({ production: true });
for (const file of [await packExtension(), await packCommandLine()])
  say(`Packaged ${path.relative(root, file)} (${await sizeOf(file)})`);
