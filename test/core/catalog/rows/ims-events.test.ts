import assert from 'node:assert/strict';
import { createCatalog, isImsEvent } from '../../../../src/core/catalog/catalog';
import { imsEvents } from '../../../../src/core/catalog/rows/ims-events';
import { operations } from '../../../../src/core/catalog/rows/operations';
import type { ImsEvent } from '../../../../src/core/catalog/rows/row-types';

const { findCoverage, findEvent, findEvents } = createCatalog();

/** A row as a line: the columns of the tables, the Glance calls, the number of IMS calls. */
function lineOf(event: ImsEvent): string {
  const calls = event.operation.glance.calls.map(
    ({ method, path, success }) => `${method} ${path} ${success}`,
  );
  const own = event.operation.ims.calls.length;
  return [
    `${event.service} ${event.resourceType} ${event.name} (${event.side})`,
    event.label.zh,
    event.label.en,
    calls.join(', ') || 'no counterpart',
    `${own} API calls`,
  ].join(' | ');
}

const create = 'POST /v2/images 201';
const update = 'PATCH /v2/images/{image_id} 200, PUT /v2/images/{image_id}/file 204';
const remove = 'DELETE /v2/images/{image_id} 204';
const share = 'POST /v2/images/{image_id}/members 200';
const accept = 'PUT /v2/images/{image_id}/members/{member_id} 200';
const unshare = 'DELETE /v2/images/{image_id}/members/{member_id} 204';
const tag = 'PUT /v2/images/{image_id}/tags/{tag} 204';
const untag = 'DELETE /v2/images/{image_id}/tags/{tag} 204';
const tenants = 'Deleting tenants from the group where the members can use a shared image';
const tenant = 'Deleting a tenant from the group where the members can use a shared image';

const current = [
  `IMS ims createImage (ims) | 创建镜像 | Creating an image | ${create} | 8 API calls`,
  `IMS ims updateImage (ims) | 修改镜像 | Modifying an image | ${update} | 4 API calls`,
  `IMS ims deleteImage (ims) | 批量删除镜像 | Deleting images in a batch | ${remove} | 2 API calls`,
  'IMS ims copyImage (ims) | 复制镜像 | Replicating an image | no counterpart | 3 API calls',
  'IMS ims exportImage (ims) | 导出镜像 | Exporting an image | no counterpart | 2 API calls',
  `IMS ims addMember (ims) | 新增成员 | Adding a tenant that can use a shared image | ${share} | 2 API calls`,
  `IMS ims updateMember (ims) | 批量修改成员 | Modifying tenants that can use a shared image | ${accept} | 2 API calls`,
  `IMS ims deleteMemeber (ims) | 批量删除成员 | ${tenants} | ${unshare} | 2 API calls`,
  `IMS image createImage (glance) | 创建镜像 | Creating an image | ${create} | 8 API calls`,
  `IMS image updateImage (glance) | 修改镜像信息/上传镜像 | Modifying/Uploading an image | ${update} | 4 API calls`,
  `IMS image deleteImage (glance) | 删除镜像 | Deleting an image | ${remove} | 2 API calls`,
  `IMS image addTag (glance) | 添加标签 | Tagging an image | ${tag} | 4 API calls`,
  `IMS image deleteTag (glance) | 删除标签 | Deleting an image tag | ${untag} | 4 API calls`,
  `IMS image addMember (glance) | 添加镜像成员 | Adding a tenant that can use a shared image | ${share} | 2 API calls`,
  `IMS image updateMember (glance) | 修改镜像成员信息 | Modifying information about a tenant that can use a shared image | ${accept} | 2 API calls`,
  `IMS image deleteMember (glance) | 删除镜像成员 | ${tenant} | ${unshare} | 2 API calls`,
];

