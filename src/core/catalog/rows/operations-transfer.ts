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
          zh: 'copy-image 方式只在同一云环境的另一个存储后端增加一份副本',
        },
        note: {
          en: 'the image ID stays the same; admin only by default',
          zh: '镜像 ID 不变；默认仅管理员可用',
        },
        url: imageApiImport,
      },
      {
        method: 'POST',
        path: '/v2/images/{image_id}/import',
        success: 202,
        policies: [{ rule: 'modify_image' }],
        why: {
          en: 'glance-download pulls the data from another region into an existing image record',
          zh: 'glance-download 方式从另一个区域拉取数据到事先建好的镜像记录',
        },
        note: { en: 'the target side starts the copy', zh: '复制由目标侧发起' },
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
          en: 'no full-ECS or ISO images; newer pages add a limit of 128 GB',
          zh: '不支持整机镜像和 ISO 镜像，较新的文档另有 128 GB 上限',
        },
        url: imsPages.copyImageInRegion,
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
          en: 'requires an agency with IMS Administrator or Tenant Administrator in the target region; at most 5 at a time, 128 GB each (300 GB in four regions), no encrypted or ISO images. The request contains region, project_name and agency_name. Not in the Open Telekom Cloud reference',
          zh: '需要在目标区域具有 IMS Administrator 或 Tenant Administrator 权限的委托；最多同时 5 个，每个不超过 128 GB（四个区域为 300 GB），不支持加密镜像和 ISO 镜像。请求中含 region、project_name 和 agency_name。Open Telekom Cloud 的 API 参考没有此接口',
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
          en: 'same IAM actions as v1; encrypted images also require KMS actions',
          zh: '授权项同 v1 接口；加密镜像还需要 KMS 授权项',
        },
        url: imsPages.copyImageInRegionInSafeMode,
      },
    ],
  },
  why: {
    en: 'an independent copy can be unencrypted or use another KMS key, leave the region, and be exported or shared further',
    zh: '副本独立存在，可能不加密或改用其他 KMS 密钥，可能位于其他区域，并可再次导出或共享',
  },
  auditLevel: 'high',
  notes: [
    {
      en: 'Check cmk_id in the request, the key that encrypts the copy (empty by default)',
      zh: '请查看请求中的 cmk_id（副本的加密密钥，默认为空）',
      hover: ['ims'],
    },
    {
      en: 'The user guide describes copying as a way to make an unencrypted copy of an encrypted image; that an empty cmk_id does this is inferred',
      zh: '用户指南将复制列为“加密转非加密”的方法；“cmk_id 为空即不加密”是推断',
    },
    {
      en: 'The copy has its own ID and outlives the source; search for the new image ID as well',
      zh: '副本有新的镜像 ID，删除源镜像不影响副本；排查时应继续检索新镜像 ID',
    },
    {
      en: 'After accepting a shared image, a recipient can copy it to a private image, then export or share that',
      zh: '接收方接受共享镜像后，可将其复制为自己的私有镜像，再导出或共享',
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
            when: { en: 'only with ?prefer=, since 2026.1', zh: '仅在带 ?prefer= 时，2026.1 起' },
          },
        ],
        notifications: ['image.send'],
        why: {
          en: 'sends the data straight to the caller: no job, no bucket, no conversion',
          zh: '把数据直接传给调用者，无任务、无桶、不转换格式',
        },
        note: {
          en: '204 if there is no data, 206 for a partial download',
          zh: '没有数据时返回 204，下载一部分时返回 206',
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
          en: 'also requires OBS Tenant Administrator; the bucket must be in the same region and of Standard storage class; images up to 1 TB, in some regions over 128 GB only with quick export (is_quick_export, file_format zvhd2), which encrypted images cannot use',
          zh: '还需要 OBS Tenant Administrator 权限；目标桶须为同区域的标准存储；镜像不超过 1 TB，部分区域超过 128 GB 只能用快速导出（is_quick_export，file_format 为 zvhd2），加密镜像不能用快速导出',
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
          en: 'same IAM action as v1; encrypted images also require KMS actions',
          zh: '授权项同 v1 接口；加密镜像还需要 KMS 授权项',
        },
        url: imsPages.exportImageInSafeMode,
      },
    ],
  },
  why: {
    en: 'the whole disk leaves IMS as an OBS object that anyone with access to the bucket can download; check bucket_url in the request',
    zh: '整块磁盘的内容从 IMS 导出为 OBS 对象，有桶权限的人均可下载；请核实请求中 bucket_url 指向的桶',
  },
  auditLevel: 'high',
  notes: [
    {
      en: 'Do not confuse POST /v1/cloudimages/{id}/file (IMS export) with PUT /v2/images/{id}/file (Glance upload): similar path, opposite direction',
      zh: '请勿混淆 POST /v1/cloudimages/{id}/file（IMS 导出）与 PUT /v2/images/{id}/file（Glance 上传）：路径相似，方向相反',
    },
    {
      en: 'Full-ECS and ISO images, images derived from Marketplace images, and images created from Windows, SUSE, Red Hat, Oracle Linux or (in some regions) Ubuntu public images cannot be exported',
      zh: '整机镜像、ISO 镜像、由市场镜像创建的私有镜像，以及由 Windows、SUSE、Red Hat、Oracle Linux（Ubuntu 视区域）公共镜像制作的私有镜像不能导出',
    },
  ],
};
