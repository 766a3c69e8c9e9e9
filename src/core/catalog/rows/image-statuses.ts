import type { Bilingual } from '../../text/localization';

/** The image statuses of Glance. Sources: the Glance code and the IMS API reference; wording ours. */
const imageStatuses: ReadonlyMap<string, Bilingual> = new Map([
  ['queued', { en: 'id reserved, no data yet', zh: '只占了 ID，还没有数据' }],
  ['saving', { en: 'bytes are being written to the back end', zh: '正在写入后端存储' }],
  ['uploading', { en: 'staged for import, not usable yet', zh: '已暂存，等待导入' }],
  ['importing', { en: 'import is running', zh: '正在导入' }],
  ['active', { en: 'ready to use', zh: '可用' }],
  ['deactivated', { en: 'kept, but non-admins cannot read the data', zh: '保留但普通用户读不到数据' }],
  [
    'killed',
    {
      en: 'upload failed (v1 leftover; v2 goes back to queued)',
      zh: '上传失败（v1 遗留，v2 会退回 queued）',
    },
  ],
  ['pending_delete', { en: 'deleted for users, data awaiting the scrubber', zh: '已删除，数据待清理' }],
  ['deleted', { en: 'record kept, image gone', zh: '记录还在，镜像已不可用' }],
]);

export function findImageStatus(status: string): Bilingual | undefined {
  return imageStatuses.get(status);
}
