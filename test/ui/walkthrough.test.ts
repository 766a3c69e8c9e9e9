import { strict as assert } from 'node:assert';
import type { Locator } from 'playwright-core';
import { openWorkbench, type Workbench } from './workbench';

const windows = [
  { locale: 'en', theme: 'light', title: 'Get Started with CTS Trace Lens', example: 'Open an Example' },
  { locale: 'zh-cn', theme: 'dark', title: 'CTS Trace Lens 入门', example: '打开示例' },
] as const;

for (const { locale, theme, title, example } of windows) {
  describe(`the walkthrough in a ${theme} workbench (${locale})`, () => {
    let workbench: Workbench;

    before(async () => {
      workbench = await openWorkbench({ folder: 'test/ui/workspace', locale, theme });
      // A narrower window hides the pictures
      await workbench.page.setViewportSize({ width: 1500, height: 800 });
      await openWalkthrough(workbench, title);
    });

    afterEach(async function () {
      if (this.currentTest?.isFailed()) await workbench.screenshot(`failed-walkthrough-${theme}`);
    });

    after(() => workbench?.close());

    it('has a button and a picture for each step', async () => {
      const steps = stepsIn(workbench);
      assert.equal(await steps.count(), 5);
      for (const [index, step] of (await steps.all()).entries()) {
        await step.click();
        await step.locator('.monaco-button').first().waitFor();
        await pictureIn(workbench).waitFor();
        await workbench.screenshot(`walkthrough-${theme}-${index + 1}`);
      }
    });

    it('opens an example with a finding', async () => {
      await stepsIn(workbench).first().click();
      await workbench.page.locator('.monaco-button', { hasText: example }).first().click();
      await workbench.page.locator('.view-line', { hasText: 'createImages' }).waitFor();
      assert.equal(await workbench.squiggles('warning'), 1);
      await workbench.screenshot(`example-${theme}`);
    });
  });
}

async function openWalkthrough({ page }: Workbench, title: string): Promise<void> {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input[type=text]');
  // English command names work in other languages too
  await input.fill('>Welcome: Open Walkthrough');
  await page.locator('.quick-input-list .monaco-list-row').first().click();
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
  await page.locator('.getting-started-step').first().waitFor();
}

function stepsIn({ page }: Workbench): Locator {
  return page.locator('.getting-started-step:visible');
}

/** VS Code shows pictures in nested sandboxed frames. */
function pictureIn({ page }: Workbench): Locator {
  return page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator('svg');
}
