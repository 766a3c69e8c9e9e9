import { strict as assert } from 'node:assert';
import { openWorkbench, type Workbench } from './workbench';

/** The screenshots of the README, which show the main features on a sample. */
const pictures = [
  { name: 'screenshot-light', theme: 'light', explained: '修改镜像信息/上传镜像' },
  { name: 'screenshot-dark', theme: 'dark', explained: '修改镜像信息/上传镜像' },
  { name: 'screenshot-contrast', theme: 'contrast', explained: '修改镜像信息/上传镜像' },
  { name: 'screenshot-zh-cn', theme: 'light', locale: 'zh-cn', explained: '审计要点' },
] as const;

describe('the sample workspace', () => {
  for (const { name, explained, ...options } of pictures) {
    describe(`in ${name}`, () => {
      let workbench: Workbench;

      before(async () => {
        workbench = await openWorkbench({ folder: 'samples', height: 1000, ...options });
      });

      after(() => workbench?.close());

      it('shows squiggles, problems and an explanation', async () => {
        await workbench.openFile('start-here.json');
        assert.ok((await workbench.squiggles('warning')) > 0);
        const entries = await workbench.problems('createImages');
        assert.equal(entries.filter((entry) => /\bcts\b/.test(entry)).length, 3);
        assert.match(await workbench.hoverOver('updateImage'), new RegExp(explained));
        await workbench.screenshot(name);
      });
    });
  }
});
