import assert from 'node:assert/strict';
import { attributes, findAttribute } from '../../../../src/core/catalog/rows/attributes';
import { explainAt } from '../../../../src/core/explain/explain';
import type { ResourceSummary } from '../../../../src/core/explain/parts/explanation';
import { readTrace } from '../../../../src/core/reading/read-trace';
import { explainedValue, type Fields, settingsIn } from '../../../support/asking';

type Case = readonly [fields: Fields, expected: string | undefined, language?: 'zh-cn'];

function check(cases: readonly Case[]): void {
  for (const [fields, expected, language] of cases) {
    it(`${JSON.stringify(fields).slice(0, 120)}${language ? ' in Chinese' : ''}`, () => {
      assert.equal(explainedValue(fields, language ?? 'en'), expected);
    });
  }
}

/** What is said of any value of a field: its kind and the meaning of the field. */
function saidOf(field: string, kind?: string): string {
  const meaning = findAttribute(field)?.meaning.en;
  return [`**${field}**`, ...(kind === undefined ? [] : [kind]), meaning].join(' · ');
}

const ims = { service_type: 'IMS' };

describe('the explanation of service and resource type', () => {
  check([
    [
      { service_type: 'IMS' },
      '**service_type** · `IMS` · Image Management Service  \n13 event names known (all that the IMS guides list)  \nSource of the name: [support.huaweicloud.com/productdesc-ims/zh-cn_topic_0013901609.html](https://support.huaweicloud.com/productdesc-ims/zh-cn_topic_0013901609.html) (in Chinese)',
    ],
    [
      { service_type: 'ECS' },
      '**service_type** · `ECS` · Elastic Cloud Server  \n50 event names known (public lists are incomplete)  \nSource of the name: [support.huaweicloud.com/productdesc-ecs/zh-cn_topic_0013771112.html](https://support.huaweicloud.com/productdesc-ecs/zh-cn_topic_0013771112.html) (in Chinese)',
    ],
    [{ service_type: 'XYZ' }, '**service_type** · `XYZ` · No built-in event list for this service'],
    [{ service_type: '***' }, saidOf('service_type', 'masked')],
    [{ service_type: '' }, saidOf('service_type', 'empty')],
    [{ service_type: 7 }, saidOf('service_type')],
    [
      { service_type: 'functiongraph' },
      '**service_type** · `functiongraph` · 函数工作流  \n已知 21 个事件名称（公开列表并不完整）  \n名称来源：[support.huaweicloud.com/usermanual-permissions/iam_01_0001.html](https://support.huaweicloud.com/usermanual-permissions/iam_01_0001.html)',
      'zh-cn',
    ],
    [
      { service_type: 'RTS' },
      '**service_type** · `RTS` · Resource Template Service  \n13 event names known (public lists are incomplete)  \nSource of the name: `opentelekomcloud-docs/resource-template-service`',
    ],
    [{ resource_type: 'ims', ...ims }, "**resource_type** · `ims` · IMS's own operation"],
    [{ resource_type: 'image', ...ims }, '**resource_type** · `image` · OpenStack (Glance) call made by IMS'],
    [
      { resource_type: 'image', ...ims },
      '**resource_type** · `image` · IMS 触发的 OpenStack（Glance）操作',
      'zh-cn',
    ],
    [
      { resource_type: 'image', service_type: 'SWR' },
      '**resource_type** · `image` · resource type of 1 known event of SoftWare Repository for Container',
    ],
    [{ resource_type: 'nothing', service_type: 'SWR' }, saidOf('resource_type')],
    [{ resource_type: 'evs', ...ims }, saidOf('resource_type')],
  ]);
});

