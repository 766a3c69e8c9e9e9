import { strict as assert } from 'node:assert';
import { openWorkbench, type Workbench } from './workbench';

for (const theme of ['light', 'dark'] as const) {
  describe(`a trace file in a ${theme} workbench`, () => {
    let workbench: Workbench;

    before(async () => {
      workbench = await openWorkbench({ folder: 'test/ui/workspace', theme });
      await workbench.openFile('image-traces.json');
    });

    afterEach(async function () {
      if (this.currentTest?.isFailed()) await workbench.screenshot(`failed-${theme}`);
    });

    after(() => workbench?.close());

    it('has a squiggle under the unknown event name', async () => {
      assert.equal(await workbench.squiggles('warning'), 1);
    });

    it('has an entry in Problems', async () => {
      const entries = await workbench.problems('createImages');
      assert.match(entries.join('\n'), /createImages.*cts\s+unknown-event/s);
    });

    it('shows a hover for an event name', async () => {
      assert.match(await workbench.hoverOver('updateImage'), /PATCH \/v2\/images\/\{image_id\}/);
    });
  });
}
