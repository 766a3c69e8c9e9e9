import assert from 'node:assert/strict';
import messages from '../../../l10n/bundle.l10n.zh-cn.json';
import { readTrace } from '../../../src/core/reading/read-trace';
import { isAcceptedCall } from '../../../src/core/record/async-request';
import { imageMembersOf } from '../../../src/core/record/image-members';
import { factsOf } from '../../../src/core/record/trace-facts';
import { eventSentence } from '../../../src/core/rules/event-sentence';
import { createLocalizer } from '../../../src/core/text/localization';
import { english } from '../../support/harness';

type Fields = Readonly<Record<string, unknown>>;

const chinese = createLocalizer('zh-cn', messages);
const time = Date.UTC(2026, 10, 26, 2, 13, 5);
const deleted: Fields = {
  trace_name: 'deleteImage',
  service_type: 'IMS',
  resource_type: 'ims',
  resource_name: 'web-base',
  resource_id: '5f0c',
  trace_rating: 'normal',
  code: '204',
  time,
  user: { name: 'alice' },
};
const failed: Fields = { ...deleted, trace_name: 'exportImage', trace_rating: 'warning', code: '403' };
const server: Fields = {
  ...deleted,
  trace_name: 'createServer',
  service_type: 'ECS',
  resource_type: 'ecs',
  resource_name: 'web-1',
};
const withoutResource = { resource_name: undefined, resource_id: undefined };
const agency = { type: 'AssumedAgency', name: 'acme/ops' };
const noMfa = { session_context: { attributes: { mfa_authenticated: 'false' } } };

function sentences(fields: Fields, isAnothersResource = false): readonly string[] {
  const trace = readTrace(JSON.stringify(fields));
  const more = { isAnothersResource, isAccepted: isAcceptedCall(trace), members: imageMembersOf(trace) };
  const facts = { ...factsOf(trace), ...more };
  return [eventSentence(facts, english), eventSentence(facts, chinese)];
}

