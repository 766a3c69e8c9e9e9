import assert from 'node:assert/strict';
import { imsEvents } from '../../../../src/core/catalog/rows/ims-events';
import type { Language } from '../../../../src/core/text/localization';
import { explainedEvent, explainedValue, settingsIn } from '../../../support/asking';

/** The facts in the hover of a row, independent of language. */
interface Expected {
  readonly name: string;
  readonly type: 'ims' | 'image';
  readonly en: string;
  readonly zh: string;
  /** `METHOD path` → success; empty if there is no counterpart. */
  readonly glance: readonly string[];
  readonly nearest?: string;
  readonly ims: string;
  readonly mode: 'synchronous' | 'asynchronous';
  readonly iam: string;
}

const create = '`POST /v2/images` → 201';
const patch = '`PATCH /v2/images/{image_id}` → 200';
const upload = '`PUT /v2/images/{image_id}/file` → 204';
const remove = '`DELETE /v2/images/{image_id}` → 204';
const share = '`POST /v2/images/{image_id}/members` → 200';
const answer = '`PUT /v2/images/{image_id}/members/{member_id}` → 200';
const unshare = '`DELETE /v2/images/{image_id}/members/{member_id}` → 204';
const tag = '`PUT /v2/images/{image_id}/tags/{tag}` → 204';
const untag = '`DELETE /v2/images/{image_id}/tags/{tag}` → 204';
const members = '/v1/cloudimages/members';

const rows: readonly Expected[] = [
  {
    name: 'createImage',
    type: 'ims',
    en: 'Creating an image',
    zh: '创建镜像',
    glance: [create],
    ims: 'POST /v2/cloudimages/action',
    mode: 'asynchronous',
    iam: 'ims:serverImages:create',
  },
  {
    name: 'updateImage',
    type: 'ims',
    en: 'Modifying an image',
    zh: '修改镜像',
    glance: [patch, upload],
    ims: 'PATCH /v2/cloudimages/{image_id}',
    mode: 'synchronous',
    iam: 'ims:images:update',
  },
  {
    name: 'deleteImage',
    type: 'ims',
    en: 'Deleting images in a batch',
    zh: '批量删除镜像',
    glance: [remove],
    ims: 'DELETE /v2/images/{image_id}',
    mode: 'synchronous',
    iam: 'ims:images:delete',
  },
  {
    name: 'copyImage',
    type: 'ims',
    en: 'Replicating an image',
    zh: '复制镜像',
    glance: [],
    nearest: '`POST /v2/images/{image_id}/import` → 202',
    ims: 'POST /v1/cloudimages/{image_id}/copy',
    mode: 'asynchronous',
    iam: 'ims:images:copy',
  },
  {
    name: 'exportImage',
    type: 'ims',
    en: 'Exporting an image',
    zh: '导出镜像',
    glance: [],
    nearest: '`GET /v2/images/{image_id}/file` → 200',
    ims: 'POST /v1/cloudimages/{image_id}/file',
    mode: 'asynchronous',
    iam: 'ims:images:export',
  },
  {
    name: 'addMember',
    type: 'ims',
    en: 'Adding a tenant that can use a shared image',
    zh: '新增成员',
    glance: [share],
    ims: `POST ${members}`,
    mode: 'asynchronous',
    iam: 'ims:images:share',
  },
  {
    name: 'updateMember',
    type: 'ims',
    en: 'Modifying tenants that can use a shared image',
    zh: '批量修改成员',
    glance: [answer],
    ims: `PUT ${members}`,
    mode: 'asynchronous',
    iam: 'ims:images:share',
  },
  {
    name: 'deleteMemeber',
    type: 'ims',
    en: 'Deleting tenants from the group where the members can use a shared image',
    zh: '批量删除成员',
    glance: [unshare],
    ims: `DELETE ${members}`,
    mode: 'asynchronous',
    iam: 'ims:images:share',
  },
  {
    name: 'createImage',
    type: 'image',
    en: 'Creating an image',
    zh: '创建镜像',
    glance: [create],
    ims: 'POST /v2/images',
    mode: 'synchronous',
    iam: 'ims:images:create',
  },
  {
    name: 'updateImage',
    type: 'image',
    en: 'Modifying/Uploading an image',
    zh: '修改镜像信息/上传镜像',
    glance: [patch, upload],
    ims: 'PATCH /v2/cloudimages/{image_id}',
    mode: 'synchronous',
    iam: 'ims:images:update',
  },
  {
    name: 'deleteImage',
    type: 'image',
    en: 'Deleting an image',
    zh: '删除镜像',
    glance: [remove],
    ims: 'DELETE /v2/images/{image_id}',
    mode: 'synchronous',
    iam: 'ims:images:delete',
  },
  {
    name: 'addTag',
    type: 'image',
    en: 'Tagging an image',
    zh: '添加标签',
    glance: [tag],
    ims: 'PUT /v1/cloudimages/tags',
    mode: 'synchronous',
    iam: 'ims:images:get, ims:images:update',
  },
  {
    name: 'deleteTag',
    type: 'image',
    en: 'Deleting an image tag',
    zh: '删除标签',
    glance: [untag],
    ims: 'DELETE /v2/{project_id}/images/{image_id}/tags/{key}',
    mode: 'synchronous',
    iam: 'ims:images:update',
  },
  {
    name: 'addMember',
    type: 'image',
    en: 'Adding a tenant that can use a shared image',
    zh: '添加镜像成员',
    glance: [share],
    ims: `POST ${members}`,
    mode: 'asynchronous',
    iam: 'ims:images:share',
  },
  {
    name: 'updateMember',
    type: 'image',
    en: 'Modifying information about a tenant that can use a shared image',
    zh: '修改镜像成员信息',
    glance: [answer],
    ims: `PUT ${members}`,
    mode: 'asynchronous',
    iam: 'ims:images:share',
  },
  {
    name: 'deleteMember',
    type: 'image',
    en: 'Deleting a tenant from the group where the members can use a shared image',
    zh: '删除镜像成员',
    glance: [unshare],
    ims: `DELETE ${members}`,
    mode: 'asynchronous',
    iam: 'ims:images:share',
  },
];

