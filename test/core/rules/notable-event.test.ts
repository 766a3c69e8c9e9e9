import assert from 'node:assert/strict';
import type { UserIdentity } from '../../../src/core/record/user-identity';
import { notableEvent, notableIdsOf, notableText } from '../../../src/core/rules/notable-event';
import {
  assertReports,
  checkRecord,
  checkRecordText,
  checkText,
  english,
  onlyRule,
} from '../../support/harness';

const plain = {
  service_type: 'IMS',
  resource_type: 'image',
  trace_name: 'updateImage',
  trace_rating: 'normal',
  domain_id: 'a11ce0',
};

/** The messages for a record with the given fields replaced. */
function messagesFor(fields: Readonly<Record<string, unknown>>): readonly string[] {
  return checkRecord(notableEvent, { ...plain, ...fields }).map(({ message }) => message);
}

describe('notable-event', () => {
  it('reports every single reason', () => {
    const user = (facts: Readonly<Record<string, unknown>>) => ({ user: { name: 'alice', ...facts } });
    const mfa = (value: unknown) => user({ session_context: { attributes: { mfa_authenticated: value } } });
    const other = { resource_account_id: 'b0b' };
    const root = 'updateImage by root user alice';
    const throughAgency = 'updateImage by alice, through an agency';
    const cases: readonly (readonly [Readonly<Record<string, unknown>>, string])[] = [
      [{ trace_rating: 'warning' }, 'updateImage failed'],
      [{ trace_rating: undefined, trace_status: 'incident' }, 'updateImage failed (incident)'],
      [{ trace_rating: '', trace_status: 'warning' }, 'updateImage failed'],
      [{ trace_rating: '***', trace_status: 'warning' }, 'updateImage failed'],
      [user({ principal_is_root_user: true }), root],
      [user({ principal_is_root_user: 'true' }), root],
      [{ user: '{"principal_is_root_user":"true"}' }, 'updateImage by the root user'],
      [mfa(false), 'updateImage by alice, without MFA'],
      [mfa('false'), 'updateImage by alice, without MFA'],
      [user({ name: 'alice/op_service' }), 'updateImage by alice, with elevated permissions (op_service)'],
      [user({ assumedBy: { user: { name: 'bob' } } }), `${throughAgency} assumed by bob`],
      [user({ assumed_by: { user: { name: 'bob' } } }), `${throughAgency} assumed by bob`],
      [user({ assumedBy: 'bob' }), throughAgency],
      [user({ type: 'AssumedAgency' }), 'updateImage by agency alice'],
      [user({ principal_urn: 'sts::a11ce0:assumed-agency:ops/bob' }), 'updateImage by agency alice'],
      [
        user({ name: 'acme/op_service', type: 'AssumedAgency' }),
        'updateImage by agency acme/op_service, with elevated permissions (op_service)',
      ],
      [other, 'updateImage: an image of another account'],
      [
        { ...other, domain_id: undefined, ...user({ domain: { id: 'a11ce0' } }) },
        'updateImage by alice: an image of another account',
      ],
    ];
    for (const [fields, message] of cases) assert.deepEqual(messagesFor(fields), [message]);
  });

  it('knows the events of interest to auditors', () => {
    const by = { user: { name: 'alice' }, resource_name: 'n1' };
    const cases = [
      ['CTS', 'createTracker', 'audit tracker "n1"'],
      ['CTS', 'deleteTracker', 'audit tracker "n1"'],
      ['cts', 'updateTracker', 'audit tracker "n1"'],
      ['CTS', 'createNotification', 'audit notification "n1"'],
      ['CTS', 'updateConfiguration', 'audit configuration "n1"'],
      ['CTS', 'deleteNotification', 'audit notification "n1"'],
      ['CTS', 'updateNotification', 'audit notification "n1"'],
      ['cts', 'updateNotificationStatus', 'changed the status of audit notification "n1"'],
      ['IMS', 'exportImage', 'image "n1"'],
      ['IMS', 'copyImage', 'image "n1"'],
      ['ims', 'addMember', 'shared image "n1"'],
      ['IMS', 'deleteImage', 'image "n1"'],
    ] as const;
    for (const [service_type, trace_name, done] of cases)
      assert.deepEqual(messagesFor({ service_type, trace_name, ...by }), [`${trace_name} by alice: ${done}`]);
  });

  it('says several reasons in one sentence, on the name of the event', () => {
    assertReports(
      notableEvent,
      `
      {
        "service_type": "IMS",
        "trace_name": "exportImage",
        //            ^^^^^^^^^^^^^ notable-event: exportImage failed (incident): the root user tried to export an image, without MFA
        "trace_rating": "incident",
        "user": {
          "principal_is_root_user": "true",
          "session_context": { "attributes": { "mfa_authenticated": "false" } }
        }
      }`,
    );
  });

  it('marks the opening brace if there is no name', () => {
    const text = '{"service_type":"IMS","trace_rating":"warning"}';
    assert.deepEqual(checkRecordText(notableEvent, text), [
      { message: 'Event without a name failed', marked: '{', severity: 'off', fixes: [] },
    ]);
  });

  it('is silent on ordinary records, masked values and near misses', () => {
    const silent = [
      {},
      { user: { principal_is_root_user: 'false', principal_urn: 'iam::a11ce0:user:alice', assumedBy: '' } },
      { user: { session_context: { attributes: { mfa_authenticated: 'true' } } } },
      { user: { session_context: { attributes: { mfa_authenticated: '***' } }, assumedBy: '***' } },
      { user: 'not JSON' },
      { user: null },
      { trace_rating: 'Warning' },
      { trace_rating: null },
      { trace_rating: 'normal', trace_status: 'warning' },
      { user: { name: 'op_service', principal_urn: 'iam::sts::x', assumedBy: [] } },
      { user: { principal_is_root_user: 'True', session_context: { attributes: { mfa_authenticated: 0 } } } },
      { resource_account_id: 'a11ce0', user: { domain: { id: 'b0b' } } },
      { resource_account_id: 'b0b', domain_id: undefined, user: { account_id: 'a11ce0' } },
      { resource_account_id: 'a11ce0' },
      { resource_account_id: '' },
      { resource_account_id: '***' },
      { resource_account_id: 'b0b', domain_id: undefined },
      { resource_account_id: 'b0b', domain_id: '***' },
      { service_type: 'ECS', trace_name: 'deleteImage' },
      { service_type: 'CTS', trace_name: 'listTrackers' },
      {
        user: {
          type: 'ExternalUser',
          name: 'idp/carol',
          principal_urn: 'sts::a11ce0:external-user:idp/carol',
        },
      },
      { user: { principal_urn: 'sts::a11ce0:external-user:idp/carol' } },
      { user: { type: 'User', name: 'acme/dave' } },
      { user: { name: 'acme/ops', principal_id: 'a9e1:session', assumed_by: null } },
      { user: { type: 'assumedagency', principal_urn: 'sts::a11ce0:other:ops' } },
      { trace_name: 'deleteimage' },
    ];
    for (const fields of silent) assert.deepEqual(messagesFor(fields), [], JSON.stringify(fields));
  });

  it('is off by default', () => {
    const text = JSON.stringify({
      ...plain,
      trace_type: 'ApiCall',
      time: 1795136523120,
      trace_name: 'deleteImage',
    });
    assert.deepEqual(checkText(text).findings(), []);
    const { levels } = onlyRule('notable-event');
    const found = checkText(text, { levels: { ...levels, 'notable-event': 'information' } }).findings();
    assert.deepEqual(
      found.map(({ rule, severity, message }) => `${severity} ${rule} ${message}`),
      ['information notable-event deleteImage, 2026-11-20 01:02:03 UTC'],
    );
  });
});

