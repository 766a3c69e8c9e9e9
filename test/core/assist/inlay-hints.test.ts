import assert from 'node:assert/strict';
import { type InlayChoice, inlayLimits, inlaysIn, inlaysOf } from '../../../src/core/assist/inlay-hints';
import { readTrace } from '../../../src/core/reading/read-trace';
import type { Language } from '../../../src/core/text/localization';
import { settingsIn } from '../../support/asking';
import { checkText } from '../../support/harness';

const all: InlayChoice = { time: true, glanceCall: true, httpStatus: true };
const none: InlayChoice = { time: false, glanceCall: false, httpStatus: false };

function settingOf(choice: InlayChoice, language: Language = 'en') {
  return { ...settingsIn(language), choice };
}

interface Options {
  readonly choice?: InlayChoice;
  readonly language?: Language;
}

/** The text with its inlay hints inserted in angle quotes. */
function shownIn(text: string, { choice = all, language = 'en' }: Options = {}): string {
  const inlays = inlaysOf(readTrace(text), settingOf(choice, language));
  return inlays.reduceRight(
    (shown, { offset, label }) => `${shown.slice(0, offset)}‹${label}›${shown.slice(offset)}`,
    text,
  );
}

const record =
  '{"time":1795136523120,"service_type":"IMS","resource_type":"image","trace_name":"updateImage","code":"404"}';

describe('inlay hints of a trace', () => {
  it('follow times, the event name and the HTTP status', () => {
    assert.equal(
      shownIn(record),
      '{"time":1795136523120‹2026-11-20 01:02:03.120 UTC›,"service_type":"IMS","resource_type":"image",' +
        '"trace_name":"updateImage"‹→ PATCH /v2/images/{image_id} | PUT /v2/images/{image_id}/file›,' +
        '"code":"404"‹Not Found›}',
    );
  });

  it('show only the call with the given status on the Glance side', () => {
    const label = (resourceType: string, status: number): string | undefined => {
      const text = `{"service_type":"IMS","resource_type":"${resourceType}","trace_name":"updateImage","code":${status}}`;
      return inlaysOf(readTrace(text), settingOf({ ...none, glanceCall: true }, 'en'))[0]?.label;
    };
    assert.equal(label('image', 200), '→ PATCH /v2/images/{image_id}');
    assert.equal(label('image', 204), '→ PUT /v2/images/{image_id}/file');
    assert.equal(label('ims', 200), '→ PATCH /v2/images/{image_id} | PUT /v2/images/{image_id}/file');
  });

  it('are shown in Chinese', () => {
    const text = '{"service_type":"IMS","resource_type":"ims","trace_name":"copyImage","code":404}';
    assert.equal(
      shownIn(text, { language: 'zh-cn' }),
      '{"service_type":"IMS","resource_type":"ims","trace_name":"copyImage"‹无对应 Glance 接口›,"code":404‹Not Found（未找到）›}',
    );
  });

  it('are switched off individually', () => {
    assert.equal(shownIn(record, { choice: none }), record);
    const shown = (choice: Partial<InlayChoice>): readonly string[] =>
      inlaysOf(readTrace(record), settingOf({ ...none, ...choice })).map(({ label }) => label);
    assert.deepEqual(shown({ time: true }), ['2026-11-20 01:02:03.120 UTC']);
    assert.deepEqual(shown({ glanceCall: true }), [
      '→ PATCH /v2/images/{image_id} | PUT /v2/images/{image_id}/file',
    ]);
    assert.deepEqual(shown({ httpStatus: true }), ['Not Found']);
  });

  it('convert epoch times in every unit, as numbers and strings', () => {
    const utc = '2026-11-20 01:02:03';
    for (const time of ['1795136523', '1795136523000', '1795136523000000', '"1795136523000000000"']) {
      assert.equal(shownIn(`{"record_time":${time}}`), `{"record_time":${time}‹${utc} UTC›}`);
    }
  });

  it('show written times that are in another zone, and those that can be mistaken', () => {
    const shown = (time: string, timeZone?: string): string | undefined =>
      inlaysOf(readTrace(`{"time":"${time}"}`), {
        ...settingOf(all),
        ...(timeZone ? { timeZone } : {}),
      })[0]?.label;
    const shanghai = 'Asia/Shanghai';
    assert.equal(shown('2020/10/21 11:40:19 GMT+08:00'), '2020-10-21 03:40:19 UTC');
    assert.equal(shown('2020/10/21 11:40:19 GMT+08:00', shanghai), undefined);
    assert.equal(shown('12/03/2018 09:07:28 GMT+08:00'), '2018-12-03 01:07:28 UTC');
    assert.equal(shown('12/03/2018 09:07:28 GMT+08:00', shanghai), '2018-12-03 09:07:28 GMT+08:00');
    assert.equal(shown('2020-10-21T03:40:19Z', shanghai), '2020-10-21 11:40:19 GMT+08:00');
  });

  it('show the call for any resource type if the name has only one operation', () => {
    const label = (fields: string): string =>
      shownIn(`{${fields}}`, { choice: { ...none, glanceCall: true } });
    const name = '"service_type":"ims","trace_name":"addTag"';
    const shown = `${name}‹→ PUT /v2/images/{image_id}/tags/{tag}›`;
    assert.equal(label(name), `{${shown}}`);
    assert.equal(label(`${name},"resource_type":"nowhere"`), `{${shown},"resource_type":"nowhere"}`);
  });

  it('are left out if the meaning is unknown', () => {
    const silent = [
      '{"time":"2020-10-21T03:40:19Z"}',
      '{"time":"2020/10/21 11:40:19"}',
      '{"time":12}',
      '{"time":null,"record_time":"***"}',
      '{"trace_name":"createImage"}',
      '{"service_type":"ECS","trace_name":"createImage"}',
      '{"service_type":"IMS","trace_name":"createImages"}',
      '{"service_type":"IMS","trace_name":["createImage"]}',
      '{"code":"IMG.0001"}',
      '{"code":"299"}',
      '{"code":200.5}',
      '{"service_type":"IMS","trace_name":"createImage',
      '{"request":{"code":404,"time":1795136523120}}',
    ];
    for (const text of silent) assert.equal(shownIn(text), text);
  });

  it('have the explanation of the hover, built on demand', () => {
    const explained = inlaysOf(readTrace(record), settingOf(all)).map(
      (inlay) => inlay.explain().split('\n')[0],
    );
    assert.match(explained[0] ?? '', /^\*\*time\*\* · 2026-11-20/);
    assert.match(explained[1] ?? '', /^\*\*updateImage\*\*/);
    assert.match(explained[2] ?? '', /^\*\*code\*\* · HTTP 404 Not Found/);
  });
});