const english = {
  sides: {
    ims: "IMS's own operation, resource type `ims`",
    image: 'OpenStack (Glance) call made by IMS, resource type `image`',
  },
  glance: { ims: '- Glance counterpart ', image: '- ' },
  nearest: '- No Glance counterpart; nearest: ',
  why: '**Why it matters:** ',
  modes: { synchronous: 'synchronous', asynchronous: 'asynchronous' },
  sources: { ims: 'Source: IMS user guide, table 1', image: 'Source: IMS user guide, table 2' },
  inferred: ' · calls inferred',
  api: 'IMS API',
  comma: ', ',
};
const chinese: typeof english = {
  sides: {
    ims: 'IMS 自身的操作（资源类型 `ims`）',
    image: 'IMS 触发的 OpenStack（Glance）操作（资源类型 `image`）',
  },
  glance: { ims: '- 对应的 Glance 接口 ', image: '- ' },
  nearest: '- Glance 没有对应的接口；最接近的是 ',
  why: '**审计要点**：',
  modes: { synchronous: '同步', asynchronous: '异步' },
  sources: { ims: '来源：《镜像服务用户指南》表 1', image: '来源：《镜像服务用户指南》表 2' },
  inferred: ' · 接口为推断',
  api: 'IMS 接口',
  comma: '、',
};

/** The parts of the hover that state the expected facts. */
function expectedParts(row: Expected, words: typeof english): readonly string[] {
  const labels = words === english ? `${row.en} · ${row.zh}` : `${row.zh} · ${row.en}`;
  const calls =
    row.nearest === undefined
      ? row.glance.map((call) => `${words.glance[row.type]}${call} · `)
      : [`${words.nearest}${row.nearest}`];
  return [
    `**${row.name}** · ${labels}`,
    words.sides[row.type],
    ...calls,
    words.why,
    `- ${words.api} \`${row.ims}\` · ${words.modes[row.mode]} · \`${row.iam.replaceAll(', ', words.comma)}`,
    `${words.sources[row.type]}${words.inferred}`,
    '](https://docs.openstack.org/api-ref/image/v2/index.html',
  ];
}

