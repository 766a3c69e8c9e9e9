import { createImage, deleteImage, updateImage } from './operations-image';
import { addMember, deleteMember, updateMember } from './operations-member';
import { addTag, deleteTag, queryImagesByTag } from './operations-tag';
import { copyImage, exportImage } from './operations-transfer';
import { uploadVolume } from './operations-volume';
import type { ImsEvent } from './row-types';

const guide1 = { en: 'IMS user guide, table 1', zh: '《镜像服务用户指南》表 1' };
const guide2 = { en: 'IMS user guide, table 2', zh: '《镜像服务用户指南》表 2' };
const table1 = {
  en: `${guide1.en} (operations recorded by CTS)`,
  zh: `${guide1.zh}（云审计服务记录的 IMS 操作）`,
};
const table1Batch = {
  en: `${table1.en}; before October 2020 the Chinese edition did not say "in a batch"`,
  zh: `${table1.zh}；2020 年 10 月以前的版本没有“批量”二字`,
};
const table2 = {
  en: `${guide2.en} (operations that IMS triggers on the native OpenStack API)`,
  zh: `${guide2.zh}（IMS 触发的 OpenStack 原生接口操作）`,
};
const tagEditions = {
  en: 'IMS user guide, table 1 of the editions of December 2018 to April 2020 (Open Telekom Cloud: 2020); newer ones list tags in table 2 only',
  zh: '《镜像服务用户指南》2018 年 12 月至 2020 年 4 月各版的表 1（Open Telekom Cloud 为 2020 年版）；之后的版本只在表 2 列出标签操作',
};
const editions2020 = {
  en: 'IMS user guide, table 1 of the editions of December 2019 to April 2020 (Open Telekom Cloud: 2020); not in newer ones',
  zh: '《镜像服务用户指南》2019 年 12 月至 2020 年 4 月各版的表 1（Open Telekom Cloud 为 2020 年版）；之后的版本没有',
};

const ims = {
  service: 'IMS',
  resourceType: 'ims',
  side: 'ims',
  listed: 'current',
  twins: [],
  guide: guide1,
} as const;
const glance = {
  service: 'IMS',
  resourceType: 'image',
  side: 'glance',
  listed: 'current',
  twins: [],
  guide: guide2,
} as const;
const withdrawn = {
  ...ims,
  listed: 'withdrawn',
  guide: { en: `${guide1.en}, older editions`, zh: `${guide1.zh}，旧版` },
} as const;
const imageFromServer = {
  ...withdrawn,
  name: 'volume_upload_imageVolume',
  resourceType: 'evs',
  label: { en: 'Creating an image from an ECS', zh: '通过云服务器创建镜像' },
  operation: uploadVolume,
  source: editions2020,
} as const;

/** Table 1: operations of IMS itself. */
const ownEvents: readonly ImsEvent[] = [
  {
    ...ims,
    name: 'createImage',
    label: { en: 'Creating an image', zh: '创建镜像' },
    operation: createImage,
    source: table1,
  },
  {
    ...ims,
    name: 'updateImage',
    label: { en: 'Modifying an image', zh: '修改镜像' },
    operation: updateImage,
    source: table1,
  },
  {
    ...ims,
    name: 'deleteImage',
    label: { en: 'Deleting images in a batch', zh: '批量删除镜像' },
    operation: deleteImage,
    source: table1Batch,
  },
  {
    ...ims,
    name: 'copyImage',
    label: { en: 'Replicating an image', zh: '复制镜像' },
    operation: copyImage,
    source: table1,
  },
  {
    ...ims,
    name: 'exportImage',
    label: { en: 'Exporting an image', zh: '导出镜像' },
    operation: exportImage,
    source: table1,
  },
  {
    ...ims,
    name: 'addMember',
    label: { en: 'Adding a tenant that can use a shared image', zh: '新增成员' },
    operation: addMember,
    source: table1,
  },
  {
    ...ims,
    name: 'updateMember',
    label: { en: 'Modifying tenants that can use a shared image', zh: '批量修改成员' },
    operation: updateMember,
    source: table1Batch,
  },
  {
    ...ims,
    name: 'deleteMemeber',
    label: {
      en: 'Deleting tenants from the group where the members can use a shared image',
      zh: '批量删除成员',
    },
    operation: deleteMember,
    twins: ['deleteMember'],
    source: {
      en: `${table1.en}, spelt deleteMemeber in every edition of that guide; the CTS guide of Open Telekom Cloud (2020 to early 2024) and the IMS guide of cloud.ru have deleteMember`,
      zh: `${table1.zh}，该指南各版均写作 deleteMemeber；Open Telekom Cloud 的《云审计服务用户指南》（2020 年至 2024 年初）和 cloud.ru 的 IMS 指南写作 deleteMember`,
    },
  },
];