describe('the explanation of rating and type', () => {
  check([
    [{ trace_rating: 'normal', code: 200 }, '**trace_rating** · `normal` · the operation succeeded'],
    [{ trace_rating: 'warning', code: 500 }, '**trace_rating** · `warning` · the operation failed'],
    [
      { trace_rating: 'warning', code: '200' },
      '**trace_rating** · `warning` · failed despite HTTP 200; check response and message',
    ],
    [
      { trace_status: 'warning', code: 200 },
      '**trace_status** · `warning` · HTTP 返回 200，但操作失败，请查看 response 和 message',
      'zh-cn',
    ],
    [
      { trace_status: 'incident' },
      '**trace_status** · `incident` · more severe than a failed operation, such as a node or service failure',
    ],
    [{ trace_rating: 'normal' }, '**trace_rating** · `normal` · 正常：操作成功', 'zh-cn'],
    [{ trace_rating: 'warning' }, '**trace_rating** · `warning` · 警告：操作失败', 'zh-cn'],
    [
      { trace_rating: 'incident' },
      '**trace_rating** · `incident` · 事故：后果比操作失败更严重，例如节点或服务故障',
      'zh-cn',
    ],
    [{ trace_rating: 'Warning' }, saidOf('trace_rating', 'not a documented value')],
    [{ trace_type: 'ConsoleAction' }, '**trace_type** · `ConsoleAction` · performed in the console'],
    [{ trace_type: 'ConsoleAction' }, '**trace_type** · `ConsoleAction` · 通过管理控制台操作', 'zh-cn'],
    [{ trace_type: 'constructor' }, saidOf('trace_type', 'not a documented value')],
  ]);
});

describe('the explanation of a code', () => {
  const glance = { ...ims, resource_type: 'image', trace_name: 'createImage' };
  check([
    [{ code: 404 }, '**code** · HTTP 404 Not Found'],
    [{ code: '302' }, '**code** · HTTP 302 Found（临时重定向）', 'zh-cn'],
    [{ code: 299 }, '**code** · HTTP 299'],
    [{ code: 201, ...glance }, '**code** · HTTP 201 Created · the success code of the Glance call'],
    [{ code: 201, ...glance }, '**code** · HTTP 201 Created（已创建） · Glance 接口的成功返回码', 'zh-cn'],
    [{ code: 403, ...glance }, '**code** · HTTP 403 Forbidden · Glance returns 201 on success'],
    [
      { code: 200, trace_rating: 'warning' },
      '**code** · HTTP 200 OK  \nBut rated warning; check response and message',
    ],
    [
      { code: 200, trace_rating: 'incident' },
      '**code** · HTTP 200 OK（成功）  \n但事件级别为 incident（事故），请查看 response 和 message',
      'zh-cn',
    ],
    [
      { code: 0 },
      '**code** · `0` · Not an HTTP status; seen in FunctionGraph records of successful operations',
    ],
    [{ code: 'VPC.0514' }, '**code** · `VPC.0514` · Not an HTTP status; a code specific to the service'],
    [{ code: 12345 }, '**code** · `12345` · Not an HTTP status; a code specific to the service'],
    [{ code: '' }, saidOf('code', 'empty')],
    [{ code: null }, saidOf('code', 'empty')],
    [{ code: '***' }, saidOf('code', 'masked')],
    [{ code: [200] }, saidOf('code', 'JSON array with 1 element')],
  ]);
});

const gone =
  '6 years ago · older than seven days: no longer in the CTS console, only in OBS or LTS if a tracker transferred it';

describe('the explanation of a time', () => {
  check([
    [
      { time: '2020/10/21 11:40:19 GMT+08:00', record_time: '2020/10/21 11:40:35 GMT+08:00' },
      `**time** · 2020-10-21 03:40:19 UTC  \n**Local:** 2020-10-21 11:40:19 GMT+08:00  \n${gone}  \nRead as year/month/day, time zone \`GMT+08:00\`  \nRecorded 16 s after the event`,
    ],
    [
      { record_time: 1795305600000, time: 1795305600000 },
      '**record_time** · 2026-11-22 00:00:00 UTC  \n**Local:** 2026-11-22 08:00:00 GMT+08:00  \njust now  \nUnix time in milliseconds  \nRecorded at the same time as the event',
    ],
    [
      { time: '1794787200', record_time: '***' },
      '**time** · 2026-11-16 00:00:00 UTC  \n**Local:** 2026-11-16 08:00:00 GMT+08:00  \n6 days ago  \nUnix time in seconds; CTS documents milliseconds',
    ],
    [
      { time: '12/01/2016 11:07:28 GMT+08:00' },
      '**time** · 2016-12-01 03:07:28 UTC  \n**Local:** 2016-12-01 11:07:28 GMT+08:00  \n9 years ago · older than seven days: no longer in the CTS console, only in OBS or LTS if a tracker transferred it  \nRead as month/day/year (**month first**), as the trace IDs of such records confirm, time zone `GMT+08:00`',
    ],
    [
      { record_time: 'Jun 01, 2018 17:43:48 GMT+08:00', time: 'Jun 01, 2018 17:44:16 GMT+08:00' },
      '**record_time** · 2018-06-01 09:43:48 UTC  \n**本地时间**：2018-06-01 17:43:48 GMT+08:00  \n8 年前 · 超过七天：CTS 控制台已查不到；若追踪器配置了转储，可在 OBS 或 LTS 中查找  \n按“英文月份、日、年”读取，时区 `GMT+08:00`  \n记录时间比事件时间早 28 秒；不保证两者的先后顺序',
      'zh-cn',
    ],
    [
      { time: 1795309200000 },
      '**time** · 2026-11-22 01:00:00 UTC  \n**Local:** 2026-11-22 09:00:00 GMT+08:00  \n60 min in the future  \nUnix time in milliseconds',
    ],
    [
      { time: '2020/10/21 11:40:19' },
      '**time** · `2020/10/21 11:40:19`  \nRead as year/month/day  \nNo time zone given, so the exact time is unknown',
    ],
    [{ time: '2020/02/30 11:40:19 GMT' }, '**time** · Not a recognised or plausible time'],
    [{ time: '' }, saidOf('time', 'empty')],
    [{ time: null }, saidOf('time', 'empty')],
    [{ time: '<masked>' }, saidOf('time', 'masked')],
    [{ time: {} }, saidOf('time', 'JSON object with 0 keys')],
  ]);
});

