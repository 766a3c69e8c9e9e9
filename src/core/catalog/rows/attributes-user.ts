import type { Attribute } from './row-types';

/**
 * The members of `user`, named by their path. Nothing inside `user` is checked, so they have no types; all but `id`,
 * `name` and `domain` are optional in every edition.
 */
export const userAttributes: readonly Attribute[] = [
  {
    name: 'user.id',
    meaning: { en: 'the id of the user', zh: '用户 ID' },
    mandatory: false,
  },
  {
    name: 'user.name',
    meaning: {
      en: 'the name of the user; an agency is "<account>/<agency>", a federated user "<identity provider>/<session>"; "/op_service" is the same user with temporarily elevated permissions',
      zh: '用户名；委托写作“<账号名>/<委托名>”，联邦用户写作“<身份提供商>/<会话名>”；“/op_service”为同一用户，权限被临时提升',
    },
    mandatory: false,
  },
  {
    name: 'user.user_name',
    meaning: { en: 'the name of the user, as in name', zh: '用户名，同 name' },
    mandatory: false,
  },
  {
    name: 'user.domain',
    meaning: { en: 'the account of the user', zh: '用户所属的账号' },
    mandatory: false,
  },
  {
    name: 'user.domain.id',
    meaning: { en: 'the id of the account', zh: '账号 ID' },
    mandatory: false,
  },
  {
    name: 'user.domain.name',
    meaning: { en: 'the name of the account', zh: '账号名' },
    mandatory: false,
  },
  {
    name: 'user.domain.xdomain_id',
    meaning: { en: 'an outside id of the account; seen in 2019 only', zh: '账号的外部 ID；仅见于 2019 年' },
    mandatory: false,
  },
  {
    name: 'user.domain.xdomain_type',
    meaning: {
      en: 'where the outside id comes from; seen in 2019 only',
      zh: '外部 ID 的类型；仅见于 2019 年',
    },
    mandatory: false,
  },
  {
    name: 'user.type',
    meaning: {
      en: 'the identity type; services not yet on IAM 5.0 leave it out',
      zh: '身份类型；尚未接入 IAM 5.0 的云服务不填',
    },
    mandatory: false,
    values: [
      { value: 'User', meaning: { en: 'an IAM user', zh: 'IAM 用户' } },
      {
        value: 'AssumedAgency',
        meaning: {
          en: 'an agency session; a sign-in through IAM Identity Center is recorded so, too',
          zh: '委托会话；通过 IAM 身份中心登录的也记录为此类型',
        },
      },
      {
        value: 'ExternalUser',
        meaning: {
          en: 'a federated user, signed in through an identity provider',
          zh: '联邦用户，通过身份提供商登录',
        },
      },
    ],
  },
  {
    name: 'user.account_id',
    meaning: { en: 'the id of the account', zh: '账号 ID' },
    mandatory: false,
  },
  {
    name: 'user.access_key_id',
    meaning: {
      en: 'the id of the access key that signed the request; an id, not the secret',
      zh: '签名请求所用访问密钥的 ID；只是 ID，不是密钥本身',
    },
    mandatory: false,
  },
  {
    name: 'user.principal_id',
    meaning: {
      en: 'the id of the identity that acted: "<user id>", "<agency id>:<session>" or "<identity provider id>:<session>"',
      zh: '操作者的身份 ID：“<用户 ID>”“<委托 ID>:<会话名>”或“<身份提供商 ID>:<会话名>”',
    },
    mandatory: false,
  },
  {
    name: 'user.principal_urn',
    meaning: {
      en: 'the identity that acted: "iam::…:user:…" a user, "sts::…:assumed-agency:…" an agency, "sts::…:external-user:…" a federated user',
      zh: '操作者的 URN：“iam::…:user:…”为用户，“sts::…:assumed-agency:…”为委托，“sts::…:external-user:…”为联邦用户',
    },
    mandatory: false,
  },
  {
    name: 'user.principal_is_root_user',
    meaning: {
      en: 'whether the root user of the account acted; a string',
      zh: '操作者是否为账号根用户；字符串',
    },
    mandatory: false,
    values: [
      { value: 'true', meaning: { en: 'the root user', zh: '账号根用户' } },
      { value: 'false', meaning: { en: 'not the root user', zh: '不是账号根用户' } },
    ],
  },
  {
    name: 'user.invoked_by',
    meaning: {
      en: 'the services that called on behalf of the user; "service.console" is the console',
      zh: '代用户发起请求的服务列表；“service.console”为管理控制台',
    },
    mandatory: false,
  },
  {
    name: 'user.session_context',
    meaning: { en: 'the session with temporary credentials', zh: '使用临时凭证的会话' },
    mandatory: false,
  },
  {
    name: 'user.session_context.attributes',
    meaning: { en: 'the attributes of that session', zh: '会话的属性' },
    mandatory: false,
  },
  {
    name: 'user.session_context.attributes.created_at',
    meaning: {
      en: 'when the temporary credentials were issued: milliseconds since 1970-01-01 UTC, as a string',
      zh: '临时凭证的签发时间：自 1970-01-01 UTC 起的毫秒数，字符串',
    },
    mandatory: false,
  },
  {
    name: 'user.session_context.attributes.mfa_authenticated',
    meaning: {
      en: 'whether the user signed in with MFA; a string',
      zh: '登录时是否通过了 MFA 认证；字符串',
    },
    mandatory: false,
    values: [
      { value: 'true', meaning: { en: 'with MFA', zh: '已通过 MFA 认证' } },
      { value: 'false', meaning: { en: 'without MFA', zh: '未通过 MFA 认证' } },
    ],
  },
  {
    name: 'user.assumedBy',
    meaning: { en: 'who assumed this identity; in older editions', zh: '以该身份操作的实际用户；见于旧版' },
    mandatory: false,
  },
  {
    name: 'user.assumedBy.user',
    meaning: {
      en: 'the user who assumed this identity, with name, id and domain',
      zh: '实际操作的用户，含 name、id 和 domain',
    },
    mandatory: false,
  },
  {
    name: 'user.OriginUser',
    meaning: {
      en: 'the user behind the identity; documented, not in the SDK',
      zh: '身份背后的原始用户；文档中有，SDK 中没有',
    },
    mandatory: false,
  },
];
