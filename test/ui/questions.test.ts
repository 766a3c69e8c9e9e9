import { strict as assert } from 'node:assert';
import type { Locator } from 'playwright-core';
import { makeQuestionFile } from './question-file';
import { openWorkbench, type Workbench } from './workbench';

/** Each answer takes at most three actions once the file is open, and its number is that counted from the records. */
describe('questions about a file of one line with 3,000 traces', () => {
  const { text, ...expected } = makeQuestionFile();
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      folder: 'test/ui/workspace',
      files: { 'bucket.json': text },
    });
    await workbench.openFile('bucket.json');
  });

  afterEach(async function () {
    if (this.currentTest?.isFailed()) await workbench.screenshot('failed-questions');
  });

  after(() => workbench?.close());

  it('what happened: the line on top says so', async () => {
    const summary = workbench.page.locator('.codelens-decoration', { hasText: 'failed' });
    const shown = await summary.innerText();
    assert.ok(shown.includes(`${expected.traces.toLocaleString('en')} traces`), shown);
    assert.ok(shown.includes(`${expected.failed} failed traces`), shown);
    for (const day of expected.days) assert.ok(shown.includes(day), shown);
    await workbench.screenshot('question-what-happened');
  });

  it('who did it: Ctrl+Shift+O, the name of the user', async () => {
    assert.equal(await countSymbols(workbench, expected.user), expected.byUser);
    await workbench.screenshot('question-who');
    await workbench.page.keyboard.press('Escape');
  });

  it('what failed: Ctrl+Shift+O, failed', async () => {
    assert.equal(await countSymbols(workbench, 'failed'), expected.failed);
    await workbench.screenshot('question-what-failed');
    await workbench.page.keyboard.press('Escape');
  });

  it('what failed: Show Notable Events, Problems, failed', async () => {
    await runCommand(workbench, 'CTS: Show or Hide Notable Events');
    await workbench.problems('bucket.json');
    await assertProblems(workbench, 'failed', expected.failed);
    await workbench.screenshot('question-failed-in-problems');
  });

  it('what is unknown: Problems, unknown-event', async () => {
    await assertProblems(workbench, 'unknown-event', expected.unknown);
    await workbench.screenshot('question-what-is-unknown');
  });

  it('what touched an image: find its id, Shift+F12', async () => {
    const { page } = workbench;
    await page.locator('.codelens-decoration a', { hasText: 'Open Formatted' }).click();
    await page.locator('.tab.active', { hasText: 'formatted' }).waitFor();
    const title = page.locator('.peekview-title .meta').filter({ hasText: /\d/ });
    // The view is laid out for a moment after its tab is there
    for (let tries = 0; tries < 5 && !(await title.isVisible()); tries++) {
      await page.keyboard.press('Control+F');
      await page.keyboard.type(expected.image);
      await page.waitForTimeout(1500);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Shift+F12');
      await title.waitFor({ timeout: 12_000 }).catch(() => undefined);
    }
    assert.equal(numberIn(await title.innerText()), expected.ofImage);
    await workbench.screenshot('question-what-touched-it');
  });
});

async function countSymbols({ page }: Workbench, filter: string): Promise<number> {
  await page.keyboard.press('Control+Shift+O');
  const input = page.locator('.quick-input-widget input');
  await input.waitFor();
  await page.locator('.quick-input-list .monaco-list-row', { hasText: '·' }).first().waitFor();
  await page.keyboard.type(filter);
  const separator = page.locator('.quick-input-list-separator', { hasText: /\d/ }).first();
  await page.locator('.quick-input-list .monaco-list-row', { hasText: filter }).first().waitFor();
  return numberIn(await separator.innerText());
}

/** Filters the Problems panel; its counter follows a moment later. */
async function assertProblems({ page }: Workbench, filter: string, expected: number): Promise<void> {
  await page.locator('.part.panel .viewpane-filter input').first().fill(filter);
  const badge = page.locator('.viewpane-filter-badge:not(.hidden)');
  for (let tries = 0; tries < 20 && (await shownIn(badge)) !== expected; tries++)
    await page.waitForTimeout(500);
  assert.equal(await shownIn(badge), expected);
}

async function shownIn(badge: Locator): Promise<number> {
  return numberIn((await badge.allInnerTexts()).join());
}

async function runCommand({ page }: Workbench, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
}

/** The first number, such as 151 in `Showing 151 of 1,000`. */
function numberIn(text: string): number {
  return Number(/\d[\d,]*/.exec(text)?.[0].replace(/,/g, ''));
}
