import type { Bilingual } from '../../text/localization';

/** HTTP status codes (RFC 9110, RFC 6585) and their names. */
const names: ReadonlyMap<number, Bilingual> = new Map([
  [100, { en: 'Continue', zh: '继续' }],
  [101, { en: 'Switching Protocols', zh: '切换协议' }],
  [200, { en: 'OK', zh: '成功' }],
  [201, { en: 'Created', zh: '已创建' }],
  [202, { en: 'Accepted', zh: '已接受' }],
  [203, { en: 'Non-Authoritative Information', zh: '非权威信息' }],
  [204, { en: 'No Content', zh: '无内容' }],
  [205, { en: 'Reset Content', zh: '重置内容' }],
  [206, { en: 'Partial Content', zh: '部分内容' }],
  [300, { en: 'Multiple Choices', zh: '多种选择' }],
  [301, { en: 'Moved Permanently', zh: '永久移动' }],
  [302, { en: 'Found', zh: '临时重定向' }],
  [303, { en: 'See Other', zh: '查看其他位置' }],
  [304, { en: 'Not Modified', zh: '未修改' }],
  [305, { en: 'Use Proxy', zh: '使用代理' }],
  [307, { en: 'Temporary Redirect', zh: '临时重定向' }],
  [308, { en: 'Permanent Redirect', zh: '永久重定向' }],
  [400, { en: 'Bad Request', zh: '请求错误' }],
  [401, { en: 'Unauthorized', zh: '未认证' }],
  [402, { en: 'Payment Required', zh: '需要付款' }],
  [403, { en: 'Forbidden', zh: '禁止访问' }],
  [404, { en: 'Not Found', zh: '未找到' }],
  [405, { en: 'Method Not Allowed', zh: '不允许的方法' }],
  [406, { en: 'Not Acceptable', zh: '无法接受' }],
  [407, { en: 'Proxy Authentication Required', zh: '需要代理认证' }],
  [408, { en: 'Request Timeout', zh: '请求超时' }],
  [409, { en: 'Conflict', zh: '冲突' }],
  [410, { en: 'Gone', zh: '已不存在' }],
  [411, { en: 'Length Required', zh: '需要内容长度' }],
  [412, { en: 'Precondition Failed', zh: '前提条件不满足' }],
  [413, { en: 'Content Too Large', zh: '内容过大' }],
  [414, { en: 'URI Too Long', zh: 'URI 过长' }],
  [415, { en: 'Unsupported Media Type', zh: '不支持的媒体类型' }],
  [416, { en: 'Range Not Satisfiable', zh: '范围无法满足' }],
  [417, { en: 'Expectation Failed', zh: '预期不满足' }],
  [421, { en: 'Misdirected Request', zh: '请求发错了服务器' }],
  [422, { en: 'Unprocessable Content', zh: '内容无法处理' }],
  [426, { en: 'Upgrade Required', zh: '需要升级协议' }],
  [428, { en: 'Precondition Required', zh: '需要前提条件' }],
  [429, { en: 'Too Many Requests', zh: '请求过多' }],
  [431, { en: 'Request Header Fields Too Large', zh: '请求头过大' }],
  [500, { en: 'Internal Server Error', zh: '服务器内部错误' }],
  [501, { en: 'Not Implemented', zh: '未实现' }],
  [502, { en: 'Bad Gateway', zh: '网关错误' }],
  [503, { en: 'Service Unavailable', zh: '服务不可用' }],
  [504, { en: 'Gateway Timeout', zh: '网关超时' }],
  [505, { en: 'HTTP Version Not Supported', zh: '不支持的 HTTP 版本' }],
  [511, { en: 'Network Authentication Required', zh: '需要网络认证' }],
]);

/** The name of a status; the Chinese one begins with the English phrase, which is what people search for. */
export function findStatusName(status: number): Bilingual | undefined {
  const name = names.get(status);
  return name && { en: name.en, zh: `${name.en}（${name.zh}）` };
}

/** Whether it is a 2xx status. */
export function isSuccess(status: number): boolean {
  return status >= 200 && status <= 299;
}
