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

/** The statuses of a member of a shared image. Sources: the Image API reference and the IMS API reference; wording ours. */
const memberStatuses: ReadonlyMap<string, Bilingual> = new Map([
  [
    'pending',
    {
      en: 'shared, not answered yet; the image is usable by its ID but not listed for the recipient',
      zh: '已共享、尚未答复；接收方列表中不显示，但可凭 ID 使用',
    },
  ],
  [
    'accepted',
    {
      en: 'accepted: listed for the recipient, who can now copy it as well',
      zh: '已接受：在接收方列表中显示，并且可以复制',
    },
  ],
  [
    'rejected',
    {
      en: 'declined: hidden from the recipient, who can still create servers from it but not copy it',
      zh: '已拒绝：在接收方列表中隐藏，仍可用来创建云服务器，但不能复制',
    },
  ],
]);

export function findMemberStatus(status: string): Bilingual | undefined {
  return memberStatuses.get(status);
}
