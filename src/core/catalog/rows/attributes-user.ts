import type { Attribute } from './row-types';

/**
 * The members of `user`, named by their path. Nothing inside `user` is checked, so they have no types; all but `id`,
 * `name` and `domain` are optional in every edition.
 */
export const userAttributes: readonly Attribute[] = [
  {
    name: 'user.id',
    meaning: { en: 'The user ID', zh: '用户 ID' },
    mandatory: false,
  },
  {
    name: 'user.name',
    meaning: {
      en: 'The user name; "<account>/<agency>" for an agency, "<identity provider>/<session>" for a federated user. "/op_service" is the same user with temporarily elevated permissions',
      zh: '用户名；委托为“<账号名>/<委托名>”，联邦用户为“<身份提供商>/<会话名>”。“/op_service”表示同一用户，权限被临时提升',
    },
    mandatory: false,
  },
  {
    name: 'user.user_name',
    meaning: { en: 'The user name, same as name', zh: '用户名，与 name 相同' },
    mandatory: false,
  },
  {
    name: 'user.domain',
    meaning: { en: 'The account that the user belongs to', zh: '用户所属的账号' },
    mandatory: false,
  },
  {
    name: 'user.domain.id',
    meaning: { en: 'The account ID', zh: '账号 ID' },
    mandatory: false,
  },
  {
    name: 'user.domain.name',
    meaning: { en: 'The account name', zh: '账号名' },
    mandatory: false,
  },
  {
    name: 'user.domain.xdomain_id',
    meaning: { en: 'An external ID of the account; seen only in 2019', zh: '账号的外部 ID；仅见于 2019 年' },
    mandatory: false,
  },
  {
    name: 'user.domain.xdomain_type',
    meaning: {
      en: 'The type of the external ID; seen only in 2019',
      zh: '外部 ID 的类型；仅见于 2019 年',
    },
    mandatory: false,
  },
  {
    name: 'user.type',
    meaning: {
      en: 'The identity type; absent for services not yet on IAM 5.0',
      zh: '身份类型；尚未接入 IAM 5.0 的云服务没有此字段',
    },
    mandatory: false,
    values: [
      { value: 'User', meaning: { en: 'an IAM user', zh: 'IAM 用户' } },
      {
        value: 'AssumedAgency',
        meaning: {
          en: 'an agency session; sign-ins through IAM Identity Center are also recorded as this type',
          zh: '委托会话；通过 IAM 身份中心登录时也记录为此类型',
        },
      },
      {
        value: 'ExternalUser',
        meaning: {
          en: 'a federated user who signed in through an identity provider',
          zh: '联邦用户，通过身份提供商登录',
        },
      },
    ],
  },
  {
    name: 'user.account_id',
    meaning: { en: 'The account ID', zh: '账号 ID' },
    mandatory: false,
  },
  {
    name: 'user.access_key_id',
    meaning: {
      en: 'The ID of the access key that signed the request; not the secret key',
      zh: '对请求签名所用的访问密钥 ID（AK），不是密钥本身（SK）',
    },
    mandatory: false,
  },
  {
    name: 'user.principal_id',
    meaning: {
      en: 'The ID of the acting identity: "<user ID>", "<agency ID>:<session>" or "<identity provider ID>:<session>"',
      zh: '操作者的身份 ID：“<用户 ID>”“<委托 ID>:<会话名>”或“<身份提供商 ID>:<会话名>”',
    },
    mandatory: false,
  },
  {
    name: 'user.principal_urn',
    meaning: {
      en: 'The URN of the acting identity: "iam::…:user:…" for a user, "sts::…:assumed-agency:…" for an agency, "sts::…:external-user:…" for a federated user',
      zh: '操作者的 URN：“iam::…:user:…”为用户，“sts::…:assumed-agency:…”为委托，“sts::…:external-user:…”为联邦用户',
    },
    mandatory: false,
  },
  {
    name: 'user.principal_is_root_user',
    meaning: {
      en: 'Whether the root user of the account acted, as a string',
      zh: '操作者是否为账号根用户（root），以字符串表示',
    },
    mandatory: false,
    values: [
      { value: 'true', meaning: { en: 'the root user', zh: '是账号根用户（root）' } },
      { value: 'false', meaning: { en: 'not the root user', zh: '不是账号根用户（root）' } },
    ],
  },
  {
    name: 'user.invoked_by',
    meaning: {
      en: 'The services that made the call on behalf of the user; "service.console" is the console',
      zh: '代用户发起请求的服务列表；“service.console”为管理控制台',
    },
    mandatory: false,
  },
  {
    name: 'user.session_context',
    meaning: { en: 'The session that used temporary credentials', zh: '使用临时凭证的会话' },
    mandatory: false,
  },
  {
    name: 'user.session_context.attributes',
    meaning: { en: 'The attributes of that session', zh: '会话的属性' },
    mandatory: false,
  },
  {
    name: 'user.session_context.attributes.created_at',
    meaning: {
      en: 'When the temporary credentials were issued: Unix time in milliseconds, as a string',
      zh: '临时凭证的签发时间：毫秒时间戳，以字符串表示',
    },
    mandatory: false,
  },
  {
    name: 'user.session_context.attributes.mfa_authenticated',
    meaning: {
      en: 'Whether the user signed in with MFA, as a string',
      zh: '登录时是否通过 MFA 认证，以字符串表示',
    },
    mandatory: false,
    values: [
      { value: 'true', meaning: { en: 'with MFA', zh: '已通过 MFA 认证' } },
      { value: 'false', meaning: { en: 'without MFA', zh: '未经 MFA 认证' } },
    ],
  },
  {
    name: 'user.assumedBy',
    meaning: {
      en: 'Who assumed this identity; in older editions',
      zh: '以该身份操作的实际用户；见于旧版文档',
    },
    mandatory: false,
  },
  {
    name: 'user.assumedBy.user',
    meaning: {
      en: 'The user who assumed this identity, with name, id and domain',
      zh: '实际操作的用户，含 name、id 和 domain',
    },
    mandatory: false,
  },
  {
    name: 'user.OriginUser',
    meaning: {
      en: 'The original user of the identity; documented, but not in the SDK',
      zh: '该身份的原始用户；文档中有，SDK 中没有',
    },
    mandatory: false,
  },
];
