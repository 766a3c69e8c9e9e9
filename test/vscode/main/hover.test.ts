import { strict as assert } from 'node:assert';
import { diagnosticsOf, hoverAt, openFile, openText, until } from '../editor';

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

  it('counts the traces of a resource, and names the kind of an address and the service', async () => {
    const record = (time: number, id: string): string =>
      `{"trace_name":"createImages","service_type":"ECS","trace_type":"ApiCall","trace_rating":"normal","time":${time},` +
      `"resource_id":"${id}","source_ip":"10.1.2.3"}`;
    const id = 'f47ac10b-58cc-4372-a567-0e02b2c3d479';
    const lines = [record(1795136523000, id), record(1795136500000, 'another'), record(1795136400000, id)];
    const document = await openText(lines.join('\n'), 'jsonl');
    const hover = await until(
      () => hoverAt(document, id),
      (found) => found.includes('in this file'),
    );
    assert.match(
      hover,
      /^\*\*resource_id\*\* · .*\n2 traces of this resource in this file, from 2026-11-20 01:00:00 UTC to 2026-11-20 01:02:03 UTC$/,
    );
    const alone = await hoverAt(document, 'another');
    assert.match(alone, /\nThe only trace of this resource in this file$/);
    const address =
      '**source_ip** · `10.1.2.3` · private IPv4 address (RFC 1918), only unique within its own network';
    assert.equal(await hoverAt(document, '10.1.2.3'), address);
    assert.match(
      await hoverAt(document, 'ECS'),
      /^\*\*service_type\*\* · `ECS` · Elastic Cloud Server {2}\n/,
    );
  });

  it('is empty in other JSON', async () => {
    const document = await openFile('other.json');
    assert.equal(await hoverAt(document, 'createImages'), '');
  });
});
