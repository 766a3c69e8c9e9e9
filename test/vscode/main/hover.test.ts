import { strict as assert } from 'node:assert';
import { diagnosticsOf, hoverAt, openFile } from '../editor';

describe('hover', () => {
  it('explains only the event or field under the pointer', async () => {
    const document = await openFile('ims.json');
    await diagnosticsOf(document.uri);
    const event = await hoverAt(document, 'updateImage');
    assert.match(event, /修改镜像信息\/上传镜像/);
    assert.match(event, /PATCH \/v2\/images\/\{image_id\}/);
    assert.match(event, /ims:images:update/);
    const field = await hoverAt(document, 'trace_type');
    assert.doesNotMatch(field, /PATCH/);
    assert.match(field, /ConsoleAction/);
  });

  it('is empty in other JSON', async () => {
    const document = await openFile('other.json');
    assert.equal(await hoverAt(document, 'createImages'), '');
  });
});
