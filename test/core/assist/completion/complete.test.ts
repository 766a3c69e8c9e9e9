import assert from 'node:assert/strict';
import { completeAt } from '../../../../src/core/assist/completion/complete';
import type { Completions } from '../../../../src/core/assist/completion/completion-item';
import { readTrace } from '../../../../src/core/reading/read-trace';
import type { Language } from '../../../../src/core/text/localization';
import { settingsIn } from '../../../support/asking';
import { marked, takeCursor } from '../../../support/harness';

/** The completions in a record with the cursor at `$0`. */
function offeredIn(fixture: string, language: Language = 'en'): Completions | undefined {
  const { text, offset } = takeCursor(fixture);
  return completeAt(readTrace(text), offset, settingsIn(language));
}

function linesIn(fixture: string, language: Language = 'en'): readonly string[] {
  const items = offeredIn(fixture, language)?.items ?? [];
  return items.map(({ value, detail, isWithdrawn }) => `${isWithdrawn ? '- ' : ''}${value}: ${detail}`);
}

function valuesIn(fixture: string): readonly string[] {
  return (offeredIn(fixture)?.items ?? []).map(({ value }) => value);
}

const imageNames = [
  'createImage',
  'updateImage',
  'deleteImage',
  'addTag',
  'deleteTag',
  'addMember',
  'updateMember',
  'deleteMember',
];

describe('completion of trace_name', () => {
  it('offers the names for the resource type of the trace, with their labels', () => {
    assert.deepEqual(linesIn('{"service_type":"IMS","resource_type":"image","trace_name":"$0"}'), [
      'createImage: Creating an image',
      'updateImage: Modifying/Uploading an image',
      'deleteImage: Deleting an image',
      'addTag: Tagging an image',
      'deleteTag: Deleting an image tag',
      'addMember: Adding a tenant that can use a shared image',
      'updateMember: Modifying information about a tenant that can use a shared image',
      'deleteMember: Deleting a tenant from the group where the members can use a shared image',
    ]);
  });

  it('puts withdrawn names last and labels them', () => {
    const lines = linesIn('{"service_type":"ims","resource_type":"ims","trace_name":"$0"}', 'zh-cn');
    assert.deepEqual(lines, [
      'createImage: 创建镜像',
      'updateImage: 修改镜像',
      'deleteImage: 批量删除镜像',
      'copyImage: 复制镜像',
      'exportImage: 导出镜像',
      'addMember: 新增成员',
      'updateMember: 批量修改成员',
      'deleteMemeber: 批量删除成员',
      '- addTag: 增加标签 · 仅见于旧列表',
      '- deleteTag: 删除标签 · 仅见于旧列表',
      '- batchTagsAction: 按标签查询镜像 · 仅见于旧列表',
      '- deleteMember: 批量删除成员 · 仅见于旧列表',
    ]);
  });

  it('offers all names of the service if the resource type is missing or unknown', () => {
    const all = linesIn('{"service_type":"IMS","trace_name":"$0"}');
    assert.deepEqual(all.slice(0, 4), [
      'createImage: Creating an image · ims, image',
      'updateImage: Modifying an image · Modifying/Uploading an image · ims, image',
      'deleteImage: Deleting images in a batch · Deleting an image · ims, image',
      'copyImage: Replicating an image · ims',
    ]);
    const names = valuesIn('{"service_type":"IMS","trace_name":"$0"}');
    assert.deepEqual(valuesIn('{"service_type":"IMS","resource_type":"disk","trace_name":"$0"}'), names);
    assert.deepEqual(valuesIn('{"service_type":"IMS","resource_type":"***","trace_name":"$0"}'), names);
  });

  it('offers every catalogued name if the service is missing, and none for an unknown service', () => {
    const [first] = linesIn('{"trace_name":"$0","service_type":""}');
    assert.equal(first, 'createImage: Creating an image · IMS · ims, image');
    assert.equal(offeredIn('{"trace_name":"$0","service_type":"NoSuchService"}'), undefined);
  });

  it('explains a name for each of its resource types, on demand', () => {
    const [onBoth] = offeredIn('{"service_type":"IMS","trace_name":"$0"}')?.items ?? [];
    const explained = onBoth?.explain() ?? '';
    assert.equal(explained.split('\n\n---\n\n').length, 2);
    assert.match(explained, /\*\*createImage\*\*.*创建镜像/);
    const [onImage] =
      offeredIn('{"service_type":"IMS","resource_type":"image","trace_name":"$0"}')?.items ?? [];
    assert.match(onImage?.explain() ?? '', /`POST \/v2\/images`/);
    assert.doesNotMatch(onImage?.explain() ?? '', /This trace|---/);
  });
});

