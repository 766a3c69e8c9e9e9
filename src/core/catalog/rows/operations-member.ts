import { imageApi, imsPages } from './links';
import type { Operation, PolicyRule } from './row-types';

const seeImageFirst: PolicyRule = { rule: 'get_image', when: { en: 'checked first', zh: '首先检查' } };
const seeMember: PolicyRule = {
  rule: 'get_member',
  when: { en: 'checked while the member is looked up', zh: '查找镜像成员时检查' },
};

/** Sharing an image with another project. */
export const addMember: Operation = {
  id: 'addMember',
  glance: {
    calls: [
      {
        method: 'POST',
        path: '/v2/images/{image_id}/members',
        success: 200,
        policies: [seeImageFirst, { rule: 'add_member' }],
        notifications: ['image.member.create'],
        cadf: { action: 'create', target: 'service/storage/image/images/image/members' },
        openstack: 'openstack image add project <image> <project>',
        glance: 'glance member-create <IMAGE_ID> <MEMBER_ID>',
        resultStatus: 'pending',
        url: imageApi,
      },
    ],
    nearest: [],
  },
  ims: {
    calls: [
      {
        sdkOperation: 'BatchAddMembers',
        method: 'POST',
        path: '/v1/cloudimages/members',
        mode: 'async',
        side: 'ims',
        success: 200,
        iam: ['ims:images:share'],
        deprecated: false,
        jobTypes: ['imsAddImageMembersJob'],
        url: imsPages.batchAddMembers,
      },
      {
        sdkOperation: 'GlanceAddImageMember',
        method: 'POST',
        path: '/v2/images/{image_id}/members',
        mode: 'sync',
        side: 'glance',
        success: 200,
        iam: ['ims:images:get', 'ims:images:share'],
        deprecated: true,
        jobTypes: [],
        note: {
          en: 'marked deprecated in the Chinese edition of 2025-11-20',
          zh: '中文版文档 2025-11-20 标为已废弃',
        },
        url: imsPages.glanceAddMember,
      },
    ],
  },
  why: {
    en: 'another project can use a shared image at once, even before accepting it; verify the recipient and that the disk holds no secrets',
    zh: '共享后另一个项目立刻能用该镜像，不接受也能用，要核对接收方是否可信、镜像里有没有敏感数据',
  },
  auditLevel: 'high',
  notes: [
    {
      en: 'Sharing is project-wide: every user of the receiving project gets read access. Newer IMS requests can share with a whole account or organisation',
      zh: '共享以项目为单位，对方项目里所有用户都能读；新版 IMS 还能按整个账号或组织共享',
    },
    {
      en: 'IMS refuses encrypted images, keeps sharing inside one region, and caps recipients (128 on Huawei Cloud in 2022 docs, 256 on OTC; 10 for full-ECS images)',
      zh: 'IMS 不允许共享加密镜像，只能在同一区域内共享，接收方数量有上限（2022 年文档为 128，OTC 为 256，整机镜像 10）',
    },
  ],
};

/** Accepting or declining a shared image. */
export const updateMember: Operation = {
  id: 'updateMember',
  glance: {
    calls: [
      {
        method: 'PUT',
        path: '/v2/images/{image_id}/members/{member_id}',
        success: 200,
        policies: [seeImageFirst, seeMember, { rule: 'modify_member' }],
        notifications: ['image.member.update'],
        cadf: { action: 'update', target: 'service/storage/image/images/image/members/member' },
        openstack: 'openstack image set --accept | --reject | --pending [--project <project>] <image>',
        glance: 'glance member-update <IMAGE_ID> <MEMBER_ID> <MEMBER_STATUS>',
        url: imageApi,
      },
    ],
    nearest: [],
  },
  ims: {
    calls: [
      {
        sdkOperation: 'BatchUpdateMembers',
        method: 'PUT',
        path: '/v1/cloudimages/members',
        mode: 'async',
        side: 'ims',
        success: 200,
        iam: ['ims:images:share'],
        deprecated: false,
        jobTypes: ['imsUpdateImageMembersJob'],
        url: imsPages.batchUpdateMembers,
      },
      {
        sdkOperation: 'GlanceUpdateImageMember',
        method: 'PUT',
        path: '/v2/images/{image_id}/members/{member_id}',
        mode: 'sync',
        side: 'glance',
        success: 200,
        iam: ['ims:images:get', 'ims:images:share'],
        deprecated: true,
        jobTypes: [],
        note: {
          en: 'marked deprecated in the Chinese edition of 2025-11-20',
          zh: '中文版文档 2025-11-20 标为已废弃',
        },
        url: imsPages.glanceUpdateMember,
      },
    ],
  },
  why: {
    en: 'accepting means that an outside image may soon be booted; declining merely hides it and takes no access away',
    zh: '接受意味着外来镜像可能马上被用来创建机器；拒绝只是从列表里隐藏，并不收回使用权',
  },
  auditLevel: 'medium',
  notes: [
    {
      en: 'The receiving side acts, so expect the trace in its account (inferred from who may make the call)',
      zh: '这是接收方的操作，事件应出现在接收方账号里（由谁能调用该接口推断）',
      hover: ['ims', 'glance'],
    },
    {
      en: 'pending and rejected behave alike in glance; IMS requests only use accepted and rejected',
      zh: '在 glance 里 pending 与 rejected 效果相同；IMS 请求只用 accepted 和 rejected',
    },
  ],
};

/** Revoking the sharing of an image with a project; spelt `deleteMemeber` in table 1. */
export const deleteMember: Operation = {
  id: 'deleteMember',
  glance: {
    calls: [
      {
        method: 'DELETE',
        path: '/v2/images/{image_id}/members/{member_id}',
        success: 204,
        policies: [seeImageFirst, seeMember, { rule: 'delete_member' }],
        notifications: ['image.member.delete'],
        cadf: { action: 'delete', target: 'service/storage/image/images/image/members/member' },
        openstack: 'openstack image remove project <image> <project>',
        glance: 'glance member-delete <IMAGE_ID> <MEMBER_ID>',
        url: imageApi,
      },
    ],
    nearest: [],
  },
  ims: {
    calls: [
      {
        sdkOperation: 'BatchDeleteMembers',
        method: 'DELETE',
        path: '/v1/cloudimages/members',
        mode: 'async',
        side: 'ims',
        success: 200,
        iam: ['ims:images:share'],
        deprecated: false,
        jobTypes: ['imsDelImageMembersJob'],
        note: { en: 'a DELETE with a JSON body', zh: '带 JSON 请求体的 DELETE' },
        url: imsPages.batchDeleteMembers,
      },
      {
        sdkOperation: 'GlanceDeleteImageMember',
        method: 'DELETE',
        path: '/v2/images/{image_id}/members/{member_id}',
        mode: 'sync',
        side: 'glance',
        success: 204,
        iam: ['ims:images:get', 'ims:images:share'],
        deprecated: true,
        jobTypes: [],
        url: imsPages.glanceDeleteMember,
      },
    ],
  },
  why: {
    en: 'usually a clean-up; the recipient loses new servers and reinstalls at once, but keeps what it already built or copied',
    zh: '多半是清理；对方立刻不能再用该镜像新建或重装机器，但之前建好或复制走的仍留在对方手里',
  },
  auditLevel: 'medium',
  notes: [
    {
      en: 'Table 1 spells the trace deleteMemeber (also in the English OTC copy), Table 2 spells it deleteMember; match both when searching',
      zh: '表 1 的事件名写作 deleteMemeber（英文版同样如此），表 2 写作 deleteMember；检索时两个都要查',
    },
  ],
};
