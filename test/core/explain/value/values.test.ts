import assert from 'node:assert/strict';
import { explainAt } from '../../../../src/core/explain/explain';
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

const ims = { service_type: 'IMS' };

describe('the explanation of service and resource type', () => {
  check([
    [{ service_type: 'IMS' }, '**service_type** · `IMS` · Image Management Service; its events are built in'],
    [
      { service_type: 'ECS' },
      '**service_type** · `ECS` · 50 event names known (public lists are incomplete)',
    ],
    [{ service_type: 'XYZ' }, '**service_type** · `XYZ` · No built-in event list for this service'],
    [{ service_type: '***' }, undefined],
    [{ service_type: '' }, undefined],
    [{ service_type: 7 }, undefined],
    [{ resource_type: 'ims', ...ims }, "**resource_type** · `ims` · IMS's own operation"],
    [{ resource_type: 'image', ...ims }, '**resource_type** · `image` · OpenStack (Glance) call made by IMS'],
    [
      { resource_type: 'image', ...ims },
      '**resource_type** · `image` · IMS 触发的 OpenStack（Glance）操作',
      'zh-cn',
    ],
    [{ resource_type: 'image', service_type: 'SWR' }, undefined],
    [{ resource_type: 'evs', ...ims }, undefined],
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
    [{ trace_rating: 'Warning' }, undefined],
    [{ trace_type: 'ConsoleAction' }, '**trace_type** · `ConsoleAction` · performed in the console'],
    [{ trace_type: 'ConsoleAction' }, '**trace_type** · `ConsoleAction` · 通过管理控制台操作', 'zh-cn'],
    [{ trace_type: 'constructor' }, undefined],
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
    [{ code: '' }, undefined],
    [{ code: null }, undefined],
    [{ code: '***' }, undefined],
    [{ code: [200] }, undefined],
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
    [
      { time: '2020/02/30 11:40:19 GMT' },
      '**time** · `2020/02/30 11:40:19 GMT` · Not a recognised or plausible time',
    ],
    [{ time: '' }, undefined],
    [{ time: null }, undefined],
    [{ time: '<masked>' }, undefined],
    [{ time: {} }, undefined],
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
    [{ trace_id: '240a21c4-134f-11eb-8803-39714***' }, undefined],
    [{ trace_id: 'abc' }, undefined],
    [{ request_id: 'null' }, '**request_id** · The string "null": the service recorded no request ID'],
    [
      { request_id: 'req-f47ac10b-58cc-4372-a567-0e02b2c3d479' },
      '**request_id** · `req-f47ac10b-58cc-4372-a567-0e02b2c3d479`  \nOpenStack request ID. Quote it to support; in your own OpenStack, search for it in the logs of the service and of the services it called',
    ],
    [{ request_id: 'f47ac10b-58cc-4372-a567-0e02b2c3d479' }, undefined],
    [{ request_id: null }, undefined],
  ]);
});

describe('the explanation of other values', () => {
  check([
    [{ message: 'CreateImage: success' }, undefined],
    [{ source_ip: '192.0.2.1' }, undefined],
    [{ constructor: 'x' }, undefined],
    [{ ['__proto__']: 'x' }, undefined],
  ]);
});
