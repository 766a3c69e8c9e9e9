import { existsSync } from 'node:fs';
import { findProgram, isExecutable, run } from './processes.mjs';
import { say } from './say.mjs';

const programNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
];

/** Default install paths of Chromium browsers on macOS and Windows. */
const installPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Arguments of a headless browser for tests: no sandbox, no background network requests. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The path of a Chromium browser; installs Debian's package if possible.
 *
 * @throws {Error} that says what to install
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (canInstall()) await install();
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    'No Chromium found. Install one (Debian, Ubuntu: apt-get install chromium) or set CHROMIUM_PATH to a Chrome, Chromium or Edge',
  );
}

/** @returns {string | undefined} */
export function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  for (const name of programNames) {
    const program = findProgram(name);
    if (program) return program;
  }
  return installPaths.find(isExecutable);
}

function canInstall() {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0 && Boolean(findProgram('apt-get'));
}

/** The font is for Chinese text, which would otherwise be drawn as boxes. */
async function install() {
  say('Installing chromium and a Chinese font (apt-get)');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { quiet: true, env });
  const packages = ['chromium', 'fonts-noto-cjk'];
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { quiet: true, env });
}
