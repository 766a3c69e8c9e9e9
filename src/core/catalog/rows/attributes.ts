import { userAttributes } from './attributes-user';
import type { Attribute, AttributeValue } from './row-types';

const ratings: readonly AttributeValue[] = [
  { value: 'normal', meaning: { en: 'the operation succeeded', zh: '正常：操作成功' } },
  { value: 'warning', meaning: { en: 'the operation failed', zh: '警告：操作失败' } },
  {
    value: 'incident',
    meaning: {
      en: 'more severe than a failed operation, such as a node or service breakdown',
      zh: '事故：比操作失败更严重，例如节点或服务故障',
    },
  },
];

const origins: readonly AttributeValue[] = [
  { value: 'ConsoleAction', meaning: { en: 'done in the console', zh: '通过管理控制台操作' } },
  {
    value: 'SystemAction',
    meaning: {
      en: 'triggered by the service itself; user and source_ip may be empty',
      zh: '由服务自身触发；user 和 source_ip 可以为空',
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
      en: 'when the event happened: milliseconds since 1970-01-01 UTC; older files and the console write a date with its time zone',
      zh: '事件产生的时间：自 1970-01-01 UTC 起的毫秒数；旧文件和控制台写成带时区的日期',
    },
    types: ['number', 'string'],
    mandatory: true,
  },
  {
    name: 'service_type',
    meaning: {
      en: 'the cloud service the event comes from, mostly in upper case: IMS, ECS, but also FunctionGraph',
      zh: '产生事件的云服务，多为大写，如 IMS、ECS，也有 FunctionGraph 这样的写法',
    },
    types: ['string'],
    mandatory: true,
  },
  {
    name: 'resource_type',
    meaning: {
      en: 'the kind of resource; for IMS, "ims" is its own operations and "image" those it triggers on Glance',
      zh: '资源类型；对 IMS 而言，“ims”是自身的操作，“image”是它触发的 Glance 操作',
    },
    types: ['string'],
    mandatory: true,
  },
  {
    name: 'trace_name',
    meaning: {
      en: 'the operation; unique only together with service_type and resource_type',
      zh: '事件名称，即所做的操作；与 service_type、resource_type 一起才唯一',
    },
    types: ['string'],
    mandatory: true,
  },
  {
    name: 'trace_rating',
    meaning: {
      en: 'the outcome; the code does not decide it, a warning with code 200 is real. Older files call it trace_status (until about 2020 on Huawei Cloud, 2024 on Open Telekom Cloud)',
      zh: '事件级别，即操作结果；它不由 code 决定，code 为 200 的 warning 确实存在。旧文件中的键名为 trace_status（华为云约至 2020 年，Open Telekom Cloud 至 2024 年）',
    },
    types: ['string'],
    mandatory: true,
    olderName: 'trace_status',
    values: ratings,
  },
  {
    name: 'trace_status',
    meaning: {
      en: 'the older name of trace_rating, in use until about 2020 on Huawei Cloud and 2024 on Open Telekom Cloud; some newer records have both',
      zh: 'trace_rating 的旧名，华为云用到约 2020 年，Open Telekom Cloud 用到 2024 年；有些较新的事件两者都有',
    },
    types: ['string'],
    mandatory: false,
    values: ratings,
  },
  {
    name: 'trace_type',
    meaning: {
      en: 'how the operation was made. Not the filter of the same name in the API (system or data): that is event_type',
      zh: '操作类型（由控制台、API 还是系统触发）。不同于 API 中同名的过滤条件（system 或 data），后者对应 event_type',
    },
    types: ['string'],
    mandatory: true,
    values: origins,
  },
  {
    name: 'record_time',
    meaning: {
      en: 'when CTS recorded the event; mostly later than time, but not always',
      zh: 'CTS 记录事件的时间；多数晚于 time，但不一定',
    },
    types: ['number', 'string'],
    mandatory: false,
  },
  {
    name: 'trace_id',
    meaning: {
      en: 'the id of the trace; in all published traces a version 1 UUID whose clock is the time of recording, which is not documented. CTS can deliver a trace twice',
      zh: '事件 ID；已公开的事件中均为版本 1 的 UUID，其时钟即记录时间，但文档没有说明。CTS 可能重复投递同一事件',
    },
    types: ['string'],
    mandatory: false,
  },
  {
    name: 'user',
    meaning: {
      en: 'who did it; an object, or a text holding JSON in files from OBS and LTS; may be empty where the system acted',
      zh: '操作用户；是对象，在 OBS、LTS 文件中是内含 JSON 的文本；系统触发的事件可以为空',
    },
    types: ['object', 'string'],
    mandatory: false,
  },
  {
    name: 'request',
    meaning: {
      en: 'the body of the request; an object or a string of JSON; CTS cuts it at 5,000 characters',
      zh: '操作的请求内容；对象，或内含 JSON 的字符串；CTS 最多保留 5,000 个字符',
    },
    types: ['string', 'object', 'array'],
    mandatory: false,
  },
  {
    name: 'response',
    meaning: {
      en: 'the body of the response; an object or a string of JSON; CTS cuts it at 5,000 characters',
      zh: '操作的响应内容；对象，或内含 JSON 的字符串；CTS 最多保留 5,000 个字符',
    },
    types: ['string', 'object', 'array'],
    mandatory: false,
  },
  {
    name: 'message',
    meaning: {
      en: 'remarks of the service; plain text or JSON, says more where an operation failed; CTS cuts it at 5,000 characters',
      zh: '其他云服务添加的备注信息；普通文本或 JSON，操作失败时往往写明原因；CTS 最多保留 5,000 个字符',
    },
    types: ['string', 'object', 'array'],
    mandatory: false,
  },
  {
    name: 'code',
    meaning: {
      en: 'the HTTP status of the response; a number or a text, 0 is seen, too',
      zh: '响应的 HTTP 返回码；数字或文本，也见过 0',
    },
    types: ['string', 'number'],
    mandatory: false,
  },
  {
    name: 'source_ip',
    meaning: {
      en: 'the address the operation came from; empty where the system acted',
      zh: '发起操作的源 IP 地址；系统触发的事件为空',
    },
    types: ['string'],
    mandatory: false,
  },
  {
    name: 'resource_name',
    meaning: { en: 'the name of the resource', zh: '资源名称' },
    types: ['string', 'number'],
    mandatory: false,
  },
  {
    name: 'resource_id',
    meaning: { en: 'the id of the resource; may be empty', zh: '资源 ID；可以为空' },
    types: ['string', 'number', 'object'],
    mandatory: false,
  },
  {
    name: 'resource_account_id',
    meaning: {
      en: 'the account that owns the resource, where it is another one than the caller’s',
      zh: '资源所属账号的 ID，用于跨租户操作',
    },
    types: ['string'],
    mandatory: false,
  },
  {
    name: 'resource_url',
    meaning: {
      en: 'the link to the details of the resource, without the endpoint; gone from newer structure pages, still in the API',
      zh: '云资源详情页面的访问链接，不含 endpoint；新版事件结构页已不列出，API 中仍有',
    },
    types: ['string'],
    mandatory: false,
  },
  {
    name: 'project_id',
    meaning: { en: 'the project the event belongs to', zh: '事件所属的项目 ID' },
    types: ['string'],
    mandatory: false,
  },
  {
    name: 'domain_id',
    meaning: { en: 'the account the event belongs to', zh: '事件所属的账号 ID' },
    types: ['string'],
    mandatory: false,
  },
  {
    name: 'enterprise_project_id',
    meaning: {
      en: 'the enterprise project of the resource; called mandatory in newer editions, missing in their own samples',
      zh: '资源所属的企业项目 ID；新版文档称必选，但其样例中也没有',
    },
    types: ['string', 'number'],
    mandatory: false,
  },
  {
    name: 'event_type',
    meaning: {
      en: 'the kind of event; "system" and "global" are seen, no list of the values is documented',
      zh: '事件的类别；见过“system”和“global”，文档没有列出取值',
    },
    types: ['string'],
    mandatory: false,
  },
  {
    name: 'read_only',
    meaning: {
      en: 'whether the operation only reads; true or false, also as text',
      zh: '是否为只读操作；true 或 false，也可能是文本',
    },
    types: ['boolean', 'string'],
    mandatory: false,
  },
  {
    name: 'tracker_name',
    meaning: {
      en: 'the tracker that recorded the event: "system" or a data tracker',
      zh: '记录该事件的追踪器：“system”或数据类追踪器的名称',
    },
    types: ['string'],
    mandatory: false,
  },
  {
    name: 'operation_id',
    meaning: {
      en: 'the operation in the service’s own terms; often missing, and not always that of trace_name',
      zh: '云服务自己的操作标识；常常缺失，也不一定与 trace_name 一致',
    },
    types: ['string'],
    mandatory: false,
  },
  {
    name: 'request_id',
    meaning: {
      en: 'the id of the request; "req-" and a UUID is an OpenStack request ID, of whichever service made it',
      zh: '请求 ID；“req-”加 UUID 是 OpenStack 的请求 ID，各 OpenStack 服务均可能生成',
    },
    types: ['string'],
    mandatory: false,
  },
  {
    name: 'api_version',
    meaning: { en: 'the version of the API that was called', zh: '所调用 API 的版本' },
    types: ['string', 'number'],
    mandatory: false,
  },
  {
    name: 'endpoint',
    meaning: {
      en: 'the address of the page with the details of the resource; gone from newer structure pages, still in the API',
      zh: '云资源详情页面的地址；新版事件结构页已不列出，API 中仍有',
    },
    types: ['string'],
    mandatory: false,
  },
  {
    name: 'location_info',
    meaning: {
      en: 'what helps to find the fault after a failed request; gone from newer structure pages, still in the API',
      zh: '请求出错后用于定位问题的辅助信息；新版事件结构页已不列出，API 中仍有',
    },
    types: ['string', 'object'],
    mandatory: false,
  },
  {
    name: 'user_agent',
    meaning: {
      en: 'the program that made the request; documented for OBS data events only',
      zh: '发起请求的客户端程序（User-Agent）；文档只对 OBS 数据类事件列出此字段',
    },
    types: ['string'],
    mandatory: false,
  },
  {
    name: 'content_length',
    meaning: { en: 'the length of the request body; OBS only', zh: '请求消息体的长度；仅 OBS' },
    types: ['number', 'string'],
    mandatory: false,
  },
  {
    name: 'total_time',
    meaning: {
      en: 'how long the request took; OBS only, the unit is not documented',
      zh: '请求的耗时；仅 OBS，文档没有写明单位',
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
