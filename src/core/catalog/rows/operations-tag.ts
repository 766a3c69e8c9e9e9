import { imageApi, imsPages } from './links';
import type { ImsCall, Operation, PolicyRule } from './row-types';

/** Glance has no policy rule specific to tags. */
const tagPolicies: readonly PolicyRule[] = [{ rule: 'modify_image' }];

const batchAddOrDeleteTags: ImsCall = {
  sdkOperation: 'BatchAddOrDeleteTags',
  method: 'POST',
  path: '/v2/{project_id}/images/{image_id}/tags/action',
  mode: 'sync',
  side: 'ims',
  success: 204,
  iam: ['ims:images:update'],
  deprecated: false,
  jobTypes: [],
  url: imsPages.batchAddOrDeleteTags,
};

/** Attaching a tag to an image. */
export const addTag: Operation = {
  id: 'addTag',
  glance: {
    calls: [
      {
        method: 'PUT',
        path: '/v2/images/{image_id}/tags/{tag}',
        success: 204,
        policies: tagPolicies,
        notifications: ['image.update'],
        cadf: { action: 'update', target: 'service/storage/image/images/image/tags/tag' },
        glance: 'glance image-tag-update <IMAGE_ID> <TAG_VALUE>',
        note: {
          en: 'openstack image set --tag sends PATCH /v2/images/{image_id} instead. Glance has no separate tag notification: it sends image.update with the new list in tags, even if the tag was already set. 413 if over the limit',
          zh: 'openstack image set --tag 调用的是 PATCH /v2/images/{image_id}。Glance 没有标签专用的通知：新的标签列表在 image.update 的 tags 中，重复添加已有标签时也会发出。超出上限时返回 413',
        },
        url: imageApi,
      },
    ],
    nearest: [],
  },
  ims: {
    calls: [
      {
        sdkOperation: 'GlanceCreateTag',
        method: 'PUT',
        path: '/v2/images/{image_id}/tags/{tag}',
        mode: 'sync',
        side: 'glance',
        success: 204,
        iam: ['ims:images:get', 'ims:images:update'],
        deprecated: true,
        jobTypes: [],
        note: {
          en: 'per the API reference (2025); key only, "=" not allowed',
          zh: '依据 API 参考（2025 年）；只有键，不能含“=”',
        },
        url: imsPages.glanceCreateTag,
      },
      {
        sdkOperation: 'CreateOrUpdateTags',
        method: 'PUT',
        path: '/v1/cloudimages/tags',
        mode: 'sync',
        side: 'ims',
        success: 204,
        iam: ['ims:images:get', 'ims:images:update'],
        deprecated: false,
        jobTypes: [],
        url: imsPages.createOrUpdateTags,
      },
      {
        sdkOperation: 'AddImageTag',
        method: 'POST',
        path: '/v2/{project_id}/images/{image_id}/tags',
        mode: 'sync',
        side: 'ims',
        success: 204,
        iam: ['ims:images:update'],
        deprecated: false,
        jobTypes: [],
        note: {
          en: 'idempotent; keys up to 36 and values up to 43 characters, 10 tags per image',
          zh: '幂等；键最长 36 个字符，值最长 43 个字符，每个镜像最多 10 个标签',
        },
        url: imsPages.addImageTag,
      },
      batchAddOrDeleteTags,
    ],
  },
  why: {
    en: 'the image content is unchanged, but an unexpected tag can change how an image is billed, processed or cleaned up',
    zh: '镜像内容不变，但成本分摊、自动化和清理规则可能依赖标签，异常标签可能改变镜像的归属，甚至使其被自动清理',
  },
  auditLevel: 'low',
  notes: [
    {
      en: 'In the newest lists, only table 2 (Glance) has tag events; whether IMS tag API calls are also recorded as addTag is not documented',
      zh: '最新版中只有表 2（Glance）列出标签事件；IMS 自有的标签接口是否也记录为 addTag，文档没有说明',
    },
  ],
};

