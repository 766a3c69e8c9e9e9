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
          en: 'openstack image set --tag sends PATCH /v2/images/{image_id} instead; Glance has no notification for tags, the new list is in the tags of image.update, sent even when the tag was there before',
          zh: 'openstack image set --tag 走的是 PATCH /v2/images/{image_id}；Glance 没有标签专用的通知，新的标签列表在 image.update 的 tags 里，重复添加已有标签也会发出',
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
          en: 'a key only, "=" not allowed; marked deprecated in the Chinese edition of 2025-11-20',
          zh: '只有键，不能含“=”；中文版文档 2025-11-20 标为已废弃',
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
          en: 'idempotent; keys up to 36 and values up to 43 characters, 10 tags an image',
          zh: '幂等；键最长 36 个字符，值最长 43 个字符，每个镜像最多 10 个标签',
        },
        url: imsPages.addImageTag,
      },
      batchAddOrDeleteTags,
    ],
  },
  why: {
    en: 'the content is untouched, but tags may steer cost allocation, automation and clean-up, so an odd one reroutes an image unnoticed',
    zh: '内容没变，但成本分摊、自动化和清理规则可能按标签执行，异常标签会悄悄改变镜像的归属或命运',
  },
  auditLevel: 'low',
  notes: [
    {
      en: 'Only the glance-side table lists tag events; whether the IMS tag APIs also produce addTag is not documented',
      zh: '只有 glance 那张表列了标签事件；IMS 自有标签接口是否也记 addTag，文档没有说明',
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
          en: 'marked deprecated in the Chinese edition of 2025-11-20',
          zh: '中文版文档 2025-11-20 标为已废弃',
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
        note: { en: 'not idempotent: 404 when the key is missing', zh: '不幂等：键不存在时返回 404' },
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
        iam: ['ims:images:update'],
        deprecated: false,
        jobTypes: [],
      },
    ],
  },
  why: {
    en: 'harmless to the data, but without the tag an image may drop out of an owner, compliance or retention filter',
    zh: '数据不受影响，但没有了标签，按责任人、合规或保留策略的筛选可能漏掉这个镜像',
  },
  auditLevel: 'low',
  notes: [
    {
      en: 'openstack image unset --tag calls the tag endpoint, whereas set --tag does not: the pair leaves asymmetric traces',
      zh: 'openstack image unset --tag 调的是标签接口，而 set --tag 不是，两者留下的痕迹不对称',
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
        iam: [],
        deprecated: false,
        jobTypes: [],
      },
    ],
  },
  why: {
    en: 'a look-up by tag changes nothing, but an unexpected caller may be taking stock of what there is',
    zh: '按标签查询不改动任何东西，但若调用者出乎意料，可能是在摸底',
  },
  auditLevel: 'low',
  notes: [
    {
      en: 'The name sounds like changing tags in a batch, yet the editions that list it call the operation querying images by tag',
      zh: '名字像是批量改标签，而收录它的文档把这个操作叫作按标签查询镜像',
    },
  ],
};
