import { imageApi, imageApiImport, imsPages } from './links';
import type { Operation } from './types';

/** Copying an image, within a region or to another one. Glance has no such call. */
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
          en: 'method copy-image keeps the same image id and only adds a copy in another store of the same cloud; admin only by default',
          zh: 'copy-image 方式不产生新的镜像 ID，只在同一朵云的另一个存储后端多放一份副本；默认仅管理员可用',
        },
        url: imageApiImport,
      },
      {
        method: 'POST',
        path: '/v2/images/{image_id}/import',
        policies: [{ rule: 'modify_image' }],
        why: {
          en: 'method glance-download pulls from another region into a record created before; the target side drives the copy',
          zh: 'glance-download 方式从另一个区域拉取数据到事先建好的镜像记录；复制由目标侧发起',
        },
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
        iam: ['ims:images:copy', 'ims:serverImages:create'],
        deprecated: false,
        jobTypes: ['imsCopyImageInRegionJob'],
        note: {
          en: 'no full-ECS or ISO images, newer pages add a limit of 128 GB; ims:serverImages:create for users of enterprise projects',
          zh: '不支持整机镜像和 ISO 镜像，较新的文档另有 128 GB 上限；企业项目用户需要 ims:serverImages:create',
        },
      },
      {
        sdkOperation: 'CopyImageInRegionInSafeMode',
        method: 'POST',
        path: '/v2.1/cloudimages/{image_id}/copy',
        mode: 'async',
        side: 'ims',
        success: 200,
        iam: ['ims:images:copy', 'ims:serverImages:create'],
        deprecated: false,
        jobTypes: ['imsCopyImageInRegionJob'],
        note: {
          en: 'IAM actions as for v1; encrypted images also need KMS actions',
          zh: '授权项同 v1 接口；加密镜像还需要 KMS 的授权项',
        },
        url: imsPages.copyImageInRegionInSafeMode,
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
    ],
  },
  why: {
    en: 'A second, independent copy was made: it may have dropped or swapped the KMS key, or landed in another region, which opens data-residency questions and sidesteps the ban on sharing encrypted images.',
    zh: '产生了一份独立副本：可能去掉或更换了 KMS 密钥，也可能到了另一个区域，涉及数据驻留，并能绕开“加密镜像不能共享”的限制。',
  },
  auditLevel: 'high',
  notes: [
    {
      en: 'Look at cmk_id: when present, the copy is encrypted with that key; it is empty by default, and the user guide names copying as the way to turn an encrypted image into a plain one (that an empty cmk_id does this is inferred).',
      zh: '看 cmk_id：填了就用该密钥加密副本，默认为空；用户指南把复制列为“加密转非加密”的办法（空值即不加密为推断）。',
    },
    {
      en: 'The copy has its own id and outlives the source; follow it with a search on the new image id.',
      zh: '副本有新的镜像 ID，源镜像删了也不受影响，排查要接着查新 ID。',
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
          en: 'streams the data straight to the caller: no job, no bucket, no conversion; 204 where there is no data, 206 for a part',
          zh: '把数据直接传给调用者：没有任务、没有桶、不转换格式；没有数据时返回 204，取一部分时返回 206',
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
    en: 'The whole disk content left IMS for an OBS object that anyone with bucket access can download; treat it as a data-exit event and check the bucket named in bucket_url.',
    zh: '整块磁盘的内容离开 IMS，落到 OBS 对象里，凡有桶权限的人都能下载；按数据外流处理，重点核对 bucket_url 指向的桶。',
  },
  auditLevel: 'high',
  notes: [
    {
      en: 'Do not confuse POST /v1/cloudimages/{id}/file (IMS export) with PUT /v2/images/{id}/file (glance upload): similar path, opposite direction.',
      zh: '别把 POST /v1/cloudimages/{id}/file（IMS 导出）和 PUT /v2/images/{id}/file（glance 上传）弄混：路径相似，方向相反。',
    },
    {
      en: 'Full-ECS and ISO images, Marketplace-derived images and those built from Windows/SUSE/Red Hat/Oracle Linux (Ubuntu by region) public images cannot be exported.',
      zh: '整机镜像、ISO 镜像、市场镜像衍生镜像，以及由 Windows、SUSE、Red Hat、Oracle Linux（Ubuntu 视区域）公共镜像制作的私有镜像不能导出。',
    },
  ],
};