describe('inlay hints of a range', () => {
  const whole = (code: number, more = ''): string =>
    `{"service_type":"IMS","trace_name":"x","trace_rating":"normal","trace_type":"ApiCall","time":"-","code":${code}${more}}`;
  const labelsIn = (text: string, start = 0, end = text.length): readonly string[] =>
    [...inlaysIn(checkText(text), { start, end }, settingOf(all))].flat().map(({ label }) => label);

  it('come from the traces that touch it, at file offsets', () => {
    const lines = [whole(200), whole(404), whole(403), whole(500)];
    const text = `[${lines.join(',\n')}]`;
    const labels = ['OK', 'Not Found', 'Forbidden', 'Internal Server Error'];
    assert.deepEqual(labelsIn(text), labels);
    const [second, fourth] = [text.indexOf('\n') + 1, text.lastIndexOf('\n') + 1];
    assert.deepEqual(labelsIn(text, second, fourth - 1), labels.slice(1, 3));
    assert.deepEqual(labelsIn(text, second, second + 10), []);
    for (const { offset } of [...inlaysIn(checkText(text), { start: 0, end: 999 }, settingOf(all))].flat()) {
      assert.match(text.slice(0, offset), /"code":\d{3}$/);
    }
  });

  it('skip traces over the length limit, and stop at the limits of a request', () => {
    const long = whole(404, `,"request":"${'x'.repeat(inlayLimits.unitsOfTrace)}"`);
    assert.deepEqual(labelsIn(`[${whole(200)},${long},${whole(403)}]`), ['OK', 'Forbidden']);
    const many = Array.from({ length: inlayLimits.traces + 10 }, () => whole(200));
    assert.equal(labelsIn(`[${many.join(',')}]`).length, inlayLimits.traces);
    const large = Array.from({ length: 20 }, () => whole(200, `,"request":"${'x'.repeat(100_000)}"`));
    assert.equal(labelsIn(`[${large.join(',')}]`).length, Math.floor(inlayLimits.units / 100_200));
  });

  it('are none in other files', () => {
    assert.deepEqual(labelsIn('[{"code":404,"time":1795136523120}]'), []);
  });
});
