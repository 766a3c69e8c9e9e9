/** Names that are not event names, with the event they stand for. */
export interface Alias {
  /** The documented event. */
  readonly name: string;
  /** The resource type it is meant on; absent where it could be either. */
  readonly resourceType?: string;
  /**
   * What people write instead, folded: official labels in Chinese and English, operations of the IMS SDK and of the
   * Glance client, plain synonyms.
   */
  readonly written: readonly string[];
}

/** The other documented names of the IMS operations, which no distance between spellings would find. */
export const imsAliases: readonly Alias[] = [
  {
    name: 'createImage',
    resourceType: 'ims',
    written: [
      '创建镜像',
      'creatinganimage',
      'createimageinsafemode',
      'importimagequick',
      'createdataimage',
      'createwholeimage',
    ],
  },
  { name: 'createImage', resourceType: 'image', written: ['glancecreateimagemetadata'] },
  { name: 'updateImage', resourceType: 'ims', written: ['修改镜像', 'modifyinganimage', 'registerimage'] },
  {
    name: 'updateImage',
    resourceType: 'image',
    written: ['修改镜像信息', '上传镜像', 'modifyinguploadinganimage', 'glanceupdateimage'],
  },
  { name: 'deleteImage', resourceType: 'ims', written: ['批量删除镜像', 'deletingimagesinabatch'] },
  {
    name: 'deleteImage',
    resourceType: 'image',
    written: ['删除镜像', 'deletinganimage', 'glancedeleteimage'],
  },
  {
    name: 'copyImage',
    resourceType: 'ims',
    written: [
      '复制镜像',
      'replicatinganimage',
      'copyimageinregion',
      'copyimageinregioninsafemode',
      'copyimagecrossregion',
    ],
  },
  {
    name: 'exportImage',
    resourceType: 'ims',
    written: ['导出镜像', 'exportinganimage', 'exportimageinsafemode'],
  },
  {
    name: 'addMember',
    resourceType: 'ims',
    written: ['新增成员', 'addingatenantthatcanuseasharedimage', 'batchaddmembers'],
  },
  { name: 'addMember', resourceType: 'image', written: ['添加镜像成员', 'glanceaddimagemember'] },
  {
    name: 'updateMember',
    resourceType: 'ims',
    written: ['批量修改成员', 'modifyingtenantsthatcanuseasharedimage', 'batchupdatemembers'],
  },
  {
    name: 'updateMember',
    resourceType: 'image',
    written: [
      '修改镜像成员信息',
      'modifyinginformationaboutatenantthatcanuseasharedimage',
      'glanceupdateimagemember',
    ],
  },
  {
    name: 'deleteMemeber',
    resourceType: 'ims',
    written: [
      '批量删除成员',
      'deletingtenantsfromthegroupwherethememberscanuseasharedimage',
      'batchdeletemembers',
    ],
  },
  {
    name: 'deleteMember',
    resourceType: 'image',
    written: [
      '删除镜像成员',
      'deletingatenantfromthegroupwherethememberscanuseasharedimage',
      'glancedeleteimagemember',
    ],
  },
  { name: 'addTag', resourceType: 'image', written: ['添加标签', 'tagginganimage', 'glancecreatetag'] },
  {
    name: 'addTag',
    resourceType: 'ims',
    written: ['createorupdatetags', 'addimagetag', 'batchaddordeletetags'],
  },
  {
    name: 'deleteTag',
    resourceType: 'ims',
    written: ['batchaddordeletetags', 'deleteimagetag', 'batchdeletetags'],
  },
  {
    name: 'deleteTag',
    resourceType: 'image',
    written: ['删除标签', 'deletinganimagetag', 'glancedeletetag'],
  },
  { name: 'updateImage', written: ['uploadimage', 'modifyimage'] },
  { name: 'createImage', written: ['importimage'] },
  { name: 'addMember', written: ['shareimage', 'createmember'] },
  { name: 'deleteMember', written: ['removemember'] },
  { name: 'addTag', written: ['createtag'] },
  { name: 'deleteTag', written: ['removetag'] },
  { name: 'deleteImage', written: ['removeimage'] },
  { name: 'copyImage', written: ['replicateimage'] },
];
