import { strict as assert } from 'node:assert';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { openWorkbench, type Workbench } from './workbench';

const traces = ['createImages', 'deleteImages', 'listImages'].map((trace_name, index) => ({
  trace_id: `5f0c1d9a-1111-4222-8333-00000000000${index}`,
  time: 1763632800000 + index,
  record_time: 1763632800500 + index,
  service_type: 'IMS',
  resource_type: 'image',
  resource_name: 'web-golden',
  trace_name,
  trace_rating: 'normal',
  trace_type: 'ApiCall',
  user: { name: 'alice' },
}));

const windows = [
  {
    locale: 'en',
    theme: 'light',
    show: 'Show in CTS View',
    accept: 'Accept This Finding…',
    choose: 'Choose File…',
    accepted: 'Accepted',
    message: '1 accepted finding',
    row: 'createImages',
  },
  {
    locale: 'zh-cn',
    theme: 'dark',
    show: '在 CTS 视图中显示',
    accept: '接受此检查结果…',
    choose: '选择文件…',
    accepted: '已接受',
    message: '已接受 1 条检查结果',
    row: 'createImages',
  },
] as const;

for (const { locale, theme, show, accept, choose, accepted, message, row } of windows)
  describe(`accepting a finding in a workbench (${locale}, ${theme})`, () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'cts-accepted-'));
    const file = path.join(folder, 'review.cts-accepted.json');
    let workbench: Workbench;

    before(async () => {
      const files = { 'traces.json': JSON.stringify(traces) };
      workbench = await openWorkbench({ folder: 'test/vscode/bucket/workspace', locale, theme, files });
    });

    afterEach(async function () {
      if (this.currentTest?.isFailed()) await workbench.screenshot(`failed-accepted-${locale}`);
    });

    after(async () => {
      await workbench?.close();
      rmSync(folder, { recursive: true });
    });

    it('asks why and where, shows it quiet in the view, and takes it back by a key', async () => {
      const { page } = workbench;
      const tree = page.locator('.pane-body .monaco-list');
      const rowWith = (text: string): Locator => tree.locator('.monaco-list-row', { hasText: text });
      await page.keyboard.press('F1');
      const title = locale === 'en' ? 'CTS: Check Workspace' : 'CTS: 检查工作区';
      await page.locator('.quick-input-widget input').fill(`>${title}`);
      await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.notification-list-item .monaco-button', { hasText: show }).click();
      await rowWith('unknown-event').first().click();
      await rowWith('traces.json').last().click();
      await rowWith(row).click({ button: 'right' });
      const item = page.locator('.monaco-menu .action-label', { hasText: accept });
      await item.hover();
      // A menu takes no click that comes right after it was opened
      await page.waitForTimeout(500);
      await item.click();
      const box = page.locator('.quick-input-widget input');
      await box.fill('known in our region');
      await page.keyboard.press('Enter');
      await page.locator('.monaco-dialog-box .monaco-button', { hasText: choose }).click();
      await page.waitForTimeout(500);
      await box.fill(file);
      await page.waitForTimeout(500);
      await page.keyboard.press('Enter');
      await rowWith(accepted).first().waitFor();
      await page.locator('.tree-explorer-viewlet-tree-view .message', { hasText: message }).waitFor();
      assert.deepEqual(
        JSON.parse(readFileSync(file, 'utf8')).accepted.map(
          ({ keyPath, reason }: Record<string, unknown>) => `${keyPath}: ${reason}`,
        ),
        ['/trace_name: known in our region'],
      );
      await rowWith(accepted).first().click();
      await rowWith('known in our region').waitFor();
      await workbench.screenshot(`accepted-${locale}`);
      await rowWith('known in our region').click();
      await workbench.screenshot(`accepted-row-${locale}`);
      await tree.focus();
      await page.keyboard.press('Delete');
      await rowWith('known in our region').waitFor({ state: 'detached' });
      assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')).accepted, []);
    });
  });
