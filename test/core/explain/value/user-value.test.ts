import assert from 'node:assert/strict';
import { explainedValue } from '../../../support/asking';

const notRecorded = 'MFA, whether the console was used';
const masters = { name: 'A--Company', id: '1f9b9ba51f6b4061bd5c1736b28469f8' };

const users: readonly (readonly [what: string, user: unknown, expected: string | undefined])[] = [
  [
    'everything',
    {
      name: 'alice',
      domain: masters,
      access_key_id: 'HSTAZVL6WYS0J5MYE2GA',
      principal_is_root_user: 'true',
      invoked_by: ['service.console'],
      session_context: { attributes: { created_at: '1718777931170', mfa_authenticated: 'true' } },
    },
    '`alice` · account `A--Company` · root user of the account · with MFA · through the console',
  ],
  [
    'an IAM user without MFA, not through the console',
    {
      user_name: 'bob',
      account_id: 'abc',
      principal_urn: 'iam::abc:user:bob',
      principal_is_root_user: 'false',
      invoked_by: ['service.OBS', 7],
      session_context: { attributes: { mfa_authenticated: false } },
    },
    '`bob` · account `abc` · IAM user · without MFA · called by `service.OBS`, not through the console',
  ],
  [
    'an agency',
    { name: 'session', principal_urn: 'sts::abc:assumed-agency:backup/session' },
    `\`session\` · through an agency · not recorded: account, ${notRecorded}`,
  ],
  [
    'a federated user',
    { name: 'carol', principal_urn: 'sts::abc:external-user:idp/carol' },
    `\`carol\` · federated user · not recorded: account, ${notRecorded}`,
  ],
  [
    'the documented type before the form of the principal',
    { name: 'acme/ops', type: 'AssumedAgency', principal_urn: 'iam::abc:user:bob' },
    `\`acme/ops\` · through an agency · not recorded: account, ${notRecorded}`,
  ],
  [
    'an external user by type',
    { name: 'idp/carol', type: 'ExternalUser', principal_id: 'i-1:carol' },
    `\`idp/carol\` · federated user · not recorded: account, ${notRecorded}`,
  ],
  [
    'a session that may be of an agency or a federation',
    { name: 'acme/ops', principal_id: 'a9e1:ops-session' },
    `\`acme/ops\` · temporary session of an agency or a federated user · not recorded: account, ${notRecorded}`,
  ],
  [
    'a principal id without a session and an unknown type',
    { name: 'dave', principal_id: 'a9e1', type: 'Robot' },
    `\`dave\` · not recorded: account, identity type, ${notRecorded}`,
  ],
  [
    'a masked session',
    { name: 'dave', principal_id: 'a9e1:***' },
    `\`dave\` · not recorded: account, identity type, ${notRecorded}`,
  ],
  [
    'temporarily elevated permissions',
    { name: 'aaa/op_service', domain: masters },
    `\`aaa/op_service\` · account \`A--Company\` · \`op_service\`: permissions temporarily elevated · not recorded: identity type, ${notRecorded}`,
  ],
  [
    'an assumed identity, in a string',
    JSON.stringify({ name: 'x', domain: { name: 'y' }, assumedBy: { user: { name: 'admin' } } }),
    `\`x\` · account \`y\` · assumed by \`admin\` · not recorded: identity type, ${notRecorded}`,
  ],
  [
    'masked parts',
    { name: '<masked>', domain: { id: '7e0d78c85***d0b9b7cba' }, type: 'User' },
    `name masked · account masked · IAM user · not recorded: ${notRecorded}`,
  ],
  [
    'parts of other types',
    { name: 7, domain: 'x', invoked_by: 'y' },
    `not recorded: name, account, identity type, ${notRecorded}`,
  ],
  ['nothing', null, 'not recorded, as is usual for system-triggered events'],
  ['an empty string', '', 'not recorded, as is usual for system-triggered events'],
  ['an empty object', {}, 'not recorded, as is usual for system-triggered events'],
  ['a masked string', '***', 'masked'],
];

describe('the explanation of a user', () => {
  for (const [what, user, expected] of users) {
    it(what, () => assert.equal(explainedValue({ user }), `**user** · ${expected}`));
  }

  it('is that of the field for a string without a JSON object', () => {
    for (const user of ['alice', '{"name":', '[[1]]', '7'])
      assert.match(explainedValue({ user }) ?? '', /^\*\*user\*\* · The user who performed/);
  });

  it('is shown in Chinese', () => {
    const user = { name: 'alice', domain: { name: 'acme' }, principal_is_root_user: 'true' };
    assert.equal(
      explainedValue({ user }, 'zh-cn'),
      '**user** · `alice` · 账号 `acme` · 账号根用户（root） · 未记录：MFA、是否通过控制台',
    );
  });

  it('shows neither access key ids nor other members', () => {
    const explanation = explainedValue({
      user: { name: 'a', access_key_id: 'HSTAZVL6WYS0J5MYE2GA', token: 'MIIabcdef' },
    });
    assert.doesNotMatch(explanation ?? '', /HSTA|MII/);
  });
});