/** Removing a tag from an image. */
export const deleteTag: Operation = {
  id: 'deleteTag',
  glance: {
    calls: [
      {
        method: 'DELETE',
        path: '/v2/images/{image_id}/tags/{tag}',
        success: 204,
        policies: tagPolicies,
        notifications: ['image.update'],
        cadf: { action: 'delete', target: 'service/storage/image/images/image/tags/tag' },
        openstack: 'openstack image unset --tag <tag> <image>',
        glance: 'glance image-tag-delete <IMAGE_ID> <TAG_VALUE>',
        note: { en: '404 if the image lacks the tag', zh: '镜像没有该标签时返回 404' },
        url: imageApi,
      },
    ],
    nearest: [],
  },
  ims: {
    calls: [
      {
        sdkOperation: 'GlanceDeleteTag',
        method: 'DELETE',
        path: '/v2/images/{image_id}/tags/{tag}',
        mode: 'sync',
        side: 'glance',
        success: 204,
        iam: ['ims:images:get', 'ims:images:update'],
        deprecated: true,
        jobTypes: [],
        note: {
          en: 'per the API reference (2025)',
          zh: '依据 API 参考（2025 年）',
        },
        url: imsPages.glanceDeleteTag,
      },
      {
        sdkOperation: 'DeleteImageTag',
        method: 'DELETE',
        path: '/v2/{project_id}/images/{image_id}/tags/{key}',
        mode: 'sync',
        side: 'ims',
        success: 204,
        iam: ['ims:images:update'],
        deprecated: false,
        jobTypes: [],
        note: { en: 'not idempotent: 404 if the key does not exist', zh: '非幂等：键不存在时返回 404' },
        url: imsPages.deleteImageTag,
      },
      {
        ...batchAddOrDeleteTags,
        note: { en: 'tags that do not exist count as deleted', zh: '不存在的标签视为已删除' },
      },
      {
        sdkOperation: 'BatchDeleteTags',
        method: 'DELETE',
        path: '/v1/{project_id}/cloudimages/{image_id}/tags/delete',
        mode: 'sync',
        side: 'ims',
        success: 204,
        iam: ['ims:images:update'],
        deprecated: false,
        jobTypes: [],
        url: imsPages.batchDeleteTags,
      },
    ],
  },
  why: {
    en: 'the image data is unchanged, but without the tag the image can drop out of ownership, compliance or retention filters',
    zh: '镜像数据不变，但缺少该标签后，按责任人、合规或保留策略筛选时可能漏掉此镜像',
  },
  auditLevel: 'low',
  notes: [
    {
      en: 'openstack image unset --tag calls the tag endpoint but set --tag does not, so setting and removing a tag should be recorded differently (inferred)',
      zh: 'openstack image unset --tag 调用标签接口，set --tag 则不会，因此添加与删除标签的记录方式应有不同（推断）',
    },
  ],
};

/** Querying images by tag; listed in older editions only, under the name of the batch call. */
export const queryImagesByTag: Operation = {
  id: 'batchTagsAction',
  glance: {
    calls: [],
    nearest: [
      {
        method: 'GET',
        path: '/v2/images',
        why: {
          en: 'an ordinary image list, filtered with the tag parameter',
          zh: '普通的镜像列表查询，用 tag 参数过滤',
        },
        url: imageApi,
      },
    ],
  },
  ims: {
    calls: [
      {
        sdkOperation: 'ListImageByTags',
        method: 'POST',
        path: '/v2/{project_id}/images/resource_instances/action',
        mode: 'sync',
        side: 'ims',
        iam: ['ims:images:list'],
        deprecated: false,
        jobTypes: [],
      },
    ],
  },
  why: {
    en: 'the query changes nothing, but from an unexpected caller it may be reconnaissance',
    zh: '查询不会改动任何内容，但若调用者异常，可能是侦察（了解有哪些镜像）',
  },
  auditLevel: 'low',
  notes: [
    {
      en: 'Despite its name, which suggests changing tags in a batch, the guides that list it describe it as querying images by tag',
      zh: '名称像是批量修改标签，但收录它的文档说明该操作为按标签查询镜像',
    },
  ],
};
