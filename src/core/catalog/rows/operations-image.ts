import type { Bilingual } from '../../text/localization';
import { imageApi, imsPages } from './links';
import type { ConditionalAction, Operation } from './row-types';

const quickImportActions: readonly ConditionalAction[] = [
  { action: 'ims:serverImages:create', when: { en: 'for a system disk', zh: '系统盘' } },
  { action: 'ims:dataImages:create', when: { en: 'for a data disk', zh: '数据盘' } },
];

const fromObs: Bilingual = {
  en: 'reads from OBS, so it also requires OBS Tenant Administrator',
  zh: '从 OBS 读取，还需要 OBS Tenant Administrator 权限',
};

/**
 * Creating an image.
 *
 * Glance calls: openstack/glance 2026-07; IMS calls: huaweicloud-sdk-go-v3 2026-03 and the IMS API reference.
 */
export const createImage: Operation = {
  id: 'createImage',
  glance: {
    calls: [
      {
        method: 'POST',
        path: '/v2/images',
        success: 201,
        policies: [
          { rule: 'add_image' },
          {
            rule: 'publicize_image',
            when: { en: 'visibility=public in the request', zh: '请求中 visibility=public 时' },
          },
          {
            rule: 'communitize_image',
            when: { en: 'visibility=community in the request', zh: '请求中 visibility=community 时' },
          },
        ],
        notifications: ['image.create'],
        cadf: { action: 'create', target: 'service/storage/image/images' },
        openstack: 'openstack image create [--file <file>] [--disk-format ..] [--container-format ..] <name>',
        glance: 'glance image-create [--file <FILE>] [--name <NAME>] ..',
        resultStatus: 'queued',
        note: {
          en: 'the call only creates the image record; given --file or data on standard input, the command also uploads the data, and the image becomes active. Since Image API 2.5 the default visibility is "shared"; Huawei Cloud defaults to "private" and accepts nothing else. Errors: 400, 401, 403, 409, 413, 415',
          zh: '该接口只登记镜像记录；命令带 --file 或从标准输入读取数据时会继续上传，状态变为 active。Image API 2.5 起可见性默认为“shared”；华为云默认为“private”，也只接受该值。错误码：400、401、403、409、413、415',
        },
        url: `${imageApi}#create-image`,
      },
    ],
    nearest: [
      {
        method: 'POST',
        path: '/v2.1/{project_id}/servers/{server_id}/action',
        why: {
          en: 'createImage of ECS (Nova) creates an image from a server; requires ecs:servers:createImage and ims:images:create',
          zh: 'ECS（Nova）的 createImage：由云服务器创建镜像，需要授权项 ecs:servers:createImage 和 ims:images:create',
        },
      },
      {
        method: 'POST',
        path: '/v3/{project_id}/volumes/{volume_id}/action',
        openstack: 'openstack image create --volume <volume> <name>',
        why: {
          en: 'os-volume_upload_image of Cinder creates an image from a volume; Cinder creates the image in Glance and uploads the data',
          zh: 'Cinder 的 os-volume_upload_image：由卷创建镜像，Cinder 在 Glance 中创建镜像并上传数据',
        },
      },
    ],
  },
  ims: {
    calls: [
      {
        sdkOperation: 'CreateImage',
        method: 'POST',
        path: '/v2/cloudimages/action',
        mode: 'async',
        side: 'ims',
        success: 200,
        iam: ['ims:serverImages:create'],
        deprecated: false,
        jobTypes: [
          'imsCreateImageByInstance',
          'imsImportImageJob',
          'imsVolumeCreateImageJob',
          'imsVolumesToSysDataImagesJob',
          'imsImportOvaImageJob',
        ],
        note: {
          en: 'from an ECS, a file in an OBS bucket or a data disk; from OBS it also requires OBS Tenant Administrator',
          zh: '三种来源：云服务器、OBS 桶中的文件、数据盘；从 OBS 制作还需要 OBS Tenant Administrator 权限',
        },
        url: imsPages.createImage,
      },
      {
        sdkOperation: 'CreateWholeImage',
        method: 'POST',
        path: '/v1/cloudimages/wholeimages/action',
        mode: 'async',
        side: 'ims',
        success: 200,
        iam: ['ims:wholeImages:create'],
        deprecated: false,
        jobTypes: ['imsCreateWholeImageByInstanceJob', 'imsCreateWholeImageByBackupJob'],
        note: {
          en: 'full-ECS image; requires CSBS Administrator or CBR Admin',
          zh: '整机镜像；需要 CSBS Administrator 或 CBR Admin 权限',
        },
      },
      {
        sdkOperation: 'CreateImageInSafeMode',
        method: 'POST',
        path: '/v2.1/cloudimages/action',
        mode: 'async',
        side: 'ims',
        success: 200,
        iam: ['ims:serverImages:create'],
        deprecated: false,
        jobTypes: [],
        note: {
          en: 'IAM action inferred from v2; encryption also requires KMS actions',
          zh: '授权项根据 v2 接口推断；加密时还需要 KMS 授权项',
        },
        url: imsPages.createImageInSafeMode,
      },
      {
        sdkOperation: 'CreateDataImageInSafeMode',
        method: 'POST',
        path: '/v2.1/cloudimages/dataimages/action',
        mode: 'async',
        side: 'ims',
        success: 200,
        iam: ['ims:dataImages:create'],
        deprecated: false,
        jobTypes: [],
        note: {
          en: 'IAM action inferred from v1; encryption also requires KMS actions',
          zh: '授权项根据 v1 接口推断；加密时还需要 KMS 授权项',
        },
        url: imsPages.createDataImageInSafeMode,
      },
      {
        sdkOperation: 'ImportImageQuickInSafeMode',
        method: 'POST',
        path: '/v2.1/cloudimages/quickimport/action',
        mode: 'async',
        side: 'ims',
        success: 200,
        iam: [],
        conditionalIam: quickImportActions,
        deprecated: false,
        jobTypes: [],
        note: {
          en: 'IAM actions inferred from v2; encryption also requires KMS actions',
          zh: '授权项根据 v2 接口推断；加密时还需要 KMS 授权项',
        },
        url: imsPages.importImageQuickInSafeMode,
      },
      {
        sdkOperation: 'ImportImageQuick',
        method: 'POST',
        path: '/v2/cloudimages/quickimport/action',
        mode: 'async',
        side: 'ims',
        success: 200,
        iam: [],
        conditionalIam: quickImportActions,
        deprecated: false,
        jobTypes: [],
        note: fromObs,
        url: imsPages.importImageQuick,
      },
      {
        sdkOperation: 'CreateDataImage',
        method: 'POST',
        path: '/v1/cloudimages/dataimages/action',
        mode: 'async',
        side: 'ims',
        success: 200,
        iam: ['ims:dataImages:create'],
        deprecated: false,
        jobTypes: ['imsImportDataImageJob'],
        note: fromObs,
      },
      {
        sdkOperation: 'GlanceCreateImageMetadata',
        method: 'POST',
        path: '/v2/images',
        mode: 'sync',
        side: 'glance',
        success: 201,
        iam: ['ims:images:create'],
        deprecated: false,
        jobTypes: [],
        url: imsPages.glanceCreateImage,
      },
    ],
  },
  why: {
    en: 'every server created from the image inherits what is in it; check who created it, and from which server, disk or file',
    zh: '由该镜像创建的云服务器会继承其中的一切（后门、密钥、配置）；请核实制作者，以及制作所用的云服务器、磁盘或文件',
  },
  auditLevel: 'medium',
  notes: [
    {
      en: 'The record of an asynchronous call only shows that the request was accepted; query the job_id for the outcome',
      zh: '异步接口的事件只表示请求已受理；是否成功须用 job_id 查询任务',
      hover: ['ims'],
    },
    {
      en: 'A new image with status queued has no data yet; the upload is recorded as updateImage',
      zh: '刚创建的镜像处于 queued 状态，还没有数据；上传数据时记录为 updateImage',
      side: 'glance',
      hover: ['glance'],
    },
  ],
};

