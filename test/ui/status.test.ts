import { strict as assert } from 'node:assert';
import type { Locator } from 'playwright-core';
import { openWorkbench, type Workbench } from './workbench';

const windows = [
  {
    locale: 'en',
    theme: 'light',
    status: ['40 CTS traces', 'Line of 22,162'],
    openFormatted: 'Open Formatted',
    treatAsLines: 'Treat as JSON Lines',
  },
  {
    locale: 'zh-cn',
    theme: 'dark',
    status: ['40 个 CTS 事件', '单行 22,162'],
    openFormatted: '打开格式化视图',
    treatAsLines: '按 JSON Lines 处理',
  },
] as const;

for (const { locale, theme, status, openFormatted, treatAsLines } of windows) {
  describe(`the language status in a ${theme} workbench (${locale})`, () => {
    let workbench: Workbench;

    before(async () => {
      const settings = { 'breadcrumbs.enabled': true };
      workbench = await openWorkbench({ folder: 'test/ui/workspace', locale, theme, settings });
    });

    after(() => workbench?.close());

    it('mentions a long line', async () => {
      await workbench.openFile('transferred.json');
      await workbench.page.locator('.codelens-decoration', { hasText: openFormatted }).waitFor();
      const hover = await openStatus(workbench, status[0]);
      await workbench.screenshot(`status-long-line-${locale}`);
      const content = await hover.innerText();
      for (const text of status) assert.ok(content.includes(text), content);
    });

    it('opens the formatted view, with findings, outline and breadcrumbs', async () => {
      const hover = await openStatus(workbench, openFormatted);
      await hover.getByText(openFormatted).click();
      await workbench.page.locator('.tab.active', { hasText: /formatted|格式化/ }).waitFor();
      for (let line = 0; line < 5; line++) await workbench.page.keyboard.press('ArrowDown');
      await workbench.page
        .locator('.breadcrumbs-control', { hasText: 'createImages web-server-00' })
        .waitFor();
      await showOutline(workbench);
      assert.ok((await workbench.squiggles('warning')) >= 1);
      await workbench.screenshot(`formatted-${locale}`);
    });

    it('offers JSON Lines for a file with one trace per line', async () => {
      await workbench.openFile('line-by-line.json');
      await openStatus(workbench, treatAsLines);
      await workbench.screenshot(`status-lines-${locale}`);
    });
  });
}

/** Hovers over the language status in the status bar until it contains a string. */
async function openStatus({ page }: Workbench, containing: string): Promise<Locator> {
  const hover = page
    .locator('.monaco-hover', { has: page.locator('.hover-language-status') })
    .filter({ hasText: containing });
  // A hover that is still open may be redrawn at any moment
  await page.mouse.move(600, 300);
  await page.locator('.hover-language-status').first().waitFor({ state: 'hidden' });
  for (let tries = 0; tries < 20 && !(await hover.isVisible()); tries++) {
    await page.mouse.move(600, 300);
    await page.locator('[id="status.languageStatus"]').hover();
    await page.waitForTimeout(1000);
  }
  await hover.waitFor();
  return hover;
}

async function showOutline({ page }: Workbench): Promise<void> {
  await page.locator('.pane-header', { hasText: /outline|大纲/i }).click();
  await page.locator('.outline-tree .monaco-list-row', { hasText: ' · ' }).first().waitFor();
}
