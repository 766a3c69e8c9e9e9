import { userAttributes } from './attributes-user';
import type { Attribute, AttributeValue } from './row-types';

const ratings: readonly AttributeValue[] = [
  { value: 'normal', meaning: { en: 'the operation succeeded', zh: '正常：操作成功' } },
  { value: 'warning', meaning: { en: 'the operation failed', zh: '警告：操作失败' } },
  {
    value: 'incident',
    meaning: {
      en: 'more severe than a failed operation, such as a node or service failure',
      zh: '事故：后果比操作失败更严重，例如节点或服务故障',
    },
  },
];

const origins: readonly AttributeValue[] = [
  { value: 'ConsoleAction', meaning: { en: 'performed in the console', zh: '通过管理控制台操作' } },
  {
    value: 'SystemAction',
    meaning: {
      en: 'triggered by the service itself; user and source_ip can be empty',
      zh: '由云服务自身触发；user 和 source_ip 可能为空',
    },
  },
  { value: 'ApiCall', meaning: { en: 'an API call', zh: '通过 API 调用' } },
  { value: 'ObsSDK', meaning: { en: 'on an OBS bucket, through an OBS SDK', zh: '通过 OBS SDK 操作桶' } },
  { value: 'ObsAPI', meaning: { en: 'on an OBS bucket, through the OBS API', zh: '通过 OBS API 操作桶' } },
  {
    value: 'Others',
    meaning: { en: 'on an OBS bucket, by other means', zh: '通过其他方式操作 OBS 桶' },
  },
];

/**
 * The fields of a trace: the union of all editions of the CTS user guide and API reference, the SDKs and published
 * samples. Only the six fields that the guide requires of every trace are mandatory: even the vendor's own samples lack
 * others. The types are those found in any edition or sample.
 */
