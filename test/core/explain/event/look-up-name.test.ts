import assert from 'node:assert/strict';
import { imsEvents } from '../../../../src/core/catalog/rows/ims-events';
import { explainName, explainNameAsText } from '../../../../src/core/explain/event/look-up-name';
import { settingsIn } from '../../../support/asking';

const english = settingsIn('en');

describe('explaining a name', () => {
  it('has an entry for each side', () => {
    const { name, entries } = explainName('updateImage', english);
    assert.equal(name, 'updateImage');
    assert.deepEqual(
      entries.map(({ service, resourceType, operation }) => ({ service, resourceType, operation })),
      [
        { service: 'IMS', resourceType: 'ims', operation: { en: 'Modifying an image', zh: '修改镜像' } },
        {
          service: 'IMS',
          resourceType: 'image',
          operation: { en: 'Modifying/Uploading an image', zh: '修改镜像信息/上传镜像' },
        },
      ],
    );
    assert.deepEqual(entries[1]?.glance.calls, [
      { method: 'PATCH', path: '/v2/images/{image_id}', success: 200 },
      { method: 'PUT', path: '/v2/images/{image_id}/file', success: 204 },
    ]);
  });

  it('has the nearest calls if there is no counterpart', () => {
    const [entry] = explainName('copyImage', english).entries;
    assert.deepEqual(entry?.glance, {
      counterpart: false,
      calls: [],
      nearest: [
        { method: 'POST', path: '/v2/images/{image_id}/import', success: 202 },
        { method: 'POST', path: '/v2/images/{image_id}/import', success: 202 },
      ],
    });
  });

  it('has everything known about the event, and nothing that depends on a trace', () => {
    for (const { name, side, operation } of imsEvents) {
      const explanation = explainName(name, english)
        .entries.map(({ markdown }) => markdown.replace(/\\/g, ''))
        .join('\n');
      const facts = [
        operation.why.en,
        ...operation.notes.map(({ en }) => en),
        ...operation.glance.calls.flatMap(({ policies, notifications }) => [
          ...policies.map(({ rule }) => rule),
          notifications.join(', '),
        ]),
        ...operation.ims.calls.flatMap(({ method, path, iam, conditionalIam = [] }) => [
          `${method} ${path}`,
          ...iam,
          ...conditionalIam.map(({ action, when }) => `\`${action}\` (${when.en})`),
        ]),
      ];
      for (const fact of facts)
        assert.ok(explanation.includes(fact), `${fact} in ${name} on the ${side} side\n${explanation}`);
      assert.ok(!explanation.includes('This trace:'));
    }
  });

  it('has exactly the keys of the JSON output', () => {
    const [entry] = explainName('createImage', english).entries;
    assert.deepEqual(Object.keys(entry ?? {}), [
      'service',
      'resourceType',
      'operation',
      'glance',
      'markdown',
    ]);
    assert.deepEqual(Object.keys(entry?.glance ?? {}), ['counterpart', 'calls', 'nearest']);
  });

  it('has no entry for an unknown name', () => {
    for (const name of ['makeImage', '', 'constructor', '__proto__', 'createimage']) {
      assert.deepEqual(explainName(name, english), { name, entries: [] });
    }
  });
});

describe('the reference of an event', () => {
  const reference = (name: string, type: string) =>
    explainName(name, english).entries.find(({ resourceType }) => resourceType === type)?.markdown ?? '';

  it('has notes on the side that they are true of only', () => {
    const upload = 'the upload is recorded as updateImage';
    assert.ok(reference('createImage', 'image').includes(upload));
    assert.ok(!reference('createImage', 'ims').includes(upload));
    assert.ok(reference('deleteImage', 'ims').includes('The console can delete several images at once'));
    assert.ok(!reference('deleteImage', 'image').includes('The console deletes'));
  });

  it('has related calls beside the counterparts', () => {
    const update = reference('updateImage', 'image');
    assert.match(update, /\*\*Related calls\*\*.*actions\/deactivate`.*openstack image set --deactivate/s);
    assert.match(update, /actions\/reactivate`.*openstack image set --activate/);
    assert.match(reference('deleteImage', 'image'), /DELETE \/v2\/stores\/\{store_id\}\/\{image_id\}/);
    assert.doesNotMatch(reference('addMember', 'image'), /Related calls/);
  });

  it('says that a name is an operation of the API', () => {
    assert.equal(
      explainNameAsText('RegisterImage', english),
      'RegisterImage\nAPI operation, not an event name; its event is not documented',
    );
    assert.equal(
      explainNameAsText('BatchAddMembers', settingsIn('zh-cn')),
      'BatchAddMembers\nAPI 名称，不是事件名称；可能记录为 addMember（推断）',
    );
  });
});

describe('explaining a name in a terminal', () => {
  it('has the same words without markup', () => {
    const explanation = explainNameAsText('exportImage', settingsIn('zh-cn'));
    assert.ok(
      explanation.startsWith('exportImage · 导出镜像 · Exporting an image\nIMS 自身的操作（资源类型 ims）\n'),
    );
    assert.ok(explanation.includes('\n  - GET /v2/images/{image_id}/file → 200 · '));
    assert.doesNotMatch(explanation, /\*\*|`|\\/);
  });

  it('has a line for each address', () => {
    const explanation = explainNameAsText('exportImage', english).split('\n');
    assert.deepEqual(
      explanation.slice(-4).map((line) => line.replace(/https:.*/, 'https:…')),
      [
        '',
        '  - Glance API: https:…',
        '  - IMS API ExportImage (in Chinese): https:…',
        '  - IMS API ExportImageInSafeMode: https:…',
      ],
    );
  });

  it('names the lists that were read for an unknown name', () => {
    assert.equal(
      explainNameAsText('make\u001b[2J', english),
      "make[U+001B][2J\nNot in any known IMS event list (2018–2026); add your region's list to be sure\nNot in any other service's list either, but public lists are incomplete",
    );
  });
});