describe('completion of other values', () => {
  it('offers the resource types of the name, else those of the service', () => {
    assert.deepEqual(linesIn('{"service_type":"IMS","trace_name":"copyImage","resource_type":"$0"}'), [
      'ims: Replicating an image',
    ]);
    assert.deepEqual(linesIn('{"service_type":"IMS","trace_name":"addTag","resource_type":"$0"}'), [
      'image: Tagging an image',
      '- ims: Adding a tag · only in older lists',
    ]);
    assert.deepEqual(linesIn('{"service_type":"IMS","resource_type":"$0"}'), [
      'ims: 12 event names in the catalog',
      'image: 8 event names in the catalog',
      '- evs: 1 event name in the catalog · only in older lists',
    ]);
  });

  it('offers the services of the name', () => {
    assert.deepEqual(linesIn('{"trace_name":"copyImage","service_type":"$0"}'), [
      'IMS: Image Management Service · Replicating an image',
    ]);
    assert.ok(valuesIn('{"trace_name":"noSuchName","service_type":"$0"}').includes('IMS'));
  });

  it('offers the documented ratings and trace types', () => {
    const ratings = ['normal: the operation succeeded', 'warning: the operation failed'];
    for (const field of ['trace_rating', 'trace_status']) {
      assert.deepEqual(linesIn(`{"${field}":"$0"}`).slice(0, 2), ratings);
      assert.deepEqual(valuesIn(`{"${field}":"$0"}`), ['normal', 'warning', 'incident']);
    }
    const types = ['ConsoleAction', 'SystemAction', 'ApiCall', 'ObsSDK', 'ObsAPI', 'Others'];
    assert.deepEqual(valuesIn('{"trace_type":"$0"}'), types);
  });

  it('explains each of them', () => {
    for (const field of ['service_type', 'resource_type', 'trace_rating', 'trace_status', 'trace_type']) {
      const [item] = offeredIn(`{"${field}":"$0"}`, 'zh-cn')?.items ?? [];
      assert.match(item?.explain() ?? '', new RegExp(`^\\*\\*${field}\\*\\*`), field);
    }
  });
});

describe('the span of a completion', () => {
  const before = '{"service_type":"IMS","resource_type":"image",';

  /** The replaced text; checks that the fields around it were read. */
  function replacedIn(rest: string): string | undefined {
    const { text, offset } = takeCursor(`${before}${rest}`);
    const offered = completeAt(readTrace(text), offset, settingsIn('en'));
    if (offered === undefined) return undefined;
    assert.deepEqual(
      offered.items.map(({ value }) => value),
      imageNames,
      rest,
    );
    return marked(text, offered.span);
  }

  const cases: readonly (readonly [rest: string, replaced: string])[] = [
    ['"trace_name":"$0"}', '""'],
    ['"trace_name":"create$0Image"}', '"createImage"'],
    ['"trace_name":$0"createImage"}', '"createImage"'],
    ['"trace_name":"createImage"$0,"code":"200"}', '"createImage"'],
    ['"trace_name ":  "$0"}', '""'],
    ['"trace_name":\n  "cr$0"}', '"cr"'],
    ['"trace_name":$0}', ''],
    ['"trace_name": $0,"code":"200"}', ''],
    ['"trace_name": $0', ''],
    ['"trace_name": $0\n', ''],
    ['"trace_name": "$0', '"'],
    ['"trace_name": "cr$0\n}', '"cr'],
    ['"trace_name": "cr$0eate,\n"code":"200"}', '"create'],
    ['"trace_name": "cr$0,\n"code":"200"}', '"cr'],
    ['"trace_name": cr$0\n"code":"200"}', 'cr'],
    ['"trace_name": $0\n"code":"200"}', ''],
    ['"trace_name": null$0}', 'null'],
    ['"trace_name": $0\n\n{"trace_name":"copyImage","resource_type":"ims"}', ''],
  ];
  for (const [rest, replaced] of cases) {
    it(`is ${replaced || 'empty'} in ${JSON.stringify(rest)}`, () => {
      assert.equal(replacedIn(rest), replaced);
    });
  }

  it('allows for fields after a missing value', () => {
    const fixture = '{"trace_name": $0\n"service_type":"IMS",\n"resource_type":"image"}';
    assert.deepEqual(valuesIn(fixture), imageNames);
  });

  it('exists nowhere else', () => {
    const elsewhere = [
      '{"trace_name$0":"createImage"}',
      '{"trace_name"$0:"createImage"}',
      '{"trace_name":"createImage" $0}',
      '{"trace_name":"createImage",$0}',
      '{"trace_name":\n"service$0_type":"IMS"}',
      '{"trace_name": $0{}}',
      '{"trace_name": {"a": "$0"}}',
      '{"code":"$0"}',
      '{"request":{"trace_name":"$0"}}',
      '{"request":"{\\"trace_name\\":\\"$0\\"}"}',
      '{$0}',
    ];
    for (const fixture of elsewhere) assert.equal(offeredIn(fixture), undefined, fixture);
  });
});
