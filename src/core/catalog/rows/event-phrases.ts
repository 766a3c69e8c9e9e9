import type { Bilingual } from '../../text/localization';

/** How a sentence says what an operation does. In a template, `{0}` is the resource. */
export interface EventPhrase {
  /** The kind of resource, before its name. */
  readonly noun: Bilingual;
  /** The resource when its name is unknown. */
  readonly anyResource: Bilingual;
  /** What was done; in English only the resource if the name of the event says the rest. */
  readonly done: Bilingual;
  /** What was tried: follows "tried" and 尝试. */
  readonly tried: Bilingual;
  /** The templates when it is known with whom the resource is shared, or no longer: `{1}`. */
  readonly withMembers?: Pick<EventPhrase, 'done' | 'tried'>;
}

/** For events without a phrase of their own. */
export const genericPhrase: Pick<EventPhrase, 'done' | 'tried'> = {
  done: { en: '{0}', zh: '操作了{0}' },
  tried: { en: 'this on {0}', zh: '操作{0}' },
};

interface Kind {
  readonly noun: Bilingual;
  readonly anyResource: Bilingual;
}

const image: Kind = { noun: { en: 'image', zh: '镜像' }, anyResource: { en: 'an image', zh: '镜像' } };
const tracker: Kind = {
  noun: { en: 'audit tracker', zh: '追踪器' },
  anyResource: { en: 'an audit tracker', zh: '追踪器' },
};
const notification: Kind = {
  noun: { en: 'audit notification', zh: '关键操作通知' },
  anyResource: { en: 'an audit notification', zh: '关键操作通知' },
};
const configuration: Kind = {
  noun: { en: 'audit configuration', zh: '审计配置' },
  anyResource: { en: 'the audit configuration', zh: '审计配置' },
};

/** A plain verb, which the English name of the event has as well. */
function phraseOf(kind: Kind, verb: Bilingual): EventPhrase {
  return {
    ...kind,
    done: { en: '{0}', zh: `${verb.zh}了{0}` },
    tried: { en: `to ${verb.en} {0}`, zh: `${verb.zh}{0}` },
  };
}

const create = { en: 'create', zh: '创建' };
const update = { en: 'update', zh: '修改' };
const remove = { en: 'delete', zh: '删除' };

const removeMember: EventPhrase = {
  ...image,
  done: { en: 'removed a member from {0}', zh: '移除了{0}的成员' },
  tried: { en: 'to remove a member from {0}', zh: '移除{0}的成员' },
  withMembers: {
    done: { en: 'removed member {1} from {0}', zh: '移除了{0}的成员{1}' },
    tried: { en: 'to remove member {1} from {0}', zh: '移除{0}的成员{1}' },
  },
};

const phrases: Readonly<Record<string, ReadonlyMap<string, EventPhrase>>> = {
  IMS: new Map([
    ['createImage', phraseOf(image, create)],
    ['updateImage', phraseOf(image, update)],
    ['deleteImage', phraseOf(image, remove)],
    ['copyImage', phraseOf(image, { en: 'copy', zh: '复制' })],
    ['exportImage', phraseOf(image, { en: 'export', zh: '导出' })],
    [
      'addMember',
      {
        ...image,
        done: { en: 'shared {0}', zh: '共享了{0}' },
        tried: { en: 'to share {0}', zh: '共享{0}' },
        withMembers: {
          done: { en: 'shared {0} with {1}', zh: '将{0}共享给{1}' },
          tried: { en: 'to share {0} with {1}', zh: '将{0}共享给{1}' },
        },
      },
    ],
    [
      'updateMember',
      {
        ...image,
        done: { en: 'changed the sharing of {0}', zh: '修改了{0}的共享' },
        tried: { en: 'to change the sharing of {0}', zh: '修改{0}的共享' },
        withMembers: {
          done: { en: 'changed the sharing of {0} with {1}', zh: '修改了{0}对{1}的共享' },
          tried: { en: 'to change the sharing of {0} with {1}', zh: '修改{0}对{1}的共享' },
        },
      },
    ],
    ['deleteMember', removeMember],
    ['deleteMemeber', removeMember],
    [
      'addTag',
      {
        ...image,
        done: { en: '{0}', zh: '添加了{0}的标签' },
        tried: { en: 'to add a tag to {0}', zh: '添加{0}的标签' },
      },
    ],
    [
      'deleteTag',
      {
        ...image,
        done: { en: '{0}', zh: '删除了{0}的标签' },
        tried: { en: 'to remove a tag from {0}', zh: '删除{0}的标签' },
      },
    ],
  ]),
  CTS: new Map([
    ['createTracker', phraseOf(tracker, create)],
    ['updateTracker', phraseOf(tracker, update)],
    ['deleteTracker', phraseOf(tracker, remove)],
    ['createNotification', phraseOf(notification, create)],
    ['updateNotification', phraseOf(notification, update)],
    ['deleteNotification', phraseOf(notification, remove)],
    [
      'updateNotificationStatus',
      {
        ...notification,
        done: { en: 'changed the status of {0}', zh: '修改了{0}的状态' },
        tried: { en: 'to change the status of {0}', zh: '修改{0}的状态' },
      },
    ],
    ['updateConfiguration', phraseOf(configuration, update)],
  ]),
};

/** `undefined` for events of other services, whose names alone do not say what the resource is. */
export function findEventPhrase(service: string, event: string): EventPhrase | undefined {
  const name = service.toUpperCase();
  return Object.hasOwn(phrases, name) ? phrases[name]?.get(event) : undefined;
}
