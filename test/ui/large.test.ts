import { strict as assert } from 'node:assert';
import { openWorkbench, type Workbench } from './workbench';

const recordOf = (index: number) => ({
  trace_id: `f47ac10b-58cc-4372-a567-${String(index).padStart(12, '0')}`,
  time: 1795136523120 + index,
  user: '{"name":"example","id":"0123456789abcdef0123456789abcdef"}',
  service_type: 'IMS',
  resource_type: 'ims',
  trace_name: index % 50_000 === 40_000 ? 'createImagez' : 'createImage',
  trace_rating: 'normal',
  trace_type: 'ConsoleAction',
  source_ip: '192.0.2.7',
  message: 'x'.repeat(100),
});

/** Some 60 MB on one line. */
const largeText = () =>
  `[${Array.from({ length: 160_000 }, (_, index) => JSON.stringify(recordOf(index))).join(',')}]`;

const windows = [
  {
    options: { theme: 'light', locale: 'zh-cn' },
    command: '检查工作区',
    label: 'large-traces.json（检查结果）.jsonc',
    checked: /个文件/,
    around: /打开此事件及其前后的事件/,
    part: 'large-traces.json（部分）',
  },
] as const;

for (const { options, command, label, checked, around, part } of windows)
  describe(`a file of 60 MB, ${options.theme}, ${options.locale}`, () => {
    let workbench: Workbench;

    before(async () => {
      const files = { 'large-traces.json': largeText() };
      workbench = await openWorkbench({ folder: 'test/ui/workspace', files, ...options });
      // Before a new window knows the extensions, it has none of their commands
      await workbench.openFile('image-traces.json');
      await workbench.squiggles('warning');
    });

    afterEach(async function () {
      if (this.currentTest?.isFailed()) await workbench.screenshot('failed-large');
    });

    after(() => workbench?.close());

    it('has its findings in Problems, which open among the traces that have some', async () => {
      const { page } = workbench;
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget input').fill(`>CTS: ${command}`);
      await page.locator('.quick-input-list .monaco-list-row', { hasText: command }).first().waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.notification-list-item', { hasText: checked }).waitFor();
      await workbench.problems('.json');
      await page.locator('.part.panel .viewpane-filter input').fill('createImagez');
      const rows = page.locator('.markers-panel .monaco-list-row');
      await rows.filter({ hasText: label }).waitFor();
      await rows.filter({ hasText: 'createImagez' }).nth(1).click();
      await page.locator('.tab.active', { hasText: label }).waitFor();
      await workbench.squiggles('warning');
      await page.locator('.monaco-editor .detected-link').first().waitFor();
      await workbench.screenshot('large-findings');
      assert.match(await workbench.hoverOver('createImagez'), /createImage/);
      await workbench.screenshot('large-hover');
    });

    it('open among the traces around them by the link at each', async () => {
      const { page } = workbench;
      await page.keyboard.press('Escape');
      const link = page.locator('.monaco-editor .detected-link').first();
      await link.hover();
      const hover = page.locator('.monaco-hover:visible', { hasText: around });
      await hover.waitFor();
      await link.click({ modifiers: ['Control'] });
      await page.locator('.tab.active', { hasText: part }).waitFor();
      await workbench.squiggles('warning');
      await workbench.screenshot('large-part');
    });
  });