describe('the sentence of an event', () => {
  it('says who, what, which and when', () => {
    const cases: readonly (readonly [Fields, string, string])[] = [
      [
        deleted,
        'deleteImage by alice: image "web-base", 2026-11-26 02:13:05 UTC',
        'deleteImage：alice 删除了镜像“web-base”（2026-11-26 02:13:05 UTC）',
      ],
      [
        failed,
        'exportImage failed (403): alice tried to export image "web-base", 2026-11-26 02:13:05 UTC',
        'exportImage 失败（403）：alice 尝试导出镜像“web-base”（2026-11-26 02:13:05 UTC）',
      ],
      [
        { ...deleted, trace_name: 'addMember' },
        'addMember by alice: shared image "web-base", 2026-11-26 02:13:05 UTC',
        'addMember：alice 共享了镜像“web-base”（2026-11-26 02:13:05 UTC）',
      ],
      [
        { ...deleted, trace_name: 'deleteMemeber' },
        'deleteMemeber by alice: removed a member from image "web-base", 2026-11-26 02:13:05 UTC',
        'deleteMemeber：alice 移除了镜像“web-base”的成员（2026-11-26 02:13:05 UTC）',
      ],
      [
        server,
        'createServer by alice: ecs "web-1", 2026-11-26 02:13:05 UTC',
        'createServer：alice 操作了 ecs“web-1”（2026-11-26 02:13:05 UTC）',
      ],
      [
        { ...server, trace_rating: 'incident', code: 500 },
        'createServer failed (incident, 500): alice tried this on ecs "web-1", 2026-11-26 02:13:05 UTC',
        'createServer 失败（incident，500）：alice 尝试操作 ecs“web-1”（2026-11-26 02:13:05 UTC）',
      ],
    ];
    for (const [fields, ...expected] of cases) assert.deepEqual(sentences(fields), expected);
  });

  it('leaves out what is unknown', () => {
    const unknown = { time: undefined, user: undefined };
    const cases: readonly (readonly [Fields, string, string])[] = [
      [
        { ...deleted, time: undefined },
        'deleteImage by alice: image "web-base"',
        'deleteImage：alice 删除了镜像“web-base”',
      ],
      [{ ...deleted, ...unknown }, 'deleteImage: image "web-base"', 'deleteImage：镜像“web-base”'],
      [
        { ...deleted, ...unknown, resource_name: '***' },
        'deleteImage: image "5f0c"',
        'deleteImage：镜像“5f0c”',
      ],
      [{ ...deleted, ...unknown, ...withoutResource }, 'deleteImage', 'deleteImage'],
      [
        { ...deleted, ...withoutResource, time: 'soon' },
        'deleteImage by alice',
        'deleteImage：alice 删除了镜像',
      ],
      [
        { ...server, ...withoutResource, time: undefined },
        'createServer by alice',
        'createServer：alice 的操作',
      ],
      [
        { ...failed, ...unknown, code: 200 },
        'exportImage failed: image "web-base"',
        'exportImage 失败：镜像“web-base”',
      ],
      [
        { ...failed, ...withoutResource, time: undefined, code: undefined },
        'exportImage failed: alice tried to export an image',
        'exportImage 失败：alice 尝试导出镜像',
      ],
      [
        { ...server, ...withoutResource, trace_rating: 'incident', code: 200, time: undefined },
        'createServer failed (incident): alice tried this',
        'createServer 失败（incident）：alice 尝试操作',
      ],
      [
        { ...deleted, trace_name: undefined, resource_type: undefined, time: undefined },
        'Event without a name by alice: "web-base"',
        '未命名的事件：alice 操作了“web-base”',
      ],
      // Without a zone the hour is not certain
      [
        { ...deleted, time: '2026/11/26 02:13:05' },
        'deleteImage by alice: image "web-base"',
        'deleteImage：alice 删除了镜像“web-base”',
      ],
    ];
    for (const [fields, ...expected] of cases) assert.deepEqual(sentences(fields), expected);
  });

  it('says in whose name and how', () => {
    const cases: readonly (readonly [Fields, string, string])[] = [
      [{ name: 'acme', principal_is_root_user: 'true' }, 'root user acme', '账号根用户（root）acme'],
      [agency, 'agency acme/ops', '委托 acme/ops'],
      [{ type: 'AssumedAgency' }, 'an agency', '某委托'],
    ];
    for (const [user, en, zh] of cases) {
      const rest = 'tried to export image "web-base"';
      assert.deepEqual(sentences({ ...failed, user: { ...user, ...noMfa }, time: undefined }), [
        `exportImage failed (403): ${en} ${rest}, without MFA`,
        `exportImage 失败（403）：${zh} 尝试导出镜像“web-base”，未经 MFA 认证`,
      ]);
    }
    const assumedBy = { user: { name: 'bob' } };
    assert.deepEqual(sentences({ ...deleted, user: { ...agency, assumedBy }, time: undefined }), [
      'deleteImage by bob: image "web-base", through agency acme/ops',
      'deleteImage：bob 删除了镜像“web-base”，通过委托 acme/ops',
    ]);
    const masked = { name: '***', assumedBy: { user: { name: '***' } } };
    assert.deepEqual(sentences({ ...deleted, user: masked, time: undefined }), [
      'deleteImage: image "web-base", through an agency',
      'deleteImage：镜像“web-base”，通过委托',
    ]);
    const all = { name: 'alice/op_service', assumedBy, ...noMfa };
    assert.deepEqual(sentences({ ...deleted, user: all }, true), [
      'deleteImage by alice: image "web-base" of another account, through an agency assumed by bob, with elevated permissions (op_service), without MFA, 2026-11-26 02:13:05 UTC',
      'deleteImage：alice 删除了其他账号的镜像“web-base”，通过由 bob 承担的委托，权限被临时提升（op_service），未经 MFA 认证（2026-11-26 02:13:05 UTC）',
    ]);
    assert.deepEqual(sentences({ ...server, ...withoutResource, time: undefined }, true), [
      'createServer by alice: a resource of another account',
      'createServer：alice 操作了其他账号的资源',
    ]);
  });

  it('says with whom an image is shared, as the request or else the response says', () => {
    const shared = { ...deleted, trace_name: 'addMember', time: undefined, code: undefined };
    const cases: readonly (readonly [Fields, string, string])[] = [
      [
        { ...shared, request: '{"member":"fedc"}', response: { member_id: 'other' } },
        'addMember by alice: shared image "web-base" with "fedc"',
        'addMember：alice 将镜像“web-base”共享给“fedc”',
      ],
      [
        { ...shared, response: { member_id: 'fedc', status: 'pending' } },
        'addMember by alice: shared image "web-base" with "fedc"',
        'addMember：alice 将镜像“web-base”共享给“fedc”',
      ],
      [
        { ...shared, request: { projects: ['a', 'b'], domains: ['c'], organizations: ['d', 7] } },
        'addMember by alice: shared image "web-base" with "a", "b", "c" and more (4 in all)',
        'addMember：alice 将镜像“web-base”共享给“a”、“b”、“c”等 4 个成员',
      ],
      [
        { ...shared, trace_rating: 'warning', request: { member: 'password=Invented#4711' } },
        'addMember failed: alice tried to share image "web-base"',
        'addMember 失败：alice 尝试共享镜像“web-base”',
      ],
      [
        { ...shared, trace_name: 'deleteMemeber', request: { member: 'fedc' } },
        'deleteMemeber by alice: removed member "fedc" from image "web-base"',
        'deleteMemeber：alice 移除了镜像“web-base”的成员“fedc”',
      ],
      [
        { ...shared, trace_name: 'updateMember', trace_rating: 'warning', request: { member: 'fedc' } },
        'updateMember failed: alice tried to change the sharing of image "web-base" with "fedc"',
        'updateMember 失败：alice 尝试修改镜像“web-base”对“fedc”的共享',
      ],
      // Another event, a masked member, a broken request
      [
        { ...shared, trace_name: 'deleteImage', request: { member: 'fedc' } },
        'deleteImage by alice: image "web-base"',
        'deleteImage：alice 删除了镜像“web-base”',
      ],
      [
        { ...shared, request: { member: '***' }, response: '{"member_id":' },
        'addMember by alice: shared image "web-base"',
        'addMember：alice 共享了镜像“web-base”',
      ],
    ];
    for (const [fields, ...expected] of cases) assert.deepEqual(sentences(fields), expected);
  });

  it('says of an accepted call that something was requested, not done', () => {
    const copied = { ...deleted, trace_name: 'copyImage', time: undefined };
    const requested = [
      'copyImage by alice: requested to copy image "web-base"',
      'copyImage：alice 请求复制镜像“web-base”',
    ];
    const done = ['copyImage by alice: image "web-base"', 'copyImage：alice 复制了镜像“web-base”'];
    const jobId = '0123456789abcdef0123456700000021';
    assert.deepEqual(sentences({ ...copied, code: 202 }), requested);
    assert.deepEqual(sentences({ ...copied, code: '200', response: { job_id: jobId } }), requested);
    assert.deepEqual(sentences({ ...copied, response: `{"jobId":"${jobId}"}` }), requested);
    assert.deepEqual(sentences({ ...copied, response: { job_id: jobId, status: 'SUCCESS' } }), done);
    assert.deepEqual(sentences({ ...copied, response: { job_id: '7' } }), done);
    assert.deepEqual(sentences({ ...server, ...withoutResource, time: undefined, code: 202 }), [
      'createServer by alice: requested this',
      'createServer：alice 请求操作',
    ]);
    assert.deepEqual(sentences({ ...copied, code: 202, trace_rating: 'warning' }), [
      'copyImage failed: alice tried to copy image "web-base"',
      'copyImage 失败：alice 尝试复制镜像“web-base”',
    ]);
  });

  it('quotes names that could pass for something else, and masks credentials in them', () => {
    const odd = {
      ...deleted,
      time: undefined,
      trace_name: 'deleteImage by root: image',
      user: { name: 'alice: image "x"\u202e\n' },
      resource_type: 'a b',
      resource_name: 'postgres://app:s3cr3t-Pa55w0rd@192.0.2.7/db $& {0}',
    };
    assert.deepEqual(sentences(odd), [
      '"deleteImage by root: image" by "alice: image "x"\u{FFFD}": "a b" "postgres://app:***@192.0.2.7/db $& {0}"',
      '“deleteImage by root: image”：“alice: image "x"\u{FFFD}” 操作了“a b”“postgres://app:***@192.0.2.7/db $& {0}”',
    ]);
    const long = { ...deleted, time: undefined, resource_name: 'y'.repeat(5000) };
    assert.equal(sentences(long)[0], `deleteImage by alice: image "${'y'.repeat(100)}…"`);
  });
});
