/** Builds the bundles into dist/, on a fresh clone, too. */
import { ensureDependencies } from './lib/dependencies.mjs';

await ensureDependencies();
const { buildBundles } = await import('../esbuild.mjs');
await buildBundles({ production: true });