const noOne: UserIdentity = {
  name: undefined,
  account: undefined,
  accountId: undefined,
  kind: undefined,
  isElevated: false,
  assumedBy: undefined,
  isThroughAgency: false,
  secondFactor: undefined,
  invokedBy: undefined,
};

describe('the reasons of a notable event', () => {
  const user = {
    ...noOne,
    kind: 'root',
    isElevated: true,
    isThroughAgency: true,
    secondFactor: false,
  } as const;
  const outcome = { rating: 'warning', status: undefined } as const;
  const accounts = { account: 'a11ce0', resourceAccount: 'b0b' };

  it('have an id each, the gravest first, and a few words', () => {
    const share = notableIdsOf({ service: 'ims', name: 'addMember', outcome, user, ...accounts });
    const tracker = notableIdsOf({
      service: 'CTS',
      name: 'deleteTracker',
      outcome,
      user: undefined,
      ...accounts,
    });
    const ids = [...share.slice(0, 3), ...tracker.slice(1, 2), ...share.slice(3)];
    assert.deepEqual(
      ids.map((id) => [id, notableText(id, english)]),
      [
        ['failed', 'failed'],
        ['root-user', 'root user'],
        ['no-mfa', 'without MFA'],
        ['audit-configuration', 'audit configuration'],
        ['agency', 'agency'],
        ['elevated', 'with elevated permissions (op_service)'],
        ['other-account', 'of another account'],
        ['sensitive-image-event', 'image copied, exported, shared or deleted'],
      ],
    );
  });

  it('are none for an ordinary event', () => {
    const none = { outcome: { rating: 'normal', status: 200 }, user: noOne } as const;
    const event = { service: 'IMS', name: 'updateImage', ...none, account: 'a', resourceAccount: 'a' };
    assert.deepEqual(notableIdsOf(event), []);
  });
});