const withdrawn = [
  `IMS ims addTag (ims) | 增加标签 | Adding a tag | ${tag} | 4 API calls`,
  `IMS ims deleteTag (ims) | 删除标签 | Deleting a tag | ${untag} | 4 API calls`,
  'IMS ims batchTagsAction (ims) | 按标签查询镜像 | Querying images by tag | no counterpart | 1 API calls',
  `IMS ims deleteMember (ims) | 批量删除成员 | Deleting members in batches | ${unshare} | 2 API calls`,
  'IMS evs volume_upload_imageVolume (ims) | 通过云服务器创建镜像 | Creating an image from an ECS | no counterpart | 1 API calls',
  'EVS evs volume_upload_imageVolume (ims) | 通过云服务器创建镜像 | Creating an image from an ECS | no counterpart | 1 API calls',
];

describe('the IMS rows', () => {
  it('are exactly the sixteen of the two tables', () => {
    assert.deepEqual(imsEvents.filter((event) => event.listed === 'current').map(lineOf), current);
  });

  it('include those of older editions', () => {
    assert.deepEqual(imsEvents.filter((event) => event.listed === 'withdrawn').map(lineOf), withdrawn);
    assert.equal(imsEvents.length, current.length + withdrawn.length);
  });

  it('have ten operations under eleven names', () => {
    const rows = imsEvents.filter((event) => event.listed === 'current');
    assert.deepEqual(
      operations.map((operation) => operation.id),
      [
        'createImage',
        'updateImage',
        'deleteImage',
        'copyImage',
        'exportImage',
        'addMember',
        'updateMember',
        'deleteMember',
        'addTag',
        'deleteTag',
      ],
    );
    assert.deepEqual(new Set(rows.map((event) => event.operation)), new Set(operations));
    assert.equal(new Set(rows.map((event) => event.name)).size, 11);
  });

  it('are unique', () => {
    const keys = imsEvents.map((event) => `${event.service} ${event.resourceType} ${event.name}`);
    assert.equal(new Set(keys).size, keys.length);
  });

  it('list each twin in both directions', () => {
    const twins = imsEvents.filter((event) => event.twins.length > 0);
    assert.deepEqual(
      twins.map((event) => [event.resourceType, event.name, event.twins]),
      [
        ['ims', 'deleteMemeber', ['deleteMember']],
        ['image', 'deleteMember', ['deleteMemeber']],
        ['ims', 'deleteMember', ['deleteMemeber']],
      ],
    );
  });

  it('have the nearest Glance call if there is no counterpart', () => {
    for (const { glance } of imsEvents.map((event) => event.operation)) {
      assert.ok(glance.calls.length > 0 || glance.nearest.length > 0);
    }
  });
});

describe('looking events up', () => {
  it('matches services case-insensitively, names and resource types exactly', () => {
    assert.equal(findEvents('ims', 'createImage').length, 2);
    assert.equal(findEvents('IMS', 'createImage').length, 2);
    assert.equal(findEvents('IMS', 'createimage').length, 0);
    assert.equal(findEvent('Ims', 'image', 'addTag')?.listed, 'current');
    assert.equal(findEvent('Ims', 'ims', 'addTag')?.listed, 'withdrawn');
    assert.equal(findEvent('IMS', 'IMS', 'addTag'), undefined);
  });

  it('keeps services with the same event name apart', () => {
    assert.deepEqual(
      findEvents('ELB', 'deleteMember').map(({ service, resourceType }) => `${service} ${resourceType}`),
      ['ELB member'],
    );
    assert.deepEqual(findEvents('ELB', 'deleteMemeber'), []);
  });

  it('finds the EVS row of the IMS guide', () => {
    assert.equal(findEvents('EVS', 'volume_upload_imageVolume').length, 1);
    assert.equal(findCoverage('EVS'), 'partial');
  });

  it('finds nothing under inherited property names', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '']) {
      assert.equal(findCoverage(name), undefined);
      assert.deepEqual(findEvents('IMS', name), []);
      assert.deepEqual(findEvents(name, 'createImage'), []);
    }
  });

  it('returns IMS rows with their operation', () => {
    assert.ok(findEvents('IMS', 'createImage').every(isImsEvent));
  });
});
