import assert from 'node:assert/strict';
import type { Language } from '../../../../src/core/text/localization';
import { explainedEvent, type Fields } from '../../../support/asking';

/** The outcome line, and whether the line on why it matters is about an attempt. */
function outcomeOf(name: string, type: string, fields: Fields, language: Language = 'en') {
  const lines = explainedEvent(name, type, fields, language).split(/ *\n/);
  const find = (label: string) =>
    lines
      .find((line) => line.startsWith(label))
      ?.slice(label.length)
      .trimStart();
  const outcome = language === 'en' ? '**This trace:**' : '**本事件**：';
  const attempt = language === 'en' ? '**Why the attempt matters:**' : '**审计要点（若操作成功）**：';
  return {
    outcome: find(outcome),
    attempted: find(attempt) !== undefined,
  };
}

const accepted = 'accepted; the result may follow as a second trace with the same name';

describe('the outcome of an event', () => {
  const cases: readonly (readonly [
    name: string,
    type: string,
    fields: Fields,
    outcome: string | undefined,
  ])[] = [
    [
      'createImage',
      'image',
      { trace_rating: 'normal', code: 201 },
      'succeeded · code 201, the success code of the Glance call',
    ],
    ['createImage', 'ims', { trace_rating: 'normal' }, accepted],
    [
      'createImage',
      'ims',
      { trace_rating: 'normal', code: '200' },
      `${accepted} · code 200, the success code of the IMS API`,
    ],
    [
      'createImage',
      'image',
      { trace_rating: 'normal', code: 202 },
      `${accepted} · code 202 Accepted; Glance returns 201 on success`,
    ],
    [
      'updateImage',
      'ims',
      { trace_rating: 'normal', code: 200 },
      'succeeded · code 200, the success code of the IMS API',
    ],
    [
      'updateImage',
      'image',
      { trace_status: 'normal', code: 204 },
      'succeeded · code 204, the success code of an upload; a metadata change returns 200',
    ],
    ['deleteImage', 'ims', { trace_rating: 'normal', code: 204 }, 'succeeded · code 204 No Content'],
    [
      'deleteTag',
      'image',
      { trace_rating: 'normal', code: 404 },
      'rated normal despite HTTP 404 · code 404 Not Found; Glance returns 204 on success',
    ],
    ['createImage', 'ims', {}, undefined],
    ['createImage', 'ims', { trace_rating: '***', code: '***' }, undefined],
    ['createImage', 'ims', { trace_rating: 'Normal', code: 0 }, undefined],
    ['createImage', 'image', { code: 201 }, 'code 201, the success code of the Glance call'],
  ];
  for (const [name, type, fields, outcome] of cases) {
    it(`${name} on ${type} with ${JSON.stringify(fields)}`, () => {
      assert.deepEqual(outcomeOf(name, type, fields), { outcome, attempted: false });
    });
  }

  const failures: readonly (readonly [type: string, fields: Fields, outcome: string])[] = [
    ['ims', { trace_rating: 'warning' }, 'failed'],
    [
      'image',
      { trace_rating: 'warning', code: 409 },
      'failed · code 409 Conflict; Glance returns 204 on success',
    ],
    [
      'image',
      { trace_rating: 'warning', code: '200' },
      'failed despite HTTP 200; check response and message',
    ],
    [
      'image',
      { trace_status: 'incident', code: 503 },
      'incident (more severe than a failure) · code 503 Service Unavailable; Glance returns 204 on success',
    ],
    [
      'image',
      { trace_rating: 'incident', code: 204 },
      'incident despite HTTP 204; check response and message',
    ],
  ];
  for (const [type, fields, outcome] of failures) {
    it(`deleteImage on ${type} with ${JSON.stringify(fields)} is an attempt`, () => {
      assert.deepEqual(outcomeOf('deleteImage', type, fields), { outcome, attempted: true });
    });
  }

  it('is shown in Chinese', () => {
    assert.deepEqual(outcomeOf('deleteImage', 'image', { trace_rating: 'warning', code: 200 }, 'zh-cn'), {
      outcome: 'HTTP 返回 200，但操作失败，请查看 response 和 message',
      attempted: true,
    });
    assert.deepEqual(outcomeOf('deleteImage', 'image', { trace_rating: 'incident' }, 'zh-cn'), {
      outcome: '事故，后果比操作失败更严重',
      attempted: true,
    });
    assert.deepEqual(outcomeOf('addMember', 'ims', { trace_rating: 'normal', code: 200 }, 'zh-cn'), {
      outcome: '已受理；结果可能另记为一个同名事件 · 返回码 200（IMS 接口的成功返回码）',
      attempted: false,
    });
  });
});
