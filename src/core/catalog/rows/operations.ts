import { createImage, deleteImage, updateImage } from './operations-image';
import { addMember, deleteMember, updateMember } from './operations-member';
import { addTag, deleteTag } from './operations-tag';
import { copyImage, exportImage } from './operations-transfer';
import type { Operation } from './row-types';

/** The ten operations of the two IMS tables, in the order of the tables. */
export const operations: readonly Operation[] = [
  createImage,
  updateImage,
  deleteImage,
  copyImage,
  exportImage,
  addMember,
  updateMember,
  deleteMember,
  addTag,
  deleteTag,
];