const fieldAttributes: readonly Attribute[] = [
  {
    name: 'time',
    meaning: {
      en: 'When the event happened: Unix time in milliseconds; in older files and the console, a date with a time zone',
      zh: '事件产生的时间：毫秒时间戳；旧文件和控制台中为带时区的日期',
    },
    types: ['number', 'string'],
    mandatory: true,
  },
  {
    name: 'service_type',
    meaning: {
      en: 'The cloud service that the event comes from; mostly in upper case, such as IMS or ECS, but not always (FunctionGraph)',
      zh: '产生事件的云服务，多为大写，如 IMS、ECS；也有例外，如 FunctionGraph',
    },
    types: ['string'],
    mandatory: true,
  },
  {
    name: 'resource_type',
    meaning: {
      en: 'The type of resource; for IMS, "ims" marks its own operations and "image" those it triggers on Glance',
      zh: '资源类型；在 IMS 事件中，“ims”表示自身的操作，“image”表示它触发的 Glance 操作',
    },
    types: ['string'],
    mandatory: true,
  },
  {
    name: 'trace_name',
    meaning: {
      en: 'The operation; unique only in combination with service_type and resource_type',
      zh: '事件名称，即所执行的操作；须与 service_type、resource_type 组合才唯一',
    },
    types: ['string'],
    mandatory: true,
  },
  {
    name: 'trace_rating',
    meaning: {
      en: 'The outcome; independent of code, so a warning can have code 200. Called trace_status in older files (until about 2020 on Huawei Cloud, 2024 on Open Telekom Cloud)',
      zh: '事件级别，即操作结果；不由 code 决定，code 为 200 时也可能是 warning。旧文件中的键名为 trace_status（华为云约至 2020 年，Open Telekom Cloud 至 2024 年）',
    },
    types: ['string'],
    mandatory: true,
    olderName: 'trace_status',
    values: ratings,
  },
  {
    name: 'trace_status',
    meaning: {
      en: 'The older name of trace_rating, used until about 2020 on Huawei Cloud and 2024 on Open Telekom Cloud; some newer records have both',
      zh: 'trace_rating 的旧名，华为云用到约 2020 年，Open Telekom Cloud 用到 2024 年；部分较新的事件两者都有',
    },
    types: ['string'],
    mandatory: false,
    values: ratings,
  },
  {
    name: 'trace_type',
    meaning: {
      en: 'How the operation was triggered. Not to be confused with the API filter of the same name (system or data), which is event_type',
      zh: '操作类型（由控制台、API 还是系统触发）。不同于 API 中同名的过滤条件（system 或 data），后者对应 event_type',
    },
    types: ['string'],
    mandatory: true,
    values: origins,
  },
  {
    name: 'record_time',
    meaning: {
      en: 'When CTS recorded the event; usually, but not always, later than time',
      zh: 'CTS 记录事件的时间；通常晚于 time，但不一定',
    },
    types: ['number', 'string'],
    mandatory: false,
  },
  {
    name: 'trace_id',
    meaning: {
      en: 'The trace ID; in all published traces a version 1 UUID with the time of recording (not documented). CTS can deliver a trace twice',
      zh: '事件 ID；已公开的事件中均为版本 1 的 UUID，含记录时间（文档没有说明）。CTS 可能重复投递同一事件',
    },
    types: ['string'],
    mandatory: false,
  },
  {
    name: 'user',
    meaning: {
      en: 'The user who performed the operation; an object, or in files from OBS and LTS a string of JSON; can be empty for system-triggered events',
      zh: '操作用户；对象，在 OBS、LTS 的文件中为内含 JSON 的字符串；系统触发的事件中可能为空',
    },
    types: ['object', 'string'],
    mandatory: false,
  },
  {
    name: 'request',
    meaning: {
      en: 'The request body, an object or a string of JSON; CTS cuts it at 5,000 characters',
      zh: '操作的请求内容；对象，或内含 JSON 的字符串；CTS 最多保留 5,000 个字符',
    },
    types: ['string', 'object', 'array'],
    mandatory: false,
  },
  {
    name: 'response',
    meaning: {
      en: 'The response body, an object or a string of JSON; CTS cuts it at 5,000 characters',
      zh: '操作的响应内容；对象，或内含 JSON 的字符串；CTS 最多保留 5,000 个字符',
    },
    types: ['string', 'object', 'array'],
    mandatory: false,
  },
  {
    name: 'message',
    meaning: {
      en: 'Remarks from the service, as plain text or JSON; often gives the reason for a failure; CTS cuts it at 5,000 characters',
      zh: '云服务添加的备注信息；普通文本或 JSON，操作失败时往往写明原因；CTS 最多保留 5,000 个字符',
    },
    types: ['string', 'object', 'array'],
    mandatory: false,
  },
  {
    name: 'code',
    meaning: {
      en: 'The HTTP status of the response, as a number or a string; 0 also occurs',
      zh: '响应的 HTTP 返回码；数字或字符串，也可能为 0',
    },
    types: ['string', 'number'],
    mandatory: false,
  },
  {
    name: 'source_ip',
    meaning: {
      en: 'The IP address that the operation came from; empty for system-triggered events',
      zh: '发起操作的源 IP 地址；系统触发的事件中为空',
    },
    types: ['string'],
    mandatory: false,
  },
  {
    name: 'resource_name',
    meaning: { en: 'The resource name', zh: '资源名称' },
    types: ['string', 'number'],
    mandatory: false,
  },
  {
    name: 'resource_id',
    meaning: { en: 'The resource ID; can be empty', zh: '资源 ID；可能为空' },
    types: ['string', 'number', 'object'],
    mandatory: false,
  },
  {
    name: 'resource_account_id',
    meaning: {
      en: 'The account that owns the resource, if different from the caller’s account',
      zh: '资源所属账号的 ID，用于跨账号操作',
    },
    types: ['string'],
    mandatory: false,
  },
  {
    name: 'resource_url',
    meaning: {
      en: 'A link to the resource details page, without the endpoint; no longer in the trace structure documentation, but still in the API',
      zh: '云资源详情页面的访问链接，不含 endpoint；新版事件结构文档已不列出，API 中仍有',
    },
    types: ['string'],
    mandatory: false,
  },
  {
    name: 'project_id',
    meaning: { en: 'The project that the event belongs to', zh: '事件所属的项目 ID' },
    types: ['string'],
    mandatory: false,
  },
  {
    name: 'domain_id',
    meaning: { en: 'The account that the event belongs to', zh: '事件所属的账号 ID' },
    types: ['string'],
    mandatory: false,
  },
  {
    name: 'enterprise_project_id',
    meaning: {
      en: 'The enterprise project of the resource; mandatory according to newer documentation, but missing from its own samples',
      zh: '资源所属的企业项目 ID；新版文档标为必选，但其样例中也没有',
    },
    types: ['string', 'number'],
    mandatory: false,
  },
  {
    name: 'event_type',
    meaning: {
      en: 'The category of the event; "system" and "global" occur (values not documented)',
      zh: '事件类别；已见取值“system”“global”（文档未列出）',
    },
    types: ['string'],
    mandatory: false,
  },
  {
    name: 'read_only',
    meaning: {
      en: 'Whether the operation is read-only; a boolean or a string',
      zh: '是否为只读操作；布尔值或字符串',
    },
    types: ['boolean', 'string'],
    mandatory: false,
  },
  {
    name: 'tracker_name',
    meaning: {
      en: 'The tracker that recorded the event: "system" or a data tracker',
      zh: '记录该事件的追踪器：“system”或数据类追踪器的名称',
    },
    types: ['string'],
    mandatory: false,
  },
  {
    name: 'operation_id',
    meaning: {
      en: 'The service’s own name for the operation; often missing, and not always the same as trace_name',
      zh: '云服务自身的操作标识；常常缺失，也不一定与 trace_name 一致',
    },
    types: ['string'],
    mandatory: false,
  },
  {
    name: 'request_id',
    meaning: {
      en: 'The request ID; "req-" followed by a UUID is an OpenStack request ID, from any OpenStack service',
      zh: '请求 ID；“req-”加 UUID 是 OpenStack 的请求 ID，各 OpenStack 服务均可能生成',
    },
    types: ['string'],
    mandatory: false,
  },
  {
    name: 'api_version',
    meaning: { en: 'The version of the API that was called', zh: '所调用 API 的版本' },
    types: ['string', 'number'],
    mandatory: false,
  },
  {
    name: 'endpoint',
    meaning: {
      en: 'The address of the resource details page; no longer in the trace structure documentation, but still in the API',
      zh: '云资源详情页面的地址；新版事件结构文档已不列出，API 中仍有',
    },
    types: ['string'],
    mandatory: false,
  },
  {
    name: 'location_info',
    meaning: {
      en: 'Information for locating the fault after a failed request; no longer in the trace structure documentation, but still in the API',
      zh: '请求出错后用于定位问题的辅助信息；新版事件结构文档已不列出，API 中仍有',
    },
    types: ['string', 'object'],
    mandatory: false,
  },
  {
    name: 'user_agent',
    meaning: {
      en: 'The client program that made the request (User-Agent); documented only for OBS data events',
      zh: '发起请求的客户端程序（User-Agent）；文档只对 OBS 数据类事件列出此字段',
    },
    types: ['string'],
    mandatory: false,
  },
  {
    name: 'content_length',
    meaning: { en: 'The length of the request body; OBS only', zh: '请求消息体的长度；仅 OBS' },
    types: ['number', 'string'],
    mandatory: false,
  },
  {
    name: 'total_time',
    meaning: {
      en: 'How long the request took; OBS only, unit not documented',
      zh: '请求耗时；仅 OBS，单位未见文档说明',
    },
    types: ['number', 'string'],
    mandatory: false,
  },
];

/** Every known field, the members of `user` last. */
export const attributes: readonly Attribute[] = [...fieldAttributes, ...userAttributes];

const attributesByName = new Map(attributes.map((attribute) => [attribute.name, attribute]));

/** @param name the key, or a path such as `user.name` for a member of `user` */
export function findAttribute(name: string): Attribute | undefined {
  return attributesByName.get(name);
}
