import { strict as assert } from 'node:assert';
import { openWorkbench, type Workbench } from './workbench';

describe('a trace file in the workbench', () => {
  for (const theme of ['light', 'dark'] as const) {
    describe(theme, () => {
      let workbench: Workbench;
      before(async () => {
        workbench = await openWorkbench({ folder: 'test/ui/workspace', theme });
      });
      after(() => workbench?.close());

      it('is marked in the text, listed in Problems and explained under the pointer', async () => {
        await workbench.openFile('misspelt.json');
        assert.equal(await workbench.squiggles('warning'), 1);
        const [, entry] = await workbench.problems('createImages');
        assert.match(entry ?? '', /cts/);
        assert.match(await workbench.hoverOver('createImages'), /创建镜像/);
        await workbench.screenshot(`trace-file-${theme}`);
      });
    });
  }
});
