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
          en: 'openstack image set --tag sends PATCH /v2/images/{image_id} instead; Glance has no notification for tags: the new list is in the tags of image.update, sent even if the tag was there before. 413 over the limit',
          zh: 'openstack image set --tag 走的是 PATCH /v2/images/{image_id}；Glance 没有标签专用的通知，新的标签列表在 image.update 的 tags 中，重复添加已有标签也会发出。超出上限时返回 413',
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
          en: 'key only, "=" not allowed; marked so in the API reference (2025)',
          zh: '只有键，不能含“=”；API 参考（2025 年）中的标注',
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
    en: 'the content is untouched, but an unexpected tag can change how an image is billed, processed or cleaned up',
    zh: '内容没有变化，但成本分摊、自动化和清理规则可能按标签执行，异常标签可能改变镜像的归属，甚至使其被自动清理',
  },
  auditLevel: 'low',
  notes: [
    {
      en: 'Only table 2 (Glance) lists tag events; whether the IMS tag APIs also leave addTag is not documented',
      zh: '只有表 2（glance）列出标签事件；IMS 自有的标签接口是否也记录为 addTag，文档没有说明',
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
        note: { en: '404 if the image does not have the tag', zh: '镜像没有该标签时返回 404' },
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
          en: 'marked so in the API reference (2025)',
          zh: 'API 参考（2025 年）中的标注',
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
        note: { en: 'not idempotent: 404 if the key is missing', zh: '不幂等：键不存在时返回 404' },
        url: imsPages.deleteImageTag,
      },
      {
        ...batchAddOrDeleteTags,
        note: { en: 'missing tags count as deleted', zh: '不存在的标签视为已删除' },
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
    en: 'the data is untouched, but without the tag an image can drop out of an owner, compliance or retention filter',
    zh: '数据不受影响，但缺少该标签后，按责任人、合规或保留策略的筛选可能漏掉此镜像',
  },
  auditLevel: 'low',
  notes: [
    {
      en: 'openstack image unset --tag calls the tag endpoint, set --tag does not, so setting and removing a tag are recorded differently',
      zh: 'openstack image unset --tag 调用标签接口，set --tag 则不然，因此添加与删除在审计中记录方式不同',
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
          en: 'a plain listing of images, filtered by its parameter tag',
          zh: '普通的镜像列表查询，用参数 tag 过滤',
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
    en: 'a query by tag changes nothing, but by an unexpected caller it may be reconnaissance',
    zh: '按标签查询不作任何改动，但若调用者出乎意料，可能是侦察（了解有哪些镜像）',
  },
  auditLevel: 'low',
  notes: [
    {
      en: 'The name sounds like changing tags in a batch, yet the editions that list it call the operation querying images by tag',
      zh: '名字像是批量改标签，而收录它的文档把这个操作叫作按标签查询镜像',
    },
  ],
};