describe('the explanation of a time in another zone', () => {
  it('names the zone and adds UTC, and the own zone unless it is one of them', () => {
    const linesIn = (timeZone: string): readonly string[] | undefined =>
      explainAt(readTrace('{"time":1795305600120}'), 8, { ...settingsIn('en'), timeZone })
        ?.markdown.split('  \n')
        .slice(0, 3);
    assert.deepEqual(linesIn('Europe/Berlin'), [
      '**time** · 2026-11-22 01:00:00.120 GMT+01:00',
      '**UTC:** 2026-11-22 00:00:00.120 UTC',
      '**Local:** 2026-11-22 08:00:00.120 GMT+08:00',
    ]);
    assert.deepEqual(linesIn('Asia/Shanghai')?.slice(0, 2), [
      '**time** · 2026-11-22 08:00:00.120 GMT+08:00',
      '**UTC:** 2026-11-22 00:00:00.120 UTC',
    ]);
  });
});

describe('the explanation of ids', () => {
  const id = { trace_id: '240a21c4-134f-11eb-8803-397148e4fab1' };
  const made = '**trace_id** · Version 1 UUID, generated at 2020-10-21 03:40:19.292 UTC  \n';
  check([
    [{ ...id, record_time: '2020/10/21 11:40:19 GMT+08:00' }, `${made}Matches \`record_time\``],
    [{ ...id, record_time: '***', time: 1603251607292 }, `${made}12 s after \`time\``],
    [
      { ...id, record_time: '2020/10/21 10:40:19 GMT+08:00' },
      `${made}60 min after \`record_time\`: an edited record, or a wrong unit or time zone`,
    ],
    [
      { ...id, record_time: '2020/10/21 12:40:19 GMT+08:00' },
      '**trace_id** · 版本 1 的 UUID，生成于 2020-10-21 03:40:19.292 UTC  \n比 `record_time` 早 59 分钟：事件可能被修改，或单位、时区有误',
      'zh-cn',
    ],
    [id, `${made}The record has no readable time to compare with`],
    [
      { trace_id: 'f47ac10b-58cc-4372-a567-0e02b2c3d479' },
      '**trace_id** · Version 4 UUID without a usable timestamp',
    ],
    [{ trace_id: '240a21c4-134f-11eb-8803-39714***' }, saidOf('trace_id', 'masked')],
    [{ trace_id: 'abc' }, saidOf('trace_id')],
    [{ request_id: 'null' }, '**request_id** · The string "null": the service recorded no request ID'],
    [
      { request_id: 'req-f47ac10b-58cc-4372-a567-0e02b2c3d479' },
      '**request_id** · `req-f47ac10b-58cc-4372-a567-0e02b2c3d479`  \nOpenStack request ID. Quote it to support; in your own OpenStack, search for it in the logs of the service and of the services it called',
    ],
    [{ request_id: 'f47ac10b-58cc-4372-a567-0e02b2c3d479' }, saidOf('request_id')],
    [{ request_id: null }, saidOf('request_id', 'empty')],
  ]);
});

