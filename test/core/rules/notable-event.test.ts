import assert from 'node:assert/strict';
import { notableEvent } from '../../../src/core/rules/notable-event';
import { assertReports, checkRecord, checkRecordText, checkText, onlyRule } from '../../support/harness';

const plain = {
  service_type: 'IMS',
  resource_type: 'image',
  trace_name: 'updateImage',
  trace_rating: 'normal',
  domain_id: 'a11ce0',
};

/** The messages for a record with the given fields replaced. */
function reasonsFor(fields: Readonly<Record<string, unknown>>): readonly string[] {
  return checkRecord(notableEvent, { ...plain, ...fields }).map(({ message }) => message);
}

describe('notable-event', () => {
  it('reports every single reason', () => {
    const user = (facts: Readonly<Record<string, unknown>>) => ({ user: { name: 'alice', ...facts } });
    const mfa = (value: unknown) => user({ session_context: { attributes: { mfa_authenticated: value } } });
    const other = { resource_account_id: 'b0b' };
    const cases: readonly (readonly [Readonly<Record<string, unknown>>, string])[] = [
      [{ trace_rating: 'warning' }, 'failed (rated warning)'],
      [{ trace_rating: undefined, trace_status: 'incident' }, 'failed (rated incident)'],
      [{ trace_rating: '', trace_status: 'warning' }, 'failed (rated warning)'],
      [{ trace_rating: '***', trace_status: 'warning' }, 'failed (rated warning)'],
      [user({ principal_is_root_user: true }), 'by the root user'],
      [user({ principal_is_root_user: 'true' }), 'by the root user'],
      [{ user: '{"principal_is_root_user":"true"}' }, 'by the root user'],
      [mfa(false), 'without MFA'],
      [mfa('false'), 'without MFA'],
      [user({ name: 'alice/op_service' }), 'with elevated permissions (op_service)'],
      [user({ assumedBy: { user: { name: 'bob' } } }), 'through an agency'],
      [user({ assumed_by: { user: { name: 'bob' } } }), 'through an agency'],
      [user({ assumedBy: 'bob' }), 'through an agency'],
      [user({ type: 'AssumedAgency' }), 'through an agency'],
      [user({ principal_urn: 'sts::a11ce0:assumed-agency:ops/bob' }), 'through an agency'],
      [
        user({ name: 'acme/op_service', type: 'AssumedAgency' }),
        'through an agency, with elevated permissions (op_service)',
      ],
      [other, 'on a resource of another account'],
      [
        { ...other, domain_id: undefined, ...user({ domain: { id: 'a11ce0' } }) },
        'on a resource of another account',
      ],
    ];
    for (const [fields, why] of cases) {
      assert.deepEqual(reasonsFor(fields), [`Notable event "updateImage": ${why}`]);
    }
  });

  it('knows the events of interest to auditors', () => {
    const changes = 'changes the audit configuration';
    const trail = 'changes a tracker';
    const cases = [
      ['CTS', 'createTracker', trail],
      ['CTS', 'deleteTracker', trail],
      ['cts', 'updateTracker', trail],
      ['CTS', 'createNotification', changes],
      ['CTS', 'updateConfiguration', changes],
      ['CTS', 'deleteNotification', changes],
      ['CTS', 'updateNotification', changes],
      ['cts', 'updateNotificationStatus', changes],
      ['IMS', 'exportImage', 'exports an image'],
      ['IMS', 'copyImage', 'copies an image'],
      ['ims', 'addMember', 'shares an image'],
      ['IMS', 'deleteImage', 'deletes an image'],
    ] as const;
    for (const [service_type, trace_name, why] of cases) {
      assert.deepEqual(reasonsFor({ service_type, trace_name }), [`Notable event "${trace_name}": ${why}`]);
    }
  });

  it('joins several reasons in one message, on the name of the event', () => {
    assertReports(
      notableEvent,
      `
      {
        "service_type": "IMS",
        "trace_name": "exportImage",
        //            ^^^^^^^^^^^^^ notable-event: Notable event "exportImage": failed (rated incident), by the root user, without MFA, exports an image
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
      { message: 'Notable event: failed (rated warning)', marked: '{', severity: 'off', fixes: [] },
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
    for (const fields of silent) assert.deepEqual(reasonsFor(fields), [], JSON.stringify(fields));
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
      ['information notable-event Notable event "deleteImage": deletes an image'],
    );
  });
});