/** Changing an image's metadata or uploading its data: Glance has one trace name for both. */
export const updateImage: Operation = {
  id: 'updateImage',
  glance: {
    calls: [
      {
        method: 'PATCH',
        path: '/v2/images/{image_id}',
        success: 200,
        what: { en: 'a metadata change', zh: '修改镜像信息' },
        policies: [
          { rule: 'modify_image', when: { en: 'any property', zh: '修改任一属性时' } },
          { rule: 'publicize_image', when: { en: 'visibility becomes public', zh: '可见性改为 public 时' } },
          {
            rule: 'communitize_image',
            when: { en: 'visibility becomes community', zh: '可见性改为 community 时' },
          },
          {
            rule: 'set_image_location',
            when: { en: '/locations added or replaced', zh: '新增或替换 /locations 时' },
          },
          { rule: 'delete_image_location', when: { en: '/locations removed', zh: '移除 /locations 时' } },
        ],
        notifications: ['image.update'],
        cadf: { action: 'update', target: 'service/storage/image/images/image' },
        openstack:
          'openstack image set [--name ..] [--property k=v] [--public|--private|--community|--shared] [--protected|--unprotected] <image>',
        glance:
          'glance image-update [--name ..] [--visibility ..] [--property k=v] [--remove-property k] <IMAGE_ID>',
        note: {
          en: 'openstack image unset --property also makes this call',
          zh: 'openstack image unset --property 调用的也是这个接口',
        },
        url: `${imageApi}#update-image`,
      },
      {
        method: 'PUT',
        path: '/v2/images/{image_id}/file',
        success: 204,
        what: { en: 'an upload', zh: '上传镜像' },
        policies: [{ rule: 'upload_image' }],
        notifications: ['image.update', 'image.prepare', 'image.upload', 'image.activate', 'image.update'],
        cadf: { action: 'update', target: 'service/storage/image/images/image/file' },
        glance: 'glance image-upload [--file <FILE>] <IMAGE_ID>',
        resultStatus: 'queued -> saving -> active',
        note: {
          en: 'openstack has no separate upload command: use openstack image create --file, or openstack image stage and then import. If the upload fails, Glance sends image.upload with priority ERROR and usually sets the image back to queued',
          zh: 'openstack 没有单独的上传命令：可用 openstack image create --file 创建并上传，或先用 openstack image stage 再用 import。上传失败时，Glance 以 ERROR 级别发出 image.upload，镜像通常恢复为 queued',
        },
        url: `${imageApi}#upload-binary-image-data`,
      },
    ],
    nearest: [
      {
        method: 'PUT',
        path: '/v2/images/{image_id}/stage',
        success: 204,
        policies: [{ rule: 'modify_image' }],
        why: { en: 'first step of interoperable import', zh: '互操作导入（interoperable import）的第一步' },
        url: imageApi,
      },
      {
        method: 'POST',
        path: '/v2/images/{image_id}/import',
        success: 202,
        policies: [
          { rule: 'modify_image' },
          { rule: 'copy_image', when: { en: 'method copy-image', zh: '导入方式为 copy-image 时' } },
        ],
        why: {
          en: 'second step of interoperable import; runs as a Glance task',
          zh: '互操作导入的第二步，以 Glance 任务方式执行',
        },
        url: `${imageApi}#interoperable-image-import`,
      },
      {
        method: 'POST',
        path: '/v2/images/{image_id}/actions/deactivate',
        success: 204,
        policies: [{ rule: 'deactivate' }],
        notifications: ['image.update'],
        openstack: 'openstack image set --deactivate <image>',
        why: {
          en: 'locks the image data; not mentioned in the IMS tables',
          zh: '停用镜像，锁定其数据；IMS 的两张表均未提及',
        },
        url: imageApi,
      },
      {
        method: 'POST',
        path: '/v2/images/{image_id}/actions/reactivate',
        success: 204,
        policies: [{ rule: 'reactivate' }],
        notifications: ['image.update'],
        openstack: 'openstack image set --activate <image>',
        why: {
          en: 'makes a deactivated image usable again; not mentioned in the IMS tables',
          zh: '重新启用已停用的镜像；IMS 的两张表均未提及',
        },
        url: imageApi,
      },
    ],
  },
  ims: {
    calls: [
      {
        sdkOperation: 'UpdateImage',
        method: 'PATCH',
        path: '/v2/cloudimages/{image_id}',
        mode: 'sync',
        side: 'ims',
        success: 200,
        iam: ['ims:images:update'],
        conditionalIam: [
          {
            action: 'ims:serverImages:create',
            when: { en: 'when moved to another enterprise project', zh: '迁移到其他企业项目时' },
          },
        ],
        deprecated: false,
        jobTypes: [],
        note: { en: 'the image must be active', zh: '镜像必须是 active 状态' },
        url: imsPages.updateImage,
      },
      {
        sdkOperation: 'RegisterImage',
        method: 'PUT',
        path: '/v1/cloudimages/{image_id}/upload',
        mode: 'async',
        side: 'ims',
        success: 200,
        iam: ['ims:images:upload'],
        deprecated: false,
        jobTypes: ['imsNativeImportImageJob'],
        note: {
          en: 'uploads an OBS object to a queued image, so it also requires OBS Tenant Administrator; its event is not documented',
          zh: '把 OBS 对象上传到 queued 状态的镜像，还需要 OBS Tenant Administrator 权限；文档没有说明它记录为哪个事件',
        },
        url: imsPages.registerImage,
      },
      {
        sdkOperation: 'GlanceUpdateImage',
        method: 'PATCH',
        path: '/v2/images/{image_id}',
        mode: 'sync',
        side: 'glance',
        success: 200,
        iam: ['ims:images:update'],
        deprecated: true,
        jobTypes: [],
        note: {
          en: 'per the API reference (2025); Huawei Cloud allows only name, description and custom properties',
          zh: '依据 API 参考（2025 年）；华为云只允许修改名称、描述和自定义属性',
        },
        url: imsPages.glanceUpdateImage,
      },
      {
        method: 'PUT',
        path: '/v2/images/{image_id}/file',
        mode: 'sync',
        side: 'glance',
        success: 204,
        iam: ['ims:images:get', 'ims:images:update', 'ims:images:upload'],
        deprecated: true,
        jobTypes: [],
        note: {
          en: 'per the API reference (2025); documented limit 2 GB on Huawei Cloud, 128 GB on Open Telekom Cloud',
          zh: '依据 API 参考（2025 年）；文档上限：华为云 2 GB，Open Telekom Cloud 128 GB',
        },
        url: imsPages.glanceUploadImage,
      },
    ],
  },
  why: {
    en: 'the same name covers metadata changes and image uploads; check the request before dismissing it as harmless',
    zh: '同一名称既表示修改属性，也表示上传镜像数据；请先查看请求内容，再判断风险',
  },
  auditLevel: 'medium',
  notes: [
    {
      en: 'In OpenStack Glance, this call can also make an image public or community, clear its protected flag (often the step before a deletion) or, for an admin, change its owner; Huawei documents none of these for its update APIs',
      zh: '原生 Glance 中还可借此把可见性改为 public 或 community、取消 protected（常见于删除之前），管理员还可更改所有者；华为云文档没有把这些列为可修改项',
    },
    {
      en: 'Glance also sends image.update when tags change and when an image is deactivated or reactivated',
      zh: '标签变更以及镜像停用、重新启用时，Glance 同样发出 image.update',
    },
    {
      en: 'openstack image set --tag sends the whole tag list in a PATCH, so it should be recorded as updateImage rather than addTag (inferred)',
      zh: 'openstack image set --tag 用 PATCH 提交整个标签列表，应记录为 updateImage 而不是 addTag（推断）',
    },
  ],
};

