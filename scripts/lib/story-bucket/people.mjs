/** Who and what the story is about. All invented; addresses from the ranges for documentation. */

/** Global services such as IAM deliver to this region only. */
export const centralRegion = 'cn-north-4';
export const otherRegion = 'cn-east-3';

export const bucketName = 'example-audit';
export const filePrefix = 'story';

export const account = { id: '00000000000000000000000000000acc', name: 'example-corp' };
/** The account that the image is shared to, with one of its projects. */
export const otherAccount = {
  id: '00000000000000000000000000000bad',
  name: 'example-partner',
  projectId: '0000000000000000000000000000bad1',
};

/** @type {Readonly<Record<string, string>>} project by region */
export const projects = {
  [centralRegion]: '0123456789abcdef0123456789abcdef',
  [otherRegion]: '123456789abcdef0123456789abcdef0',
};

export const server = { id: '22222222-3333-4444-8555-00000000e001', name: 'web-01' };
export const image = { id: '5f0c1d9a-1111-4222-8333-00000000a001', name: 'web-golden' };
export const copiedImage = { id: '5f0c1d9a-1111-4222-8333-00000000a002', name: 'web-golden-copy' };

/** The key that bob creates once he is in, and uses from then on. */
export const storyAccessKey = 'EXAMPLEEXAMPLE000066';
export const storyAddress = '203.0.113.66';

/**
 * How somebody appears in `user`, and from where.
 *
 * @typedef {object} Actor
 * @property {string} traceType
 * @property {string} sourceIp
 * @property {object} user
 */

/**
 * @param {string} name
 * @param {string} id
 */
function userOf(name, id) {
  return {
    id,
    name,
    domain: account,
    type: 'User',
    user_name: name,
    account_id: account.id,
    principal_id: id,
    principal_urn: `iam::${account.id}:user:${name}`,
    principal_is_root_user: 'false',
  };
}

/**
 * @param {string} createdAt epoch milliseconds
 * @param {boolean} isWithMfa
 */
function session(createdAt, isWithMfa) {
  return {
    invoked_by: ['service.console'],
    session_context: { attributes: { created_at: createdAt, mfa_authenticated: String(isWithMfa) } },
  };
}

/** The id of bob, whose password is guessed. */
const bobId = '0000000000000000000000000000b0b0';

/**
 * Everybody in the bucket.
 *
 * @param {number} start when the story begins, in epoch milliseconds
 */
export function makeActors(start) {
  const console = 'ConsoleAction';
  const bob = userOf('bob', bobId);
  const createdAt = String(start - 3_600_000);
  return {
    /** Before he is signed in. */
    bobUnknown: {
      traceType: console,
      sourceIp: storyAddress,
      user: { id: bobId, name: 'bob', domain: account },
    },
    bobInConsole: {
      traceType: console,
      sourceIp: storyAddress,
      user: { ...bob, ...session(String(start + 12 * 60_000), false) },
    },
    bobWithKey: {
      traceType: 'ApiCall',
      sourceIp: storyAddress,
      user: { ...bob, access_key_id: storyAccessKey },
    },
    alice: {
      traceType: console,
      sourceIp: '192.0.2.10',
      user: { ...userOf('alice', '000000000000000000000000000a11ce'), ...session(createdAt, true) },
    },
    ciRunner: {
      traceType: 'ApiCall',
      sourceIp: '198.51.100.7',
      user: {
        ...userOf('ci-runner', '0000000000000000000000000000c1c1'),
        access_key_id: 'EXAMPLEEXAMPLE000001',
      },
    },
    agency: {
      traceType: 'ApiCall',
      sourceIp: '198.51.100.21',
      user: {
        id: '00000000000000000000000000a9e9c1',
        name: `${account.name}/deploy-agency`,
        domain: account,
        type: 'AssumedAgency',
        account_id: account.id,
        principal_id: '00000000000000000000000000a9e9c1:nightly',
        principal_urn: `sts::${account.id}:assumed-agency:deploy-agency/nightly`,
        principal_is_root_user: 'false',
        access_key_id: 'EXAMPLEEXAMPLE000002',
      },
    },
    dana: {
      traceType: console,
      sourceIp: '192.0.2.44',
      user: {
        id: '0000000000000000000000000000da4a',
        name: 'corp-idp/dana',
        domain: account,
        type: 'ExternalUser',
        account_id: account.id,
        principal_id: 'corp-idp:dana',
        principal_urn: `sts::${account.id}:external-user:corp-idp/dana`,
        principal_is_root_user: 'false',
        ...session(createdAt, true),
      },
    },
  };
}

/** @typedef {ReturnType<typeof makeActors>} Actors */
