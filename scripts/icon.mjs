/** Renders media/icon.svg to media/icon.png, the format that the Marketplace requires. */
import { readFile } from 'node:fs/promises';
import { chromiumArguments, ensureChromium } from './lib/chromium.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { inProject } from './lib/project.mjs';
import { say } from './lib/say.mjs';

await ensureDependencies();
const { chromium } = await import('playwright-core');
const browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumArguments });
const page = await browser.newPage({ viewport: { width: 128, height: 128 } });
const svg = await readFile(inProject('media/icon.svg'), 'utf8');
await page.setContent(`<style>body { margin: 0; background: transparent }</style>${svg}`);
await page.screenshot({ path: inProject('media/icon.png'), omitBackground: true });
await browser.close();
say('Rendered media/icon.svg to media/icon.png');
