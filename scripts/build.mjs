/** Builds the bundles into dist/; works on a fresh clone. */
import { ensureDependencies } from './lib/dependencies.mjs';

await ensureDependencies();
const { buildBundles } = await import('../esbuild.mjs');
await buildBundles({ production: true });