/** Table 2: operations that IMS triggers on Glance. */
const glanceEvents: readonly ImsEvent[] = [
  {
    ...glance,
    name: 'createImage',
    label: { en: 'Creating an image', zh: '创建镜像' },
    operation: createImage,
    source: table2,
  },
  {
    ...glance,
    name: 'updateImage',
    label: { en: 'Modifying/Uploading an image', zh: '修改镜像信息/上传镜像' },
    operation: updateImage,
    source: table2,
  },
  {
    ...glance,
    name: 'deleteImage',
    label: { en: 'Deleting an image', zh: '删除镜像' },
    operation: deleteImage,
    source: table2,
  },
  {
    ...glance,
    name: 'addTag',
    label: { en: 'Tagging an image', zh: '添加标签' },
    operation: addTag,
    source: table2,
  },
  {
    ...glance,
    name: 'deleteTag',
    label: { en: 'Deleting an image tag', zh: '删除标签' },
    operation: deleteTag,
    source: table2,
  },
  {
    ...glance,
    name: 'addMember',
    label: { en: 'Adding a tenant that can use a shared image', zh: '添加镜像成员' },
    operation: addMember,
    source: table2,
  },
  {
    ...glance,
    name: 'updateMember',
    label: { en: 'Modifying information about a tenant that can use a shared image', zh: '修改镜像成员信息' },
    operation: updateMember,
    source: table2,
  },
  {
    ...glance,
    name: 'deleteMember',
    label: {
      en: 'Deleting a tenant from the group where the members can use a shared image',
      zh: '删除镜像成员',
    },
    operation: deleteMember,
    twins: ['deleteMemeber'],
    source: table2,
  },
];

/** Rows that only older editions have. */
const withdrawnEvents: readonly ImsEvent[] = [
  {
    ...withdrawn,
    name: 'addTag',
    label: { en: 'Adding a tag', zh: '增加标签' },
    operation: addTag,
    source: tagEditions,
  },
  {
    ...withdrawn,
    name: 'deleteTag',
    label: { en: 'Deleting a tag', zh: '删除标签' },
    operation: deleteTag,
    source: tagEditions,
  },
  {
    ...withdrawn,
    name: 'batchTagsAction',
    label: { en: 'Querying images by tag', zh: '按标签查询镜像' },
    operation: queryImagesByTag,
    source: editions2020,
  },
  {
    ...withdrawn,
    name: 'deleteMember',
    // Only the English guide has this row; the Chinese label is a translation
    label: { en: 'Deleting members in batches', zh: '批量删除成员' },
    operation: deleteMember,
    twins: ['deleteMemeber'],
    guide: {
      en: 'CTS user guide of Open Telekom Cloud, 2020 to early 2024, and IMS guide of cloud.ru',
      zh: 'Open Telekom Cloud 的《云审计服务用户指南》（2020 年至 2024 年初）和 cloud.ru 的 IMS 指南',
    },
    source: {
      en: 'CTS user guide of Open Telekom Cloud (2020 to early 2024) and IMS guide of cloud.ru; every edition of the IMS user guide of Huawei Cloud spells it deleteMemeber. The Chinese label is our translation',
      zh: 'Open Telekom Cloud 的《云审计服务用户指南》（2020 年至 2024 年初）和 cloud.ru 的 IMS 指南；华为云《镜像服务用户指南》各版均写作 deleteMemeber。中文名称为本项目的译文',
    },
  },
  imageFromServer,
  // The guide lists it under IMS, but as a disk operation it may be recorded for EVS as well
  { ...imageFromServer, service: 'EVS' },
];

/** Every row of the IMS tables: the two current tables first, then withdrawn rows. */
export const imsEvents: readonly ImsEvent[] = [...ownEvents, ...glanceEvents, ...withdrawnEvents];
