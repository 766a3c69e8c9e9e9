import { firstLook } from '../../scripts/lib/open-samples.mjs';
import { openWorkbench, type Workbench } from './workbench';

describe('the window of npm start', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ folder: 'samples', extensions: [firstLook] });
  });

  afterEach(async function () {
    if (this.currentTest?.isFailed()) await workbench.screenshot('failed-start');
  });

  after(() => workbench?.close());

  it('shows the sample to start with, and its findings in Problems', async () => {
    await workbench.page.locator('.tab.active', { hasText: 'start-here.json' }).waitFor();
    const entries = workbench.page.locator('.markers-panel .monaco-list-row');
    await entries.filter({ hasText: 'createImages' }).first().waitFor();
    await workbench.screenshot('start');
  });
});
