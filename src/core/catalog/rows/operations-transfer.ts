import { imageApi, imageApiImport, imsPages } from './links';
import type { ConditionalAction, Operation } from './row-types';

const createForEnterpriseProjects: readonly ConditionalAction[] = [
  {
    action: 'ims:serverImages:create',
    when: { en: 'for users of enterprise projects', zh: '企业项目用户' },
  },
];

/** Copying an image within a region or to another one. Glance has no such call. */
export const copyImage: Operation = {
  id: 'copyImage',
  glance: {
    calls: [],
    nearest: [
      {
        method: 'POST',
        path: '/v2/images/{image_id}/import',
        success: 202,
        openstack: 'openstack image import --method copy-image --store <store> <image>',
        glance: 'glance image-import --import-method copy-image --stores <STORES> <IMAGE_ID>',
        policies: [{ rule: 'copy_image' }],
        why: {
          en: 'copy-image only adds a copy in another store of the same cloud',
          zh: 'copy-image 方式只在同一朵云的另一个存储后端多放一份副本',
        },
        note: {
          en: 'the image id stays the same; admin only by default',
          zh: '镜像 ID 不变；默认仅管理员可用',
        },
        url: imageApiImport,
      },
      {
        method: 'POST',
        path: '/v2/images/{image_id}/import',
        policies: [{ rule: 'modify_image' }],
        why: {
          en: 'glance-download pulls from another region into a record created before',
          zh: 'glance-download 方式从另一个区域拉取数据到事先建好的镜像记录',
        },
        note: { en: 'the target side drives the copy', zh: '复制由目标侧发起' },
        url: imageApiImport,
      },
    ],
  },
  ims: {
    calls: [
      {
        sdkOperation: 'CopyImageInRegion',
        method: 'POST',
        path: '/v1/cloudimages/{image_id}/copy',
        mode: 'async',
        side: 'ims',
        success: 200,
        iam: ['ims:images:copy'],
        conditionalIam: createForEnterpriseProjects,
        deprecated: false,
        jobTypes: ['imsCopyImageInRegionJob'],
        note: {
          en: 'no full-ECS or ISO images, newer pages add a limit of 128 GB',
          zh: '不支持整机镜像和 ISO 镜像，较新的文档另有 128 GB 上限',
        },
      },
      {
        sdkOperation: 'CopyImageCrossRegion',
        method: 'POST',
        path: '/v1/cloudimages/{image_id}/cross_region_copy',
        mode: 'async',
        side: 'ims',
        success: 200,
        iam: ['ims:images:copy'],
        deprecated: false,
        jobTypes: [],
        note: {
          en: 'needs an agency with IMS Administrator in the target region, at most 5 at a time, encrypted and ISO images refused; not in the Open Telekom Cloud reference',
          zh: '需要在目标区域具有 IMS Administrator 权限的委托，最多同时 5 个，不支持加密镜像和 ISO 镜像；Open Telekom Cloud 的 API 参考没有此接口',
        },
        url: imsPages.copyImageCrossRegion,
      },
      {
        sdkOperation: 'CopyImageInRegionInSafeMode',
        method: 'POST',
        path: '/v2.1/cloudimages/{image_id}/copy',
        mode: 'async',
        side: 'ims',
        success: 200,
        iam: ['ims:images:copy'],
        conditionalIam: createForEnterpriseProjects,
        deprecated: false,
        jobTypes: ['imsCopyImageInRegionJob'],
        note: {
          en: 'IAM actions as for v1; encrypted images also need KMS actions',
          zh: '授权项同 v1 接口；加密镜像还需要 KMS 的授权项',
        },
        url: imsPages.copyImageInRegionInSafeMode,
      },
    ],
  },
  why: {
    en: 'an independent copy may drop or swap the KMS key, leave the region, and sidestep the ban on sharing encrypted images',
    zh: '独立的副本可能去掉或更换 KMS 密钥、落到另一个区域，并绕开“加密镜像不能共享”的限制',
  },
  auditLevel: 'high',
  notes: [
    {
      en: 'Look at cmk_id in the request: the key that encrypts the copy, empty by default',
      zh: '看请求里的 cmk_id：副本用该密钥加密，默认为空',
      hover: ['ims'],
    },
    {
      en: 'The user guide names copying as the way to turn an encrypted image into a plain one; that an empty cmk_id does this is inferred',
      zh: '用户指南把复制列为“加密转非加密”的办法；cmk_id 为空即不加密是推断',
    },
    {
      en: 'The copy has its own id and outlives the source; follow it with a search on the new image id',
      zh: '副本有新的镜像 ID，源镜像删了也不受影响，排查要接着查新 ID',
    },
  ],
};

