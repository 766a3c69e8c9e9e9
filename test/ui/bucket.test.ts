import { strict as assert } from 'node:assert';
import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { inProject } from '../../scripts/lib/project.mjs';
import { writeStoryBucket } from '../../scripts/lib/story-bucket/story-bucket.mjs';
import { openWorkbench, type Workbench } from './workbench';

const folder = 'out/ui-bucket';

const windows = [
  {
    locale: 'en',
    theme: 'light',
    command: 'CTS: Check Workspace',
    button: 'Show in CTS View',
    rows: ['Coverage', 'Findings', 'Who', 'What', 'Resources'],
    result: /^Checked 1,\d{3} traces in 12 files: 1 error, 1 other finding\. Not read, or only in part: 1\.$/,
  },
  {
    locale: 'zh-cn',
    theme: 'dark',
    command: 'CTS: 检查工作区',
    button: '在 CTS 视图中显示',
    rows: ['覆盖范围', '检查结果', '用户', '操作', '资源'],
    result: /^已检查 12 个文件中的 1,\d{3} 个事件：/,
  },
] as const;

/** The row of the tree with the focus. */
function focused(page: Page): Promise<string> {
  return page.locator('.pane-body .monaco-list .monaco-list-row.focused').innerText();
}

async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
}

for (const { locale, theme, command, button, rows, result } of windows) {
  describe(`a bucket in a workbench (${locale}, ${theme})`, () => {
    let workbench: Workbench;

    before(async () => {
      rmSync(inProject(folder), { recursive: true, force: true });
      writeStoryBucket(inProject(folder), { files: 12, seed: 1, traces: 150, hasDigests: true });
      workbench = await openWorkbench({ folder, locale, theme });
    });

    afterEach(async function () {
      if (this.currentTest?.isFailed()) await workbench.screenshot(`failed-bucket-${locale}`);
    });

    after(() => workbench?.close());

    it('is checked by a command, and shown in its view', async () => {
      const { page } = workbench;
      await runCommand(page, command);
      const notification = page.locator('.notification-list-item', { hasText: button });
      await notification.waitFor();
      assert.match(await notification.locator('.notification-list-item-message').innerText(), result);
      await notification.locator('.monaco-button', { hasText: button }).click();
      const tree = page.locator('.pane-body .monaco-list');
      for (const row of rows) await tree.locator('.monaco-list-row', { hasText: row }).first().waitFor();
      await workbench.screenshot(`bucket-${locale}`);
      // By the keyboard alone
      await tree.focus();
      await page.keyboard.press('End');
      for (const key of ['ArrowUp', 'ArrowUp']) await page.keyboard.press(key);
      for (const below of ['example-corp', 'bob', '203.0.113.66']) {
        await page.keyboard.press('ArrowRight');
        await tree.locator('.monaco-list-row', { hasText: below }).first().waitFor();
        if (below === 'bob') {
          await page.keyboard.press('End');
          while (!(await focused(page)).includes('bob')) await page.keyboard.press('ArrowUp');
        } else await page.keyboard.press('ArrowDown');
      }
      await workbench.screenshot(`bucket-open-${locale}`);
    });
  });
}
