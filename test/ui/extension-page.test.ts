import { strict as assert } from 'node:assert';
import type { FrameLocator } from 'playwright-core';
import { openWorkbench, type Workbench } from './workbench';

describe('the page of the extension', () => {
  let workbench: Workbench;
  let page: FrameLocator;

  before(async () => {
    workbench = await openWorkbench({ folder: 'test/ui/workspace' });
    page = await openPage(workbench);
  });

  afterEach(async function () {
    if (this.currentTest?.isFailed()) await workbench.screenshot('failed-extension-page');
  });

  after(() => workbench?.close());

  it('has no link or picture that leads nowhere', async () => {
    await workbench.screenshot('extension-page');
    assert.equal(await page.locator('img').count(), 0);
    const dead = await page.locator('a').evaluateAll((links) =>
      links
        // The editor's own link to the top of the page
        .filter(({ id }) => id !== 'scroll-to-top')
        .filter((link) => !(link.getAttribute('href') ?? '').startsWith('https:'))
        .filter((link) => {
          const id = decodeURIComponent((link.getAttribute('href') ?? '').slice(1));
          return id === '' || link.ownerDocument.getElementById(id) === null;
        })
        .map((link) => link.outerHTML),
    );
    assert.deepEqual(dead, []);
  });
});

async function openPage({ page }: Workbench): Promise<FrameLocator> {
  await page.keyboard.press('Control+Shift+X');
  await page.locator('.extension-list-item', { hasText: 'CTS Trace Lens' }).first().click();
  const content = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  await content.locator('h1').first().waitFor();
  return content;
}