/** Exporting an image to OBS. Glance has no such call. */
export const exportImage: Operation = {
  id: 'exportImage',
  glance: {
    calls: [],
    nearest: [
      {
        method: 'GET',
        path: '/v2/images/{image_id}/file',
        success: 200,
        openstack: 'openstack image save --file <filename> <image>',
        glance: 'glance image-download [--file <FILE>] <IMAGE_ID>',
        policies: [
          { rule: 'download_image' },
          {
            rule: 'download_from_store',
            when: { en: 'only with ?prefer=, from 2026.1 on', zh: '仅在带 ?prefer= 时，2026.1 起' },
          },
        ],
        notifications: ['image.send'],
        why: {
          en: 'streams the data straight to the caller: no job, no bucket, no conversion',
          zh: '把数据直接传给调用者，没有任务、没有桶、不转换格式',
        },
        note: {
          en: '204 where there is no data, 206 for a part',
          zh: '没有数据时返回 204，取一部分时返回 206',
        },
        url: imageApi,
      },
    ],
  },
  ims: {
    calls: [
      {
        sdkOperation: 'ExportImage',
        method: 'POST',
        path: '/v1/cloudimages/{image_id}/file',
        mode: 'async',
        side: 'ims',
        success: 200,
        iam: ['ims:images:export'],
        deprecated: false,
        jobTypes: ['imsNativeExportImageJob'],
        note: {
          en: 'also needs OBS Tenant Administrator; the bucket must be of Standard class in the same region; below 1 TB, above 128 GB only as quick export',
          zh: '还需要 OBS Tenant Administrator 权限；目标桶须为同区域的标准存储；小于 1 TB，超过 128 GB 只能用快速导出',
        },
        url: imsPages.exportImage,
      },
      {
        sdkOperation: 'ExportImageInSafeMode',
        method: 'POST',
        path: '/v2.1/cloudimages/{image_id}/file',
        mode: 'async',
        side: 'ims',
        success: 200,
        iam: ['ims:images:export'],
        deprecated: false,
        jobTypes: ['imsNativeExportImageJob'],
        note: {
          en: 'IAM action as for v1; encrypted images also need KMS actions',
          zh: '授权项同 v1 接口；加密镜像还需要 KMS 的授权项',
        },
        url: imsPages.exportImageInSafeMode,
      },
    ],
  },
  why: {
    en: 'the whole disk leaves IMS as an OBS object that anyone with access to the bucket can download; check bucket_url in the request',
    zh: '整块磁盘的内容离开 IMS，落到 OBS 对象里，凡有桶权限的人都能下载，要核对请求里 bucket_url 指向的桶',
  },
  auditLevel: 'high',
  notes: [
    {
      en: 'Do not confuse POST /v1/cloudimages/{id}/file (IMS export) with PUT /v2/images/{id}/file (glance upload): similar path, opposite direction',
      zh: '别把 POST /v1/cloudimages/{id}/file（IMS 导出）和 PUT /v2/images/{id}/file（glance 上传）弄混：路径相似，方向相反',
    },
    {
      en: 'Full-ECS and ISO images, Marketplace-derived images and those built from Windows/SUSE/Red Hat/Oracle Linux (Ubuntu by region) public images cannot be exported',
      zh: '整机镜像、ISO 镜像、市场镜像衍生镜像，以及由 Windows、SUSE、Red Hat、Oracle Linux（Ubuntu 视区域）公共镜像制作的私有镜像不能导出',
    },
  ],
};
