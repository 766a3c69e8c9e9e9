/** Names that people use for an event although no trace does. */
export interface EventAliases {
  /** The documented event name. */
  readonly name: string;
  /** The resource type meant; absent if it could be either. */
  readonly resourceType?: string;
  /**
   * Normalized as by `normalizeName`: official labels in Chinese and English, operations of the IMS SDK and of the
   * Glance client, plain synonyms.
   */
  readonly aliases: readonly string[];
}

/** Other documented names of the IMS operations, which are too far from the event names for the edit distance. */
export const imsAliases: readonly EventAliases[] = [
  {
    name: 'createImage',
    resourceType: 'ims',
    aliases: [
      '创建镜像',
      'creatinganimage',
      'createimageinsafemode',
      'importimagequick',
      'createdataimage',
      'createwholeimage',
    ],
  },
  { name: 'createImage', resourceType: 'image', aliases: ['glancecreateimagemetadata'] },
  { name: 'updateImage', resourceType: 'ims', aliases: ['修改镜像', 'modifyinganimage', 'registerimage'] },
  {
    name: 'updateImage',
    resourceType: 'image',
    aliases: ['修改镜像信息', '上传镜像', 'modifyinguploadinganimage', 'glanceupdateimage'],
  },
  { name: 'deleteImage', resourceType: 'ims', aliases: ['批量删除镜像', 'deletingimagesinabatch'] },
  {
    name: 'deleteImage',
    resourceType: 'image',
    aliases: ['删除镜像', 'deletinganimage', 'glancedeleteimage'],
  },
  {
    name: 'copyImage',
    resourceType: 'ims',
    aliases: [
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
    aliases: ['导出镜像', 'exportinganimage', 'exportimageinsafemode'],
  },
  {
    name: 'addMember',
    resourceType: 'ims',
    aliases: ['新增成员', 'addingatenantthatcanuseasharedimage', 'batchaddmembers'],
  },
  { name: 'addMember', resourceType: 'image', aliases: ['添加镜像成员', 'glanceaddimagemember'] },
  {
    name: 'updateMember',
    resourceType: 'ims',
    aliases: ['批量修改成员', 'modifyingtenantsthatcanuseasharedimage', 'batchupdatemembers'],
  },
  {
    name: 'updateMember',
    resourceType: 'image',
    aliases: [
      '修改镜像成员信息',
      'modifyinginformationaboutatenantthatcanuseasharedimage',
      'glanceupdateimagemember',
    ],
  },
  {
    name: 'deleteMemeber',
    resourceType: 'ims',
    aliases: [
      '批量删除成员',
      'deletingtenantsfromthegroupwherethememberscanuseasharedimage',
      'batchdeletemembers',
    ],
  },
  {
    name: 'deleteMember',
    resourceType: 'image',
    aliases: [
      '删除镜像成员',
      'deletingatenantfromthegroupwherethememberscanuseasharedimage',
      'glancedeleteimagemember',
    ],
  },
  { name: 'addTag', resourceType: 'image', aliases: ['添加标签', 'tagginganimage', 'glancecreatetag'] },
  {
    name: 'addTag',
    resourceType: 'ims',
    aliases: ['createorupdatetags', 'addimagetag', 'batchaddordeletetags'],
  },
  {
    name: 'deleteTag',
    resourceType: 'ims',
    aliases: ['batchaddordeletetags', 'deleteimagetag', 'batchdeletetags'],
  },
  {
    name: 'deleteTag',
    resourceType: 'image',
    aliases: ['删除标签', 'deletinganimagetag', 'glancedeletetag'],
  },
  { name: 'updateImage', aliases: ['uploadimage', 'modifyimage'] },
  { name: 'createImage', aliases: ['importimage'] },
  { name: 'addMember', aliases: ['shareimage', 'createmember'] },
  { name: 'deleteMember', aliases: ['removemember'] },
  { name: 'addTag', aliases: ['createtag'] },
  { name: 'deleteTag', aliases: ['removetag'] },
  { name: 'deleteImage', aliases: ['removeimage'] },
  { name: 'copyImage', aliases: ['replicateimage'] },
];
