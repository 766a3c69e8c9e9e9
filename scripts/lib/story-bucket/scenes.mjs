import {
  centralRegion,
  copiedImage,
  image,
  otherAccount,
  otherRegion,
  server,
  storyAccessKey,
} from './people.mjs';

/**
 * @typedef {import('./record.mjs').Happening} Happening
 * @typedef {Omit<Happening, 'time' | 'region'> & { readonly at: readonly [hour: number, minute: number, second: number], readonly region?: string }} Scene
 */

/** How many hours the story takes; its scenes lie in the first twenty minutes of each. */
export const storyHours = 6;

/**
 * Somebody guesses bob's password, signs in without MFA, makes an access key, shortens how long the audit trail is kept,
 * makes an image of a server, shares, copies and exports it, and tidies up.
 *
 * @param {number} start in epoch milliseconds
 * @param {import('./people.mjs').Actors} actors
 * @returns {readonly Happening[]} in the order of time
 */
export function makeScenes(start, actors) {
  return [...signIn(actors), ...trail(actors), ...makeImage(actors), ...giveAway(actors), ...tidyUp(actors)]
    .map(({ at: [hour, minute, second], region = centralRegion, ...scene }) => ({
      ...scene,
      region,
      time: start + ((hour * 60 + minute) * 60 + second) * 1000,
    }))
    .sort((one, other) => one.time - other.time);
}

const ims = { service: 'IMS', resourceType: 'ims' };
const glance = { service: 'IMS', resourceType: 'image', apiVersion: 'v2' };
const onImage = { resourceId: image.id, resourceName: image.name };
const failed = /** @type {const} */ ({ rating: 'warning' });

/**
 * @param {import('./people.mjs').Actors} actors
 * @returns {readonly Scene[]}
 */
function signIn({ bobUnknown, bobInConsole }) {
  const iam = { service: 'IAM', resourceType: 'user', resourceId: bobInConsole.user.id, resourceName: 'bob' };
  const guess = {
    ...iam,
    ...failed,
    actor: bobUnknown,
    event: 'loginFailed',
    code: 401,
    message: JSON.stringify({ login: { user_type: 'IAM user', login_protect: { status: 'off' } } }),
  };
  return [
    { ...guess, at: [0, 3, 10] },
    { ...guess, at: [0, 4, 2] },
    { ...guess, at: [0, 6, 41] },
    {
      ...iam,
      at: [0, 12, 5],
      actor: bobInConsole,
      event: 'login',
      code: 302,
      message: JSON.stringify({ login: { user_type: 'IAM user', login_protect: { status: 'off' } } }),
    },
    {
      ...iam,
      at: [0, 16, 30],
      actor: bobInConsole,
      event: 'createCredential',
      code: 201,
      response: { credential: { access: storyAccessKey, status: 'active', user_id: bobInConsole.user.id } },
    },
  ];
}

/**
 * @param {import('./people.mjs').Actors} actors
 * @returns {readonly Scene[]}
 */
function trail({ bobInConsole }) {
  const tracker = {
    service: 'CTS',
    resourceType: 'tracker',
    resourceName: 'system',
    actor: bobInConsole,
    event: 'updateTracker',
    apiVersion: 'v3',
  };
  return [
    {
      ...tracker,
      ...failed,
      at: [1, 5, 20],
      code: 403,
      request: { tracker_name: 'system', tracker_type: 'system', status: 'disabled' },
      response: { message: 'The status of the system tracker cannot be changed while it is in use' },
    },
    {
      ...tracker,
      at: [1, 8, 50],
      request: {
        tracker_name: 'system',
        tracker_type: 'system',
        obs_info: { bucket_name: 'example-audit', bucket_lifecycle: 30, is_sort_by_service: true },
      },
      response: {},
    },
  ];
}

/**
 * @param {import('./people.mjs').Actors} actors
 * @returns {readonly Scene[]}
 */
