import { imageApi, imsPages } from './links';
import type { Operation } from './row-types';

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
          en: 'creates only a catalogue record, no data is stored yet; since Image API 2.5 the visibility is "shared" unless the request says otherwise, while Huawei Cloud accepts only "private" here, which is also its default',
          zh: '只登记一条镜像记录，还没有数据；Image API 2.5 起可见性默认为“shared”，华为云这里只接受“private”，默认值也是“private”',
        },
        url: `${imageApi}#create-image`,
      },
    ],
    nearest: [],
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
          en: 'three sources: an ECS, a file in an OBS bucket, or a data disk; from OBS it also needs OBS Tenant Administrator',
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
          en: 'a full-ECS image; needs CSBS Administrator or CBR Admin',
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
          en: 'the IAM action is assumed to be the one of v2; encrypting also needs KMS actions',
          zh: '授权项假定与 v2 接口相同；加密时还需要 KMS 的授权项',
        },
        url: imsPages.createImageInSafeMode,
      },
      {
        sdkOperation: 'ImportImageQuick',
        method: 'POST',
        path: '/v2/cloudimages/quickimport/action',
        mode: 'async',
        side: 'ims',
        success: 200,
        iam: [],
        conditionalIam: [
          { action: 'ims:serverImages:create', when: { en: 'for a system disk', zh: '系统盘' } },
          { action: 'ims:dataImages:create', when: { en: 'for a data disk', zh: '数据盘' } },
        ],
        deprecated: false,
        jobTypes: [],
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
    en: 'every machine started from a new image inherits what is baked into it; confirm who built it and from which server, disk or file',
    zh: '由新镜像创建的机器会继承其中的一切（后门、密钥、配置），要核实由谁、用哪台云服务器、磁盘或文件制作',
  },
  auditLevel: 'medium',
  notes: [
    {
      en: 'The record of an asynchronous call only proves that the request was accepted; look up the job_id for the outcome',
      zh: '异步接口的事件只说明请求已受理，成败要用 job_id 查任务',
    },
    {
      en: 'A new image in status queued has no data yet; the upload follows as updateImage',
      zh: '刚创建的镜像处于 queued，还没有数据；上传数据时记录的是 updateImage',
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
        what: { en: 'the metadata change', zh: '修改镜像信息' },
        policies: [
          { rule: 'modify_image', when: { en: 'any property', zh: '修改任一属性时' } },
          { rule: 'publicize_image', when: { en: 'visibility becomes public', zh: '可见性改为 public 时' } },
          {
            rule: 'communitize_image',
            when: { en: 'visibility becomes community', zh: '可见性改为 community 时' },
          },
          {
            rule: 'set_image_location',
            when: { en: '/locations is added or replaced', zh: '新增或替换 /locations 时' },
          },
          { rule: 'delete_image_location', when: { en: '/locations is removed', zh: '移除 /locations 时' } },
        ],
        notifications: ['image.update'],
        cadf: { action: 'update', target: 'service/storage/image/images/image' },
        openstack:
          'openstack image set [--name ..] [--property k=v] [--public|--private|--community|--shared] [--protected|--unprotected] <image>',
        glance:
          'glance image-update [--name ..] [--visibility ..] [--property k=v] [--remove-property k] <IMAGE_ID>',
        note: {
          en: 'openstack image unset --property makes the same call',
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
          en: 'openstack has no upload command of its own: openstack image create --file creates and uploads, or openstack image stage and import; when an upload fails, Glance sends image.upload with priority ERROR and puts the image back to queued',
          zh: 'openstack 没有单独的上传命令：openstack image create --file 创建并上传，或先 openstack image stage 再 import；上传失败时 Glance 以 ERROR 级别发出 image.upload，并把镜像退回 queued',
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
        why: { en: 'first half of interoperable import', zh: '互操作导入的前半步' },
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
          en: 'second half of interoperable import; runs as a Glance task',
          zh: '互操作导入的后半步，以 Glance 任务方式执行',
        },
        url: `${imageApi}#interoperable-image-import`,
      },
      {
        method: 'POST',
        path: '/v2/images/{image_id}/actions/deactivate',
        success: 204,
        policies: [{ rule: 'deactivate' }],
        why: {
          en: 'a change of state that Glance reports as image.update; the IMS tables do not name it',
          zh: '状态变更，Glance 按 image.update 通知；IMS 的两张表没有提到它',
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
            when: { en: 'when it moves to another enterprise project', zh: '迁移到其他企业项目时' },
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
          en: 'fills a queued image from an OBS object; which trace name it leaves is not documented',
          zh: '用 OBS 对象填充 queued 状态的镜像；文档没有说明它记录成哪个事件名称',
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
          en: 'Huawei Cloud allows only name, description and custom properties; marked deprecated in the Chinese edition of 2025-12-15',
          zh: '华为云只允许修改名称、描述和自定义属性；中文版文档 2025-12-15 标为已废弃',
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
          en: 'documented limit 2 GB on Huawei Cloud, 128 GB on Open Telekom Cloud; marked deprecated in the Chinese edition of 2025-11-20',
          zh: '文档上限：华为云 2 GB，Open Telekom Cloud 128 GB；中文版文档 2025-11-20 标为已废弃',
        },
        url: imsPages.glanceUploadImage,
      },
    ],
  },
  why: {
    en: 'one name covers editing metadata and filling an image with content; read the request before calling it harmless',
    zh: '同一个名称既指改属性，也指给镜像灌入数据；先看请求内容，再判断风险',
  },
  auditLevel: 'medium',
  notes: [
    {
      en: 'In plain glance this event can also flip visibility to public/community or clear the protected flag; Huawei documents neither as allowed through its update APIs',
      zh: '原生 glance 里还能借此把可见性改成 public/community 或去掉 protected；华为云文档没有把这两项列为可修改',
    },
    {
      en: 'openstack image set --tag sends a PATCH of the whole tag list, so it looks like an update rather than addTag (client code; the Huawei side is inferred)',
      zh: '用 openstack image set --tag 打标签走的是 PATCH，预计记成 updateImage 而不是 addTag（客户端代码可证，华为侧为推断）',
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
          en: 'one image a call: a command that names several makes several calls; pending_delete instead of deleted where delayed_delete is on',
          zh: '一次只删一个镜像：命令里写多个镜像就是多次调用；开启 delayed_delete 时状态为 pending_delete',
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
          en: 'drops one copy in a cloud with several stores, the image itself stays',
          zh: '在多存储后端的云上只删除其中一份副本，镜像本身还在',
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
          en: 'with delete_backup, a Huawei Cloud extension, the CSBS or CBR backups of a full-ECS image go as well',
          zh: '带上华为云扩展参数 delete_backup 时，会连带删除整机镜像的 CSBS 或 CBR 备份',
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
        note: { en: 'soft deletion', zh: '软删除' },
        url: imsPages.deleteImageV1,
      },
    ],
    gap: {
      en: 'no public call deletes in a batch',
      zh: '没有公开的批量删除接口',
    },
  },
  why: {
    en: 'a deleted private image cannot be restored; check that it was planned and that nobody needs it for rebuilds',
    zh: '私有镜像删除后无法恢复，要确认是计划内操作，没有业务还靠它重装系统',
  },
  auditLevel: 'high',
  notes: [
    {
      en: 'Where the request has delete_backup=true, the backups of the image go as well',
      zh: '请求里带 delete_backup=true 时，镜像的备份也一并删除',
      hover: ['ims', 'glance'],
    },
    {
      en: 'Servers already built from the image keep running but can no longer be reinstalled from it; copies are unaffected',
      zh: '已由该镜像创建的云服务器照常运行，但不能再用它重装系统；已复制出去的镜像不受影响',
    },
    {
      en: 'The batch in the name of the ims row matches selecting several images in the console; API references of 2022 and 2026, the Go SDK and the Terraform provider of 2026 were read for a call that does it',
      zh: '表 1 的“批量”对应控制台上的多选删除；为查找批量删除接口，查阅了 2022 年和 2026 年的 API 参考、2026 年的 Go SDK 与 Terraform provider',
    },
  ],
};