describe('the explanation of other values', () => {
  check([
    [{ message: 'CreateImage: success' }, saidOf('message', '20 characters')],
    [{ project_id: '0a1b2c' }, saidOf('project_id')],
    [{ domain_id: '' }, saidOf('domain_id', 'empty')],
    [{ event_type: 'system' }, saidOf('event_type')],
    [{ api_version: '1.0' }, saidOf('api_version')],
    [{ content_length: 17 }, saidOf('content_length')],
    [{ operation_id: 'CreateImage' }, saidOf('operation_id')],
    [{ operation_id: 'x', trace_name: 'x' }, '**operation_id** · same as `trace_name`'],
    [{ tracker_name: 'system' }, '**tracker_name** · `system` · the management tracker'],
    [{ tracker_name: 'my-data' }, saidOf('tracker_name')],
    [{ read_only: true }, '**read_only** · `true` · a query: nothing was changed'],
    [{ read_only: 'FALSE' }, '**read_only** · `FALSE` · not only a query: something may have been changed'],
    [{ read_only: 1 }, saidOf('read_only')],
    [{ source_ip: '198.51.100.7, 203.0.113.9' }, saidOf('source_ip')],
    [{ resource_id: { id: 1, name: 2 } }, saidOf('resource_id', 'JSON object with 2 keys')],
    [{ resource_id: 'abc' }, saidOf('resource_id')],
    [{ request: 'not JSON.' }, saidOf('request', '9 characters')],
    [{ not_a_field: 'x' }, undefined],
    [
      { source_ip: '192.0.2.1' },
      '**source_ip** · `192.0.2.1` · address reserved for documentation, not of a real machine',
    ],
    [
      { source_ip: 'fd12:3456::1' },
      '**source_ip** · `fd12:3456::1` · private IPv6 address (RFC 4193), not reachable from the internet',
    ],
    [
      { source_ip: '10.1.2.3' },
      '**source_ip** · `10.1.2.3` · 私网 IPv4 地址（RFC 1918），仅在所在网络内唯一',
      'zh-cn',
    ],
    [{ constructor: 'x' }, undefined],
    [{ ['__proto__']: 'x' }, undefined],
  ]);
});

describe('the explanation of a resource', () => {
  const explained = (field: string, resource: ResourceSummary, timeZone = 'UTC'): string | undefined =>
    explainAt(readTrace(`{"${field}":"web-base"}`), field.length + 5, {
      ...settingsIn('en'),
      timeZone,
      resource,
    })?.markdown;

  it('says how many traces the file has of it, and from when to when', () => {
    const [first, last] = [Date.UTC(2026, 10, 20), Date.UTC(2026, 10, 21)];
    assert.equal(
      explained('resource_id', { count: 5, first, last }, 'Asia/Shanghai'),
      `${saidOf('resource_id')}  \n5 traces of this resource in this file, from 2026-11-20 08:00:00 GMT+08:00 to 2026-11-21 08:00:00 GMT+08:00`,
    );
    assert.equal(
      explained('resource_name', { count: 2 }),
      `${saidOf('resource_name')}  \n2 traces of this resource in this file`,
    );
    assert.equal(
      explained('resource_id', { count: 1, first, last: first }),
      `${saidOf('resource_id')}  \nThe only trace of this resource in this file`,
    );
  });
});

describe('the explanation of every known field', () => {
  const fields = attributes.filter(({ name }) => !name.includes('.'));

  it('is there for any value', () => {
    for (const { name } of fields)
      for (const value of ['', '***', 'x', 7, true, null, ['x'], { x: 1 }])
        assert.ok(explainedValue({ [name]: value }), `${name}: ${JSON.stringify(value)}`);
  });

  it('quotes no credential, in whatever field it is', () => {
    for (const { name } of fields) {
      const explained = explainedValue({ [name]: 'password=Secret-4711' });
      assert.ok(explained, name);
      assert.ok(!explained.includes('4711'), explained);
    }
  });

  it('quotes only names and codes of what it does not know', () => {
    const quoting = fields.filter(({ name }) =>
      explainedValue({ [name]: 'something-4711' })?.includes('4711'),
    );
    assert.deepEqual(
      quoting.map(({ name }) => name),
      ['service_type', 'trace_name', 'code'],
    );
  });
});