function makeImage({ bobWithKey }) {
  const request = { name: image.name, instance_id: server.id, enterprise_project_id: '0' };
  const onServer = {
    service: 'ECS',
    resourceType: 'ecs',
    resourceId: server.id,
    resourceName: server.name,
    actor: bobWithKey,
    apiVersion: 'v1',
  };
  const requestId = 'req-33333333-4444-4555-8666-0000000000a1';
  return [
    {
      ...ims,
      ...failed,
      at: [2, 4, 12],
      actor: bobWithKey,
      event: 'createImage',
      resourceName: image.name,
      code: 400,
      request,
      response: { error: { message: 'The server must be stopped first' } },
    },
    { ...onServer, at: [2, 6, 40], event: 'stopServer', request: { 'os-stop': {} } },
    {
      ...ims,
      ...onImage,
      at: [2, 9, 1],
      actor: bobWithKey,
      event: 'createImage',
      request,
      response: { job_id: '0123456789abcdef01234567000000a1' },
    },
    { ...glance, ...onImage, at: [2, 9, 3], actor: bobWithKey, event: 'createImage', code: 201, requestId },
    {
      ...glance,
      ...onImage,
      at: [2, 12, 44],
      actor: bobWithKey,
      event: 'updateImage',
      code: 204,
      requestId: 'req-33333333-4444-4555-8666-0000000000a2',
    },
    { ...onServer, at: [2, 14, 30], event: 'startServer', request: { 'os-start': {} } },
    {
      ...glance,
      ...onImage,
      at: [3, 3, 15],
      actor: bobWithKey,
      event: 'addTag',
      code: 204,
      message: 'purpose=monthly-backup',
      requestId: 'req-33333333-4444-4555-8666-0000000000a3',
    },
  ];
}

/**
 * @param {import('./people.mjs').Actors} actors
 * @returns {readonly Scene[]}
 */
function giveAway({ bobWithKey }) {
  const member = { ...ims, ...onImage, actor: bobWithKey, event: 'addMember' };
  const exported = { ...ims, ...onImage, actor: bobWithKey, event: 'exportImage' };
  const toObs = { bucket_url: 'example-drop:web-golden.qcow2', file_format: 'qcow2' };
  return [
    {
      ...member,
      ...failed,
      at: [3, 7, 2],
      code: 400,
      request: { images: [image.id], projects: [otherAccount.id] },
      response: { error: { message: 'The project does not exist' } },
    },
    {
      ...member,
      at: [3, 9, 48],
      request: { images: [image.id], projects: [otherAccount.projectId] },
      response: { job_id: '0123456789abcdef01234567000000a2' },
    },
    {
      ...ims,
      ...onImage,
      at: [4, 4, 27],
      actor: bobWithKey,
      event: 'copyImage',
      request: {
        name: copiedImage.name,
        region: otherRegion,
        project_name: otherRegion,
        agency_name: 'ims_admin_agency',
      },
      response: { job_id: '0123456789abcdef01234567000000a3' },
    },
    {
      ...ims,
      at: [4, 11, 9],
      region: otherRegion,
      actor: bobWithKey,
      event: 'createImage',
      resourceId: copiedImage.id,
      resourceName: copiedImage.name,
      message: `Copied from ${image.id} in ${centralRegion}`,
    },
    {
      ...exported,
      ...failed,
      at: [4, 14, 33],
      code: 200,
      request: { ...toObs, bucket_url: 'example-dorp:web-golden.qcow2' },
      response: { error: { message: 'The bucket does not exist' } },
    },
    { ...exported, at: [5, 2, 18], request: toObs, response: { job_id: '0123456789abcdef01234567000000a4' } },
  ];
}

/**
 * @param {import('./people.mjs').Actors} actors
 * @returns {readonly Scene[]}
 */
function tidyUp({ bobWithKey, bobInConsole }) {
  return [
    { ...ims, ...onImage, at: [5, 9, 51], actor: bobWithKey, event: 'deleteImage', code: 204 },
    {
      ...glance,
      ...onImage,
      at: [5, 9, 52],
      actor: bobWithKey,
      event: 'deleteImage',
      code: 204,
      requestId: 'req-33333333-4444-4555-8666-0000000000a4',
    },
    {
      service: 'IAM',
      resourceType: 'user',
      at: [5, 15, 40],
      actor: bobInConsole,
      event: 'deleteCredential',
      resourceId: bobInConsole.user.id,
      resourceName: 'bob',
      code: 204,
      request: { credential: { access: storyAccessKey } },
    },
  ];
}
