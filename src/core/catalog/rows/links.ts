/** The Image API reference, for every Glance call whose own section has no address seen in a source. */
export const imageApi = 'https://docs.openstack.org/api-ref/image/v2/index.html';

/** Image import, with the methods `glance-direct`, `copy-image` and `glance-download`. */
export const imageApiImport = `${imageApi}#interoperable-image-import`;

const imsApiZh = 'https://support.huaweicloud.com/api-ims';
const imsApiEn = 'https://support.huaweicloud.com/intl/en-us/api-ims';

/** Pages of the IMS API reference. Only addresses seen in a source are listed; the others could merely be guessed. */
export const imsPages = {
  createImage: { zh: `${imsApiZh}/ims_03_0603.html`, en: `${imsApiEn}/ims_03_0603.html` },
  createImageInSafeMode: { en: `${imsApiEn}/ims_03_0603_1.html` },
  updateImage: { zh: `${imsApiZh}/ims_03_0604.html` },
  createDataImageInSafeMode: { en: `${imsApiEn}/ims_03_0606_1.html` },
  importImageQuickInSafeMode: { en: `${imsApiEn}/ims_03_0605_1.html` },
  importImageQuick: { zh: `${imsApiZh}/ims_03_0605.html` },
  registerImage: { zh: `${imsApiZh}/ims_03_0608.html` },
  exportImage: { zh: `${imsApiZh}/ims_03_0609.html` },
  exportImageInSafeMode: { en: `${imsApiEn}/ims_03_0609_1.html` },
  createOrUpdateTags: { zh: `${imsApiZh}/ims_03_0612.html`, en: `${imsApiEn}/ims_03_0612.html` },
  batchAddOrDeleteTags: { zh: `${imsApiZh}/ims_03_0617.html`, en: `${imsApiEn}/ims_03_0617.html` },
  addImageTag: { zh: `${imsApiZh}/ims_03_0618.html` },
  deleteImageTag: { zh: `${imsApiZh}/ims_03_0619.html`, en: `${imsApiEn}/ims_03_0619.html` },
  batchDeleteMembers: { zh: `${imsApiZh}/ims_03_0623.html` },
  batchAddMembers: { zh: `${imsApiZh}/ims_03_0624.html`, en: `${imsApiEn}/ims_03_0624.html` },
  batchUpdateMembers: { zh: `${imsApiZh}/ims_03_0625.html` },
  copyImageInRegion: { zh: `${imsApiZh}/ims_03_0627.html` },
  copyImageInRegionInSafeMode: { en: `${imsApiEn}/ims_03_0627_1.html` },
  batchDeleteTags: { zh: `${imsApiZh}/ims_03_0662.html`, en: `${imsApiEn}/ims_03_0662.html` },
  copyImageCrossRegion: { en: `${imsApiEn}/ims_03_0628.html` },
  glanceUpdateImage: { zh: `${imsApiZh}/ims_03_0704.html` },
  glanceUploadImage: { zh: `${imsApiZh}/ims_03_0705.html`, en: `${imsApiEn}/ims_03_0705.html` },
  glanceDeleteImage: { zh: `${imsApiZh}/ims_03_0706.html`, en: `${imsApiEn}/ims_03_0706.html` },
  glanceCreateImage: { zh: `${imsApiZh}/ims_03_0707.html`, en: `${imsApiEn}/ims_03_0707.html` },
  deleteImageV1: { zh: `${imsApiZh}/ims_03_0708.html` },
  glanceCreateTag: { zh: `${imsApiZh}/ims_03_0712.html`, en: `${imsApiEn}/ims_03_0712.html` },
  glanceDeleteTag: { zh: `${imsApiZh}/ims_03_0713.html` },
  glanceAddMember: { zh: `${imsApiZh}/ims_03_0720.html` },
  glanceUpdateMember: { zh: `${imsApiZh}/ims_03_0721.html` },
  glanceDeleteMember: { zh: `${imsApiZh}/ims_03_0724.html`, en: `${imsApiEn}/ims_03_0724.html` },
} as const;
