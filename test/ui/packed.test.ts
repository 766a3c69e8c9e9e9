import { strict as assert } from 'node:assert';
import { gzipSync } from 'node:zlib';
import { remembered, untilSaved } from './saved-state';
import { openWorkbench, type Workbench } from './workbench';

const trace = {
  trace_id: 'f47ac10b-58cc-4372-a567-0e02b2c3d479',
  time: 1795136523120,
  user: '{"name":"example","id":"0123456789abcdef0123456789abcdef"}',
  service_type: 'IMS',
  resource_type: 'ims',
  trace_name: 'createImages',
  trace_rating: 'normal',
  trace_type: 'ConsoleAction',
  source_ip: '192.0.2.7',
};
const packed = gzipSync(
  JSON.stringify([{ ...trace, trace_id: undefined, trace_name: 'deleteImage' }, trace]),
);
const nameOf = (id: string) => `example_CloudTrace_region-1_2026-11-23T02-12-03Z_00000000000000${id}.json.gz`;
const files = {
  [nameOf('01')]: packed,
  [nameOf('02')]: packed.subarray(0, -1),
  [nameOf('03')]: gzipSync(packed),
  [nameOf('04')]: gzipSync(Buffer.alloc(60 * 1024 * 1024, ' ')),
};

const windows = [
  {
    options: { theme: 'light' },
    label: ' (unpacked)',
    readOnly: /a packed file must be unpacked first/,
    cut: /The packed file is cut off: the gzipped data ends too early/,
    tooLong: /has more than 50 MB of text/,
    coverage: 'Coverage',
    checkAll: 'Check Workspace',
    checked: /Checked [1-9]\d* traces in [3-9] files/,
  },
  {
    options: { theme: 'dark', locale: 'zh-cn' },
    label: '（已解压）',
    readOnly: /压缩文件须先解压/,
    cut: /压缩文件不完整：gzip 数据提前结束/,
    tooLong: /解压后超过 50 MB/,
    coverage: '覆盖范围',
    checkAll: '检查工作区',
    checked: /[3-9] 个文件中的 [1-9]\d* 个事件|[1-9]\d* 个事件.*[3-9] 个文件/,
  },
] as const;

for (const { options, label, readOnly, cut, tooLong, coverage, checkAll, checked } of windows)
  describe(`packed files, ${options.theme}`, () => {
    let workbench: Workbench;

    before(async () => {
      workbench = await openWorkbench({ folder: 'test/ui/workspace', files, ...options });
      // Before a new window knows the extensions, it opens packed files as any others
      await workbench.openFile('image-traces.json');
      await workbench.squiggles('warning');
    });

    afterEach(async function () {
      if (this.currentTest?.isFailed()) await workbench.screenshot(`failed-packed-${options.theme}`);
    });

    after(() => workbench?.close());

    it('open unpacked by a click, and say that they are read-only', async () => {
      const { page } = workbench;
      await click(workbench, nameOf('01'));
      await page.locator('.tab.active', { hasText: `${nameOf('01')}${label}` }).waitFor();
      assert.equal(await workbench.squiggles('warning'), 1);
      assert.match(await workbench.hoverOver('createImages'), /createImage/);
      await page.keyboard.press('Escape');
      await page.locator('.monaco-editor .view-line').first().click();
      await page.keyboard.type('x');
      const message = page.locator('.monaco-editor-overlaymessage');
      await message.waitFor();
      assert.match(await message.innerText(), readOnly);
      await workbench.screenshot(`packed-${options.theme}`);
    });

    it('are there again after the window was reloaded, with their findings', async () => {
      const { page } = workbench;
      await untilSaved(page, remembered.editors, nameOf('01').replace('.gz', ''));
      await page.reload();
      await page.locator('.tab.active', { hasText: `${nameOf('01')}${label}` }).waitFor();
      assert.equal(await workbench.squiggles('warning'), 1);
    });

    it('say what is wrong with them in Problems', async () => {
      await click(workbench, nameOf('02'));
      const entries = await workbench.problems('gzip');
      assert.ok(entries.some((entry) => cut.test(entry)));
      await workbench.screenshot(`packed-cut-${options.theme}`);
    });

    it('that are too large say so in their place', async () => {
      const { page } = workbench;
      await click(workbench, nameOf('04'));
      const frame = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
      const text = frame.locator('body p').first();
      await text.waitFor();
      assert.match(await text.innerText(), tooLong);
      await workbench.screenshot(`packed-too-long-${options.theme}`);
      await frame.locator('a').click();
      // The check of the folder reads it all the same
      await page.locator('.notification-list-item', { hasText: checked }).waitFor();
      await workbench.screenshot(`packed-checked-${options.theme}`);
    });

    it('are no longer listed by the CTS view of a reloaded window, which says how to check them again', async () => {
      const { page } = workbench;
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget input').fill('>ctsTrace.bucket.focus');
      await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
      await page.keyboard.press('Enter');
      const row = page.locator('.pane-body .monaco-list-row', { hasText: coverage });
      await row.waitFor();
      await untilSaved(page, remembered.sideBar, 'ctsTrace');
      await page.reload();
      await page.locator('.welcome-view-content .monaco-button', { hasText: checkAll }).waitFor();
      assert.equal(await row.count(), 0);
      await workbench.screenshot(`packed-reloaded-${options.theme}`);
    });
  });

/** Clicks a file in the explorer. */
async function click({ page }: Workbench, name: string): Promise<void> {
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).click();
  await page.locator('.tab.active', { hasText: name }).waitFor();
}