/** Deleting images. */
export const deleteImage: Operation = {
  id: 'deleteImage',
  glance: {
    calls: [
      {
        method: 'DELETE',
        path: '/v2/images/{image_id}',
        success: 204,
        policies: [{ rule: 'delete_image' }],
        notifications: ['image.delete'],
        cadf: { action: 'delete', target: 'service/storage/image/images/image' },
        openstack: 'openstack image delete <image> [<image> ...]',
        glance: 'glance image-delete <IMAGE_ID> [<IMAGE_ID> ...]',
        resultStatus: 'deleted',
        note: {
          en: 'one image per call; the command makes one call for each. Returns 403 for a protected image, 409 for one in use. With delayed_delete on, the status is pending_delete instead of deleted',
          zh: '一次只删除一个镜像，命令对每个镜像各调用一次。受保护的镜像返回 403，使用中的返回 409；开启 delayed_delete 时状态为 pending_delete',
        },
        url: imageApi,
      },
    ],
    nearest: [
      {
        method: 'DELETE',
        path: '/v2/stores/{store_id}/{image_id}',
        openstack: 'openstack image delete --store <STORE> <image>',
        glance: 'glance stores-delete --store <STORE_ID> <IMAGE_ID>',
        why: {
          en: 'deletes the copy in one of several stores; the image itself stays',
          zh: '有多个存储后端时，只删除其中一份副本，镜像本身仍保留',
        },
      },
    ],
  },
  ims: {
    calls: [
      {
        sdkOperation: 'GlanceDeleteImage',
        method: 'DELETE',
        path: '/v2/images/{image_id}',
        mode: 'sync',
        side: 'glance',
        success: 204,
        iam: ['ims:images:delete'],
        deprecated: false,
        jobTypes: [],
        note: {
          en: 'delete_backup, a Huawei Cloud extension, also deletes the CSBS or CBR backups of a full-ECS image, and that part can fail separately',
          zh: '华为云扩展参数 delete_backup 会连带删除整机镜像的 CSBS 或 CBR 备份，镜像删除成功时，备份仍可能删除失败',
        },
        url: imsPages.glanceDeleteImage,
      },
      {
        method: 'DELETE',
        path: '/v1.1/images/{image_id}',
        mode: 'sync',
        side: 'glance',
        success: 204,
        iam: ['ims:images:delete'],
        deprecated: true,
        jobTypes: [],
        note: {
          en: 'soft deletion; the sample on that page returns 200',
          zh: '软删除；该页示例的返回码为 200',
        },
        url: imsPages.deleteImageV1,
      },
    ],
    gap: {
      en: 'no public API deletes images in a batch',
      zh: '没有公开的批量删除接口',
    },
  },
  why: {
    en: 'a deleted private image cannot be restored; check that the deletion was planned and that nobody needs the image to rebuild servers',
    zh: '私有镜像删除后无法恢复；请确认属于计划内操作，且不再需要用它重装系统',
  },
  auditLevel: 'high',
  notes: [
    {
      en: 'With delete_backup=true in the request, the backups of the image are deleted as well',
      zh: '请求中 delete_backup=true 时，镜像的备份也一并删除',
      hover: ['ims', 'glance'],
    },
    {
      en: 'Servers already created from the image keep running but can no longer be reinstalled from it; copies are unaffected',
      zh: '已由该镜像创建的云服务器可继续运行，但不能再用它重装系统；已有副本不受影响',
    },
    {
      en: 'A protected image must be unprotected first: look for an earlier updateImage with protected=false',
      zh: '受保护的镜像须先取消保护；请检索此前把 protected 改为 false 的 updateImage',
    },
    {
      en: 'Images published in the Marketplace cannot be deleted. On Open Telekom Cloud, neither can images shared with an account or organisation; those shared with projects can, and the projects are not notified',
      zh: '已发布到云商店的镜像不能删除；在 Open Telekom Cloud 上，共享给账号或组织的镜像也不能删除，共享给项目的可以，且不通知对方',
    },
    {
      en: 'The console can delete several images at once',
      zh: '控制台可一次删除多个镜像',
      side: 'ims',
    },
  ],
};
