/**
 * What people type for an operation although neither its event name nor its official label says it: the terms of the
 * console and of the guides. By the id of the operation.
 */
export const searchWords: Readonly<Record<string, readonly string[]>> = {
  createImage: [
    '制作镜像',
    '创建私有镜像',
    '导入镜像',
    '整机镜像',
    '数据盘镜像',
    '系统盘镜像',
    'import an image',
  ],
  updateImage: ['修改镜像属性', '上传镜像文件', '停用镜像', '激活镜像', 'deactivate', 'reactivate', 'upload'],
  deleteImage: ['删除私有镜像', 'remove an image'],
  copyImage: ['跨区域复制镜像', '区域内复制镜像', '复制共享镜像', '加密镜像', 'cross-region copy'],
  exportImage: ['导出镜像到 OBS 桶', '下载镜像', 'download an image'],
  addMember: ['共享镜像', '添加共享成员', 'share an image'],
  updateMember: ['接受共享镜像', '拒绝共享镜像', 'accept a shared image', 'reject a shared image'],
  deleteMember: ['取消共享镜像', '停止共享镜像', 'unshare', 'stop sharing an image'],
  addTag: ['镜像标签', '打标签'],
  deleteTag: ['镜像标签', '移除标签'],
};
