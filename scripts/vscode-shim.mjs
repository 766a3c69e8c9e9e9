#!/usr/bin/env node
/**
 * Replaces the desktop VS Code program in extension tests: it takes the same arguments and gives the same exit codes,
 * but runs the tests in the extension host of the VS Code server, with the workbench in a headless browser.
 *
 * VSCODE_SHIM_HOST is the folder of the installed server, VSCODE_SHIM_TRUST=ask keeps workspace trust on, and
 * VSCODE_SHIM_VERBOSE prints the log of the workbench.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { format, parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { chromiumArguments, ensureChromium } from './lib/chromium.mjs';
import { displayLanguageScript } from './lib/display-language.mjs';
import { messageOf } from './lib/say.mjs';
import { addressOf, startServer } from './lib/server.mjs';

/** In milliseconds; generous, since the machine may be busy. */
const timeout = 600_000;
const exitCodes = { startFailed: 70, pageCrashed: 71, extensionHostDied: 72, timedOut: 124 };

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string', multiple: true },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
    locale: { type: 'string' },
  },
});

/** @type {(() => Promise<unknown>)[]} */
const cleanUps = [];
let ending = false;

/**
 * @param {number} code
 * @param {string} [reason]
 */
async function end(code, reason) {
  if (ending) return;
  ending = true;
  if (reason) console.error(`vscode-shim: ${reason}`);
  for (const cleanUp of cleanUps.reverse()) await cleanUp().catch(() => {});
  process.exit(code);
}

/**
 * @param {unknown} value
 * @returns {string[]}
 */
function stringsOf(value) {
  return [value].flat().filter((item) => typeof item === 'string');
}

/** The workbench accepts only one extension under development in its URL; the others are installed as built-in ones. */
const [developed = '', ...furtherExtensions] = stringsOf(values.extensionDevelopmentPath);

async function runTests() {
  const [data = path.resolve('.vscode-test/user-data')] = stringsOf(values['user-data-dir']);
  mkdirSync(data, { recursive: true });
  const server = await startServer({
    host: process.env.VSCODE_SHIM_HOST ?? '',
    data,
    settings: userSettings(data),
    trusted: process.env.VSCODE_SHIM_TRUST !== 'ask',
    extensions: furtherExtensions,
    drivenByTests: true,
  });
  cleanUps.push(server.stop);
  server.ended.then((code) => end(exitCodes.startFailed, `the server exited with code ${code}`));

  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumArguments });
  cleanUps.push(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const [locale] = stringsOf(values.locale);
  if (locale) await page.addInitScript(displayLanguageScript(locale));
  await listen(page);
  await page.goto(addressOf(server, { folder: workspace(), payload: testPayload(server.origin) }));
}

/**
 * Ends when the tests do. The workbench reports exit code 0 if the extension host dies during the tests, so that is
 * detected separately.
 *
 * @param {import('playwright-core').Page} page
 */
async function listen(page) {
  let died = false;
  page.on('crash', () => end(exitCodes.pageCrashed, 'the page crashed'));
  page.on('console', (message) => {
    if (/\[ExtensionHost\].*received socket close event/.test(message.text())) died = true;
  });
  await page.exposeFunction(
    'codeAutomationLog',
    (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
      if (process.env.VSCODE_SHIM_VERBOSE) console.error(`[${type}]`, format(...args));
    },
  );
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) =>
    died ? end(exitCodes.extensionHostDied, 'the extension host died') : end(code),
  );
}

/**
 * The user settings that the desktop program would read from its user data.
 *
 * @param {string} data
 */
function userSettings(data) {
  try {
    return JSON.parse(readFileSync(path.join(data, 'User/settings.json'), 'utf8'));
  } catch {
    return {};
  }
}

function workspace() {
  const [folder] = positionals;
  return folder && path.resolve(folder);
}

/**
 * @param {string} origin
 * @returns {[string, string][]}
 */
function testPayload(origin) {
  const host = `vscode-remote://${new URL(origin).host}`;
  const uriOf = (/** @type {string} */ file) => host + encodeURI(path.resolve(file));
  const [tests = ''] = stringsOf(values.extensionTestsPath);
  return [
    ['extensionDevelopmentPath', uriOf(developed)],
    ['extensionTestsPath', uriOf(tests)],
    ['skipWelcome', 'true'],
  ];
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => end(130, signal));
setTimeout(() => end(exitCodes.timedOut, `timed out after ${timeout / 1000} s`), timeout).unref();
runTests().catch((error) => end(exitCodes.startFailed, messageOf(error)));
