import path from 'node:path';
import { root } from '../project.mjs';
import { oneFailed, onePassed } from '../results.mjs';
import { messageOf, say } from '../say.mjs';
import { packExtension, sizeOf } from '../vsix.mjs';

/** Packages the extension as users install it. */
export async function packForTests() {
  const { buildBundles } = await import('../../../esbuild.mjs');
  try {
    await buildBundles({ production: true });
    const vsix = await packExtension();
    say(`Packaged ${path.relative(root, vsix)} (${await sizeOf(vsix)})`);
    return onePassed;
  } catch (error) {
    console.log(messageOf(error));
    return oneFailed;
  }
}
