import { strict as assert } from 'node:assert';
import { rmSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { inProject } from '../../scripts/lib/project.mjs';
import { writeStoryBucket } from '../../scripts/lib/story-bucket/story-bucket.mjs';
import { openWorkbench, type Workbench } from './workbench';

const folder = 'out/ui-bucket';

const english = {
  locale: 'en',
  check: 'CTS: Check Workspace',
  show: 'Show in CTS View',
  rows: ['Coverage', 'Findings', 'Who', 'What', 'Resources'],
  checked: /^Checked 1,\d{3} traces in 12 files: 1 error, 1 other finding\. Not read, or only in part: 1\.$/,
  filter: 'CTS: Filter Traces…',
  filtered: /^Filter user:bob: 23 of 1,737 traces\. Problems lists/,
  verify: 'CTS: Verify Folder…',
  verification: 'Verification',
  verified: /does not hold/i,
} as const;

const windows = [
  { ...english, theme: 'light' },
  { ...english, theme: 'contrast' },
  {
    locale: 'zh-cn',
    theme: 'dark',
    check: 'CTS: 检查工作区',
    show: '在 CTS 视图中显示',
    rows: ['覆盖范围', '检查结果', '用户', '操作', '资源'],
    checked: /^已检查 12 个文件中的 1,\d{3} 个事件：/,
    filter: 'CTS: 筛选事件…',
    filtered: /^筛选 user:bob：23 \/ 共 1,737 个事件。/,
    verify: 'CTS: 校验文件夹…',
    verification: '完整性校验',
    verified: /不通过/,
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

/** Goes down the list by the keyboard until a row with the text has the focus. */
async function goDownTo(page: Page, text: string): Promise<void> {
  for (let moves = 0; !(await focused(page)).includes(text); moves++) {
    assert.ok(moves < 100, `no row with ${text}`);
    await page.keyboard.press('ArrowDown');
  }
}

for (const words of windows) {
  const { locale, theme } = words;
  describe(`a bucket in a workbench (${locale}, ${theme})`, () => {
    let workbench: Workbench;
    let page: Page;
    let tree: Locator;
    const row = (text: string) => tree.locator('.monaco-list-row', { hasText: text }).first();

    before(async () => {
      rmSync(inProject(folder), { recursive: true, force: true });
      writeStoryBucket(inProject(folder), { files: 12, seed: 1, traces: 150, hasDigests: true });
      workbench = await openWorkbench({ folder, locale, theme });
      ({ page } = workbench);
      tree = page.locator('.pane-body .monaco-list');
    });

    afterEach(async function () {
      if (this.currentTest?.isFailed()) await workbench.screenshot(`failed-bucket-${locale}-${theme}`);
    });

    after(() => workbench?.close());

    it('is checked by a command, and says so to a screen reader, too', async () => {
      await runCommand(page, words.check);
      const notification = page.locator('.notification-list-item', { hasText: words.show });
      await notification.waitFor();
      const message = await notification.locator('.notification-list-item-message').innerText();
      assert.match(message, words.checked);
      const label = await page
        .locator('.notifications-toasts .monaco-list-row', { hasText: words.show })
        .getAttribute('aria-label');
      assert.ok(label?.includes(message), label ?? 'no label');
      await notification.locator('.monaco-button', { hasText: words.show }).click();
      for (const each of words.rows) await row(each).waitFor();
      await workbench.screenshot(`bucket-${locale}-${theme}`);
    });

    it('is read in its view by the keyboard alone', async () => {
      await tree.focus();
      await page.keyboard.press('Home');
      const [coverage, , who] = words.rows;
      assert.ok((await focused(page)).includes(coverage));
      await goDownTo(page, who);
      for (const below of ['example-corp', 'bob', '203.0.113.66']) {
        await page.keyboard.press('ArrowRight');
        await row(below).waitFor();
        await goDownTo(page, below);
      }
      await workbench.screenshot(`bucket-open-${locale}-${theme}`);
      assert.ok((await row('203.0.113.66').getAttribute('aria-label'))?.includes('203.0.113.66'));
    });

    it('is filtered', async () => {
      await runCommand(page, words.filter);
      await page.locator('.quick-input-widget input').fill('user:bob');
      await page.keyboard.press('Enter');
      const state = page.locator('.tree-explorer-viewlet-tree-view .message', { hasText: 'user:bob' });
      await state.waitFor();
      assert.match(await state.innerText(), words.filtered);
      await row(words.rows[2]).waitFor();
      await workbench.screenshot(`bucket-filtered-${locale}-${theme}`);
    });

    it('is verified by a command', async () => {
      await runCommand(page, words.verify);
      // The dialog of a remote window, which begins with the folder that is open
      const dialog = page.locator('.quick-input-widget input');
      await dialog.waitFor();
      await page.locator('.quick-input-widget', { hasText: 'CloudTraces' }).waitFor();
      await page.keyboard.press('Enter');
      await row(words.verification).waitFor();
      assert.match(await row(words.verification).innerText(), words.verified);
      await workbench.screenshot(`bucket-verified-${locale}-${theme}`);
    });
  });
}