/** The visible text of a line, without markup and addresses. */
function visible(line: string): string {
  return line.replace(/\]\([^)]*\)|[`*[\\]/g, '');
}

describe('the hover of an IMS event', () => {
  for (const row of rows) {
    it(`${row.name} on ${row.type} in both languages`, () => {
      for (const [language, words] of [
        ['en', english],
        ['zh-cn', chinese],
      ] as const) {
        const explanation = explainedEvent(row.name, row.type, {}, language);
        for (const part of expectedParts(row, words))
          assert.ok(explanation.includes(part), `${part}\n\nin\n\n${explanation}`);
      }
    });
  }

  it('exists for every row, current and withdrawn', () => {
    assert.equal(rows.length, imsEvents.filter(({ listed }) => listed === 'current').length);
    for (const { name, resourceType, label } of imsEvents) {
      assert.ok(explainedEvent(name, resourceType).includes(`**${name}** · ${label.en} · ${label.zh}`), name);
    }
  });

  it('is in one language except for the operation name', () => {
    for (const { name, resourceType, label } of imsEvents) {
      const explanation = explainedEvent(name, resourceType).replace(label.zh, '');
      assert.doesNotMatch(explanation, /\p{Script=Han}/u, name);
    }
  });

  it('has few and short lines, and three links at most', () => {
    for (const { name, resourceType } of imsEvents) {
      for (const language of ['en', 'zh-cn'] as const) {
        const fields = { trace_rating: 'warning', code: 404 };
        const explanation = explainedEvent(name, resourceType, fields, language);
        const lines = explanation.split('\n').filter((line) => line !== '');
        const label = `${name} on ${resourceType}\n${explanation}`;
        assert.ok(lines.length <= 12, label);
        const longest = Math.max(...lines.map((line) => visible(line).length));
        assert.ok(longest <= 190, `${longest} in ${label}`);
        assert.ok((explanation.match(/\]\(/g) ?? []).length <= 3, label);
      }
    }
  });

  it('has at most one note, if an auditor needs it', () => {
    for (const { operation } of imsEvents) {
      for (const side of ['ims', 'glance'] as const) {
        assert.ok(operation.notes.filter(({ hover = [] }) => hover.includes(side)).length <= 1, operation.id);
      }
    }
    assert.ok(explainedEvent('deleteImage', 'ims').includes('delete_backup=true'));
    const queued = 'A new image with status queued has no data yet';
    assert.ok(explainedEvent('createImage', 'image').includes(queued));
    assert.ok(!explainedEvent('createImage', 'ims').includes(queued));
  });

  it('shows the unconditional policy and notifications of a call, and its command without arguments', () => {
    const explanation = explainedEvent('updateImage', 'image');
    assert.ok(
      explanation.includes(
        `- ${patch} · policy: \`modify_image\` · notification: \`image.update\` · \`openstack image set\`\n`,
      ),
    );
    assert.ok(
      explanation.includes(
        `- ${upload} · policy: \`upload_image\` · notifications: \`image.prepare, image.upload, image.activate\` · \`glance image-upload\`\n`,
      ),
    );
    assert.ok(explainedEvent('addMember', 'image').includes('policy: `add_member`'));
    assert.ok(explainedEvent('deleteTag', 'image').includes('`openstack image unset --tag`'));
  });

  it('counts the calls it hides, and notes what the API lacks', () => {
    assert.ok(explainedEvent('createImage', 'ims').includes('`ims:wholeImages:create` · and 5 more\n'));
    assert.ok(explainedEvent('deleteImage', 'ims').includes(' · no public API deletes images in a batch\n'));
    assert.ok(!explainedEvent('deleteImage', 'image').includes('no public API'));
  });

  it('says with whom an image is shared, and nothing that is no id', () => {
    const [one, other] = ['fedcba9876543210fedcba9876543210', 'o-7'];
    const memberOf = (request: unknown, language: Language = 'en') =>
      explainedEvent('addMember', 'image', { request }, language)
        .split(/\s*\n/)
        .find((line) => /^\*\*(Member|镜像成员)/.test(line));
    assert.equal(memberOf({ member: one }), `**Member of the shared image:** \`${one}\``);
    assert.equal(memberOf({ member: one }, 'zh-cn'), `**镜像成员**：\`${one}\``);
    assert.equal(
      memberOf({ projects: [one], organizations: [other] }),
      `**Member of the shared image:** \`${one}, ${other}\``,
    );
    const many = ['1', '2', '3', '4', '5', '6'];
    assert.equal(
      memberOf(JSON.stringify({ domains: many })),
      '**Member of the shared image:** `1, 2, 3, 4, 5` and more (6 in all)',
    );
    assert.equal(memberOf({ member: 'token=Invented4711Invented' }), undefined);
    assert.equal(memberOf(undefined), undefined);
  });

  it('is never truncated', () => {
    for (const { name, resourceType } of imsEvents) {
      assert.ok(!explainedEvent(name, resourceType).includes('…'), name);
      assert.ok(!explainedEvent(name, resourceType, {}, 'zh-cn').includes('…'), name);
    }
  });

  it('ends with its links, all https, to Chinese pages for Chinese readers', () => {
    const lines = explainedEvent('createImage', 'ims', {}, 'zh-cn').split('\n');
    assert.ok(lines.slice(0, -1).every((line) => !line.includes('](')));
    assert.equal(lines.at(-1)?.match(/\]\(/g)?.length, lines.at(-1)?.match(/\]\(https:\/\//g)?.length);
    assert.ok(lines.at(-1)?.includes('(https://support.huaweicloud.com/api-ims/ims_03_0603.html)'));
    const english = explainedEvent('createImage', 'ims').split('\n').at(-1);
    assert.ok(english?.includes('(https://support.huaweicloud.com/intl/en-us/api-ims/ims_03_0603.html)'));
  });

  it('notes that only older editions list an event', () => {
    assert.ok(explainedEvent('addTag', 'ims').includes('older editions · not in the newest list · '));
    assert.ok(!explainedEvent('addTag', 'image').includes('not in the newest list'));
  });

  it('begins with the outcome and why it matters', () => {
    const [title, outcome, why] = explainedEvent('exportImage', 'ims', { trace_rating: 'warning' }).split(
      '\n',
    );
    assert.match(title ?? '', /^\*\*exportImage\*\*/);
    assert.match(outcome ?? '', /^\*\*This trace:\*\* failed/);
    assert.match(why ?? '', /^\*\*Why the attempt matters:\*\* \w/);
  });

  it('marks pages in the other language', () => {
    const page = 'https://support.huaweicloud.com/api-ims/ims_03_0625.html';
    assert.ok(explainedEvent('updateMember', 'ims').endsWith(` (in Chinese)](${page})`));
    assert.doesNotMatch(explainedEvent('addMember', 'ims'), /in (?:Chinese|English)/);
    const chinese = explainedEvent('updateMember', 'ims', {}, 'zh-cn');
    assert.ok(chinese.includes('[Glance 接口（英文）](https://docs.openstack.org/'));
    assert.ok(chinese.endsWith(`[IMS 接口](${page})`));
  });

  it('explains an image made from a disk as the action of Cinder', () => {
    const explanation = explainedEvent('volume_upload_imageVolume', 'evs');
    assert.match(explanation, /nearest: `POST \/v3\/\{project_id\}\/volumes\/\{volume_id\}\/action`/);
    assert.match(explanation, /Listed under IMS, resource type `evs`/);
    assert.doesNotMatch(explanation, /quickimport|updateImage/);
  });

  it('lists the other spelling', () => {
    assert.ok(
      explainedEvent('deleteMemeber', 'ims').includes('Also spelt `deleteMember`; search for every spelling'),
    );
    assert.ok(explainedEvent('deleteMember', 'image').includes('Also spelt `deleteMemeber`'));
  });
});

describe('the length of a hover', () => {
  it('is a dozen lines at most for any event, with its Glance calls and links', () => {
    for (const language of ['en', 'zh-cn'] as const) {
      for (const { name, service, resourceType } of settingsIn(language).catalog.events()) {
        const fields = { trace_name: name, service_type: service, resource_type: resourceType };
        const hover = explainedValue({ ...fields, trace_rating: 'warning', code: 500 }, language) ?? '';
        const count = hover.split('\n').filter((line) => line.trim() !== '').length;
        assert.ok(count <= 12, `${service} ${name} ${resourceType}: ${count} lines`);
      }
    }
  });
});
