import type { Bilingual } from '../../text/localization';

/** The image statuses of Glance. Sources: the Glance code and the IMS API reference; wording ours. */
const imageStatuses: ReadonlyMap<string, Bilingual> = new Map([
  ['queued', { en: 'ID reserved, no data yet', zh: '仅保留 ID，尚无数据' }],
  ['saving', { en: 'data is being written to the back end', zh: '正在写入后端存储' }],
  ['uploading', { en: 'staged for import, not usable yet', zh: '已暂存，等待导入' }],
  ['importing', { en: 'import is running', zh: '正在导入' }],
  ['active', { en: 'ready to use', zh: '可用' }],
  [
    'deactivated',
    { en: 'kept, but non-admins cannot read the data', zh: '镜像保留，但普通用户无法读取数据' },
  ],
  [
    'killed',
    {
      en: 'upload failed (v1 only; v2 goes back to queued)',
      zh: '上传失败（仅 v1；v2 恢复为 queued）',
    },
  ],
  [
    'pending_delete',
    { en: 'deleted for users; data not yet cleaned up', zh: '对用户而言已删除，数据待清理' },
  ],
  ['deleted', { en: 'record kept, image gone', zh: '记录保留，镜像已不可用' }],
]);

export function findImageStatus(status: string): Bilingual | undefined {
  return imageStatuses.get(status);
}

/** The statuses of a member of a shared image. Sources: the Image API reference and the IMS API reference; wording ours. */
const memberStatuses: ReadonlyMap<string, Bilingual> = new Map([
  [
    'pending',
    {
      en: 'shared but not yet answered; not listed for the recipient but usable by ID',
      zh: '已共享，接收方尚未接受或拒绝；在其列表中不显示，但可凭 ID 使用',
    },
  ],
  [
    'accepted',
    {
      en: 'accepted: listed for the recipient, who can now also copy it',
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
