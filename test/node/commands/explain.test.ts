import assert from 'node:assert/strict';
import { ctsTrace } from '../../support/command';

interface Entry {
  readonly service: string;
  readonly resourceType: string;
  readonly operation: { readonly en: string; readonly zh: string };
  readonly glance: { readonly counterpart: boolean; readonly calls: unknown; readonly nearest: unknown };
  readonly markdown: string;
}

describe('cts-trace explain', () => {
  it('prints the entries of a name as JSON', async () => {
    const { code, out, err } = await ctsTrace(['explain', 'addTag', '--format', 'json']);
    const { name, entries }: { name: string; entries: readonly Entry[] } = JSON.parse(out);
    const calls = [{ method: 'PUT', path: '/v2/images/{image_id}/tags/{tag}', success: 204 }];
    const glance = { counterpart: true, calls, nearest: [] };
    const noGlance = { counterpart: false, calls: [], nearest: [] };
    assert.deepEqual([code, err, name], [0, '', 'addTag']);
    assert.deepEqual(
      entries.map(({ markdown, ...entry }) => ({ ...entry, begin: markdown.split(' · ')[0] })),
      [
        {
          service: 'IMS',
          resourceType: 'image',
          operation: { en: 'Tagging an image', zh: '添加标签' },
          glance,
          begin: '**addTag**',
        },
        {
          service: 'IMS',
          resourceType: 'ims',
          operation: { en: 'Adding a tag', zh: '增加标签' },
          glance,
          begin: '**addTag**',
        },
        {
          service: 'DDM',
          resourceType: 'instance',
          operation: { en: 'Adding a tag', zh: '' },
          glance: noGlance,
          begin: '**addTag**',
        },
        {
          service: 'TMS',
          resourceType: 'application',
          operation: { en: '', zh: '' },
          glance: noGlance,
          begin: '**addTag**  \n`TMS`',
        },
      ],
    );
  });

  it('prints plain text without Markdown', async () => {
    const { code, out, err } = await ctsTrace(['explain', 'exportImage']);
    assert.deepEqual([code, err], [0, '']);
    assert.match(
      out,
      /^exportImage · Exporting an image · 导出镜像\nIMS's own operation, resource type ims\n/,
    );
    assert.match(out, /No Glance counterpart/);
    assert.doesNotMatch(out, /\*\*|`/);
  });

  it('prints Chinese', async () => {
    const { out } = await ctsTrace(['explain', 'exportImage', '--lang', 'zh-cn']);
    assert.match(out, /^exportImage · 导出镜像 · Exporting an image\n/);
  });

  it('adds nothing about similar names to an operation of the IMS API', async () => {
    const { code, out, err } = await ctsTrace(['explain', 'BatchDeleteMembers']);
    assert.deepEqual([code, err], [1, '']);
    assert.match(out, /API operation, not an event name/);
  });

  it('says under which service each row is listed', async () => {
    const { out } = await ctsTrace(['explain', 'volume_upload_imageVolume']);
    assert.deepEqual(out.match(/^Listed under .*$/gm), [
      'Listed under IMS, resource type evs',
      'Listed under EVS, resource type evs',
    ]);
  });

  for (const [name, message] of [
    ['createImages', 'Unknown event "createImages". Similar names: createImage'],
    ['deleteMembr', 'Unknown event "deleteMembr". Similar names: deleteMember, deleteMemeber'],
    ['createSever', 'Unknown event "createSever". Similar names: createServer, createRefer'],
    ['deletesubnets', 'Unknown event "deletesubnets". Similar names: deleteSubnet, deleteSecrets'],
    [
      'makeCoffee',
      "Unknown event \"makeCoffee\". 'cts-trace catalog' lists all known events; '--catalog' adds your region's list",
    ],
    [
      '__proto__',
      "Unknown event \"__proto__\". 'cts-trace catalog' lists all known events; '--catalog' adds your region's list",
    ],
    [
      'a\u001B[2J',
      "Unknown event \"a\uFFFD[2J\". 'cts-trace catalog' lists all known events; '--catalog' adds your region's list",
    ],
  ] as const) {
    it(`says that ${JSON.stringify(name)} is not known`, async () => {
      const pretty = await ctsTrace(['explain', name]);
      assert.deepEqual([pretty.code, pretty.err], [1, `cts-trace: ${message}\n`]);
      assert.ok(!pretty.out.includes('\u001B'));
      const { code, out } = await ctsTrace(['explain', name, '--format', 'json']);
      assert.deepEqual([code, JSON.parse(out)], [1, { name, entries: [] }]);
    });
  }
});
