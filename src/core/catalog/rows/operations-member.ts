import { imageApi, imsPages } from './links';
import type { Operation, PolicyRule } from './row-types';

const seeImageFirst: PolicyRule = { rule: 'get_image', when: { en: 'checked first', zh: '首先检查' } };
const seeMember: PolicyRule = {
  rule: 'get_member',
  when: { en: 'to look up the member', zh: '查找镜像成员时检查' },
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
        note: {
          en: 'the image visibility must be "shared" (otherwise 403); 409 if the project is already a member, 413 if over quota',
          zh: '镜像可见性须为“shared”（否则返回 403）；项目已是镜像成员时返回 409，超出配额时返回 413',
        },
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
        note: {
          en: 'the request lists projects, domains or organisations; in identity policies the action is ims:images:addMember instead of ims:images:share',
          zh: '请求中列出 projects、domains 或 organizations；身份策略使用授权项 ims:images:addMember，而不是 ims:images:share',
        },
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
          en: 'per the API reference (2025)',
          zh: '依据 API 参考（2025 年）',
        },
        url: imsPages.glanceAddMember,
      },
    ],
  },
  why: {
    en: 'the recipient can use a shared system or data disk image without accepting it; check who the recipient is and whether the disk contains secrets',
    zh: '接收方无需接受即可使用共享的系统盘或数据盘镜像；请核实接收方是否可信、镜像中有无敏感数据',
  },
  auditLevel: 'high',
  notes: [
    {
      en: 'Sharing applies to the whole project: every user in it can read the image. IMS can also share with a whole account or organisation. The shared image keeps its ID and owner; the owner can stop sharing at any time',
      zh: '共享以项目为单位，对方项目中的所有用户都可读取；IMS 还可共享给整个账号或组织。共享镜像的 ID 和所有者不变，所有者可随时取消共享',
    },
    {
      en: 'Glance allows use without acceptance; the IMS API reference confirms this even for rejected images. Copying requires acceptance, and a full-ECS image (CBR only) requires choosing a vault when accepting',
      zh: 'Glance 中无需接受即可使用；按 IMS API 参考，即使已拒绝也仍可使用。复制须先接受；整机镜像（仅限 CBR）须在接受时选择存储库',
    },
    {
      en: 'An image encrypted with a custom key can be shared once the recipient is granted the key (look for KMS createGrant); one encrypted with the default key cannot',
      zh: '用自定义密钥加密的镜像，向接收方授权该密钥后即可共享（请检索 KMS 的 createGrant）；用默认密钥加密的不能共享',
      hover: ['ims'],
    },
    {
      en: 'IMS limits the number of recipients (128 or 256 projects; 10 for full-ECS images); sharing works within one region only',
      zh: 'IMS 限制接收方数量（128 或 256 个项目；整机镜像为 10 个）；只能在同一区域内共享',
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
        note: {
          en: 'the owner of the image cannot set the status',
          zh: '镜像所有者不能设置该状态',
        },
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
        note: {
          en: 'a full-ECS image requires vault_id; in identity policies the action is ims:images:updateMember instead of ims:images:share',
          zh: '整机镜像须带 vault_id；身份策略使用授权项 ims:images:updateMember，而不是 ims:images:share',
        },
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
          en: 'per the API reference (2025)',
          zh: '依据 API 参考（2025 年）',
        },
        url: imsPages.glanceUpdateMember,
      },
    ],
  },
  why: {
    en: 'once accepted, an image from outside can be copied as well as used; rejecting only hides it and prevents copying',
    zh: '接受后，来自其他账号的镜像不仅可以使用，还可以复制；拒绝只会隐藏该镜像并禁止复制，仍可使用',
  },
  auditLevel: 'medium',
  notes: [
    {
      en: 'The recipient makes this call, so expect the trace in the account of the recipient (inferred)',
      zh: '该操作由接收方执行，事件应在接收方账号中（推断）',
      hover: ['ims', 'glance'],
    },
    {
      en: 'In Glance, pending and rejected have the same effect; IMS requests use only accepted and rejected',
      zh: '在 Glance 中 pending 与 rejected 效果相同；IMS 请求只用 accepted 和 rejected',
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
        note: {
          en: 'DELETE with a JSON body that lists projects, domains or organisations; in identity policies the action is ims:images:deleteMember instead of ims:images:share',
          zh: '带 JSON 请求体的 DELETE，列出 projects、domains 或 organizations；身份策略使用授权项 ims:images:deleteMember，而不是 ims:images:share',
        },
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
        note: {
          en: 'per the API reference (2025)',
          zh: '依据 API 参考（2025 年）',
        },
        url: imsPages.glanceDeleteMember,
      },
    ],
  },
  why: {
    en: 'usually a clean-up; the recipient can no longer create or reinstall servers from the image or switch to it, but existing servers and copies remain',
    zh: '通常是清理操作；接收方不能再用该镜像创建云服务器、重装或切换系统，但已创建的云服务器和已复制的副本仍保留',
  },
  auditLevel: 'medium',
  notes: [
    {
      en: 'Table 1 spells the event deleteMemeber, table 2 deleteMember; search for both',
      zh: '表 1 的事件名称写作 deleteMemeber，表 2 写作 deleteMember；检索时两种写法都要查',
    },
  ],
};
