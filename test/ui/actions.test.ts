import { strict as assert } from 'node:assert';
import { openWorkbench, type Workbench } from './workbench';

const windows = [
  { locale: 'en', document: 'rules.md' },
  { locale: 'zh-cn', document: 'rules.zh-cn.md' },
] as const;

/** Polls; the test fails by its own timeout. */
async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resume) => setTimeout(resume, 100));
}

for (const { locale, document } of windows) {
  describe(`actions in a workbench (${locale})`, () => {
    let workbench: Workbench;

    before(async () => {
      workbench = await openWorkbench({ folder: 'test/ui/workspace', locale });
    });

    afterEach(async function () {
      if (this.currentTest?.isFailed()) await workbench.screenshot(`failed-actions-${locale}`);
    });

    after(() => workbench?.close());

    it('open the rendered chapter of a rule from its code in Problems', async () => {
      const { page } = workbench;
      await workbench.openFile('image-traces.json');
      await workbench.problems('createImages');
      await page.locator('.markers-panel .monaco-link', { hasText: 'unknown-event' }).first().click();
      await page.locator('.tab.active', { hasText: document }).waitFor();
      const chapter = page
        .frameLocator('iframe.webview.ready')
        .frameLocator('#active-frame')
        .locator('h2', { hasText: 'unknown-event' });
      await chapter.waitFor();
      // Before it is more than fits in the window, so it is in sight only if the preview was scrolled to it
      await until(async () => {
        const { y = 0 } = (await chapter.boundingBox()) ?? {};
        return y > 0 && y < 500;
      });
      await workbench.screenshot(`rule-${locale}`);
    });

    it('offer rules and levels as lists on the settings page', async () => {
      const { page } = workbench;
      await page.keyboard.press('Control+,');
      await page.locator('.settings-editor .search-container .monaco-editor').click();
      await page.keyboard.type('ctsTrace.rules');
      const setting = page.locator('.settings-editor .setting-item-contents', { hasText: 'Rules' }).first();
      const lists = setting.locator('select, .monaco-select-box');
      // The page is drawn anew while one types, and may lose a click
      await until(async () => {
        if ((await lists.count()) > 1) return true;
        await setting.locator('.setting-list-new-row .monaco-button').click();
        return false;
      });
      await lists.nth(1).waitFor();
      await workbench.screenshot(`settings-${locale}`);
      assert.equal(await setting.locator('.setting-list-object-input input').count(), 0);
    });
  });
}
