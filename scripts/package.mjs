/** Builds the bundles and packages them as a VSIX in dist/. */
import path from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { root } from './lib/project.mjs';
import { say } from './lib/say.mjs';
import { packExtension, sizeOf } from './lib/vsix.mjs';

await ensureDependencies();
const { buildBundles } = await import('../esbuild.mjs');
await buildBundles({ production: true });
const vsix = await packExtension();
say(`Packaged ${path.relative(root, vsix)} (${await sizeOf(vsix)})`);
