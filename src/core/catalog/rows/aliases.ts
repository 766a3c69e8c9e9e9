/** Names that people use for an event although no trace does. */
export interface EventAliases {
  /** The documented event name. */
  readonly name: string;
  /** The resource type meant; absent if it could be either. */
  readonly resourceType?: string;
  /** Normalized as by `normalizeName`: official labels in Chinese and English, plain synonyms. */
  readonly aliases: readonly string[];
  /** Operations of the IMS API, normalized, that probably leave this event: inferred, no document says so. */
  readonly apiOperations?: readonly string[];
}

/** Other documented names of the IMS operations, which are too far from the event names for the edit distance. */
export const imsAliases: readonly EventAliases[] = [
  {
    name: 'createImage',
    resourceType: 'ims',
    aliases: ['创建镜像', 'creatinganimage'],
    apiOperations: [
      'createimageinsafemode',
      'createwholeimage',
      'createdataimage',
      'createdataimageinsafemode',
      'importimagequick',
      'importimagequickinsafemode',
    ],
  },
  { name: 'createImage', resourceType: 'image', aliases: [], apiOperations: ['glancecreateimagemetadata'] },
  { name: 'updateImage', resourceType: 'ims', aliases: ['修改镜像', 'modifyinganimage'] },
  {
    name: 'updateImage',
    resourceType: 'image',
    aliases: ['修改镜像信息', '上传镜像', 'modifyinguploadinganimage'],
    apiOperations: ['glanceupdateimage'],
  },
  { name: 'deleteImage', resourceType: 'ims', aliases: ['批量删除镜像', 'deletingimagesinabatch'] },
  {
    name: 'deleteImage',
    resourceType: 'image',
    aliases: ['删除镜像', 'deletinganimage'],
    apiOperations: ['glancedeleteimage'],
  },
  {
    name: 'copyImage',
    resourceType: 'ims',
    aliases: ['复制镜像', 'replicatinganimage'],
    apiOperations: ['copyimageinregion', 'copyimageinregioninsafemode', 'copyimagecrossregion'],
  },
  {
    name: 'exportImage',
    resourceType: 'ims',
    aliases: ['导出镜像', 'exportinganimage'],
    apiOperations: ['exportimageinsafemode'],
  },
  {
    name: 'addMember',
    resourceType: 'ims',
    aliases: ['新增成员', 'addingatenantthatcanuseasharedimage'],
    apiOperations: ['batchaddmembers'],
  },
  {
    name: 'addMember',
    resourceType: 'image',
    aliases: ['添加镜像成员'],
    apiOperations: ['glanceaddimagemember'],
  },
  {
    name: 'updateMember',
    resourceType: 'ims',
    aliases: ['批量修改成员', 'modifyingtenantsthatcanuseasharedimage'],
    apiOperations: ['batchupdatemembers'],
  },
  {
    name: 'updateMember',
    resourceType: 'image',
    aliases: ['修改镜像成员信息', 'modifyinginformationaboutatenantthatcanuseasharedimage'],
    apiOperations: ['glanceupdateimagemember'],
  },
  {
    name: 'deleteMemeber',
    resourceType: 'ims',
    aliases: ['批量删除成员', 'deletingtenantsfromthegroupwherethememberscanuseasharedimage'],
    apiOperations: ['batchdeletemembers'],
  },
  {
    name: 'deleteMember',
    resourceType: 'image',
    aliases: ['删除镜像成员', 'deletingatenantfromthegroupwherethememberscanuseasharedimage'],
    apiOperations: ['glancedeleteimagemember'],
  },
  {
    name: 'addTag',
    resourceType: 'image',
    aliases: ['添加标签', 'tagginganimage'],
    apiOperations: ['glancecreatetag'],
  },
  {
    name: 'deleteTag',
    resourceType: 'image',
    aliases: ['删除标签', 'deletinganimagetag'],
    apiOperations: ['glancedeletetag'],
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

/** Operations of the IMS API, normalized, of which nobody documents what event they leave, if any. */
export const unmappedApiOperations: readonly string[] = [
  'registerimage',
  'createorupdatetags',
  'addimagetag',
  'batchaddordeletetags',
  'deleteimagetag',
  'batchdeletetags',
  'listimagebytags',
];
