/**
 * @typedef {import('./record.mjs').Happening} Happening
 * @typedef {{ readonly event: string, readonly resourceType: string, readonly isReadOnly?: boolean }} NoiseEvent
 */

/**
 * What goes on in a company on an ordinary day: documented events by service.
 *
 * @type {Readonly<Record<string, readonly NoiseEvent[]>>}
 */
const events = {
  IAM: [
    { event: 'login', resourceType: 'user' },
    { event: 'logout', resourceType: 'user' },
    { event: 'addUserToGroup', resourceType: 'userGroup' },
    { event: 'updateUser', resourceType: 'user' },
    { event: 'listGroupsV5', resourceType: 'group', isReadOnly: true },
    { event: 'createTokenByPwd', resourceType: 'token' },
  ],
  CTS: [
    { event: 'listTraces', resourceType: 'trace', isReadOnly: true },
    { event: 'exportTrace', resourceType: 'trace', isReadOnly: true },
    { event: 'listTrackers', resourceType: 'tracker', isReadOnly: true },
  ],
  IMS: [
    { event: 'createImage', resourceType: 'ims' },
    { event: 'updateImage', resourceType: 'ims' },
    { event: 'deleteImage', resourceType: 'ims' },
    { event: 'addTag', resourceType: 'image' },
    { event: 'updateImage', resourceType: 'image' },
  ],
  ECS: [
    { event: 'createServer', resourceType: 'ecs' },
    { event: 'startServer', resourceType: 'ecs' },
    { event: 'stopServer', resourceType: 'ecs' },
    { event: 'rebootServer', resourceType: 'ecs' },
    { event: 'resizeServer', resourceType: 'ecs' },
    { event: 'attachVolume', resourceType: 'ecs' },
    { event: 'deleteServer', resourceType: 'ecs' },
    { event: 'updateMetadata', resourceType: 'ecs' },
  ],
  EVS: [
    { event: 'createVolume', resourceType: 'evs' },
    { event: 'extendVolume', resourceType: 'evs' },
    { event: 'updateVolume', resourceType: 'evs' },
    { event: 'deleteVolume', resourceType: 'evs' },
  ],
  VPC: [
    { event: 'createVpc', resourceType: 'vpc' },
    { event: 'modifySubnet', resourceType: 'subnet' },
    { event: 'createEip', resourceType: 'eip' },
    { event: 'bindEip', resourceType: 'eip' },
    { event: 'modifyBandwidth', resourceType: 'bandwidth' },
    { event: 'deleteVpc', resourceType: 'vpc' },
  ],
  OBS: [
    { event: 'createBucket', resourceType: 'bucket' },
    { event: 'setBucketPolicy', resourceType: 'bucket' },
    { event: 'setBucketLifecycle', resourceType: 'bucket' },
    { event: 'deleteBucketPolicy', resourceType: 'bucket' },
  ],
  KMS: [
    { event: 'createDataKey', resourceType: 'cmk' },
    { event: 'encryptData', resourceType: 'cmk' },
    { event: 'createGrant', resourceType: 'cmk' },
    { event: 'enableKeyRotation', resourceType: 'cmk' },
  ],
  CBR: [
    { event: 'createBackup', resourceType: 'backup' },
    { event: 'updatePolicy', resourceType: 'policy' },
    { event: 'deleteBackup', resourceType: 'backup' },
  ],
};

/** One in so many fails, outside of quiet files. */
const tracesPerFailure = 40;

/**
 * @typedef {object} NoisePlace
 * @property {string} region
 * @property {string} service
 * @property {boolean} isQuiet whether nothing fails and nothing is deleted
 */

/**
 * @param {number} time
 * @param {NoisePlace} place
 * @param {import('./people.mjs').Actors} actors
 * @param {import('./random.mjs').Random} random
 * @returns {Happening}
 */
export function makeNoise(time, { region, service, isQuiet }, actors, random) {
  const pool = (events[service] ?? []).filter(({ event }) => !(isQuiet && event.startsWith('delete')));
  const { event, resourceType, isReadOnly = false } = random.pick(pool);
  // Nobody but bob signs in without MFA
  const actor = /^log/.test(event)
    ? random.pick([actors.alice, actors.dana])
    : random.pick([actors.alice, actors.ciRunner, actors.ciRunner, actors.agency, actors.dana]);
  const hasFailed = random.integer(0, tracesPerFailure) === 0 && !isQuiet;
  const kind = service.toLowerCase();
  const resource = { resourceId: makeUuid(random), resourceName: `${kind}-${random.hex(6)}` };
  return {
    time,
    region,
    service,
    actor,
    event,
    resourceType,
    isReadOnly,
    ...resource,
    request: {
      name: resource.resourceName,
      description: `Ticket ${random.integer(10_000, 99_999)}`,
      enterprise_project_id: '0',
      tags: [{ key: 'stage', value: random.pick(['test', 'production']) }],
    },
    ...(hasFailed
      ? { rating: 'warning', code: 403, response: { message: 'The operation is not allowed' } }
      : { code: 200, response: { id: resource.resourceId, request_id: random.hex(32) } }),
  };
}

/** @param {import('./random.mjs').Random} random */
function makeUuid(random) {
  return `${random.hex(8)}-${random.hex(4)}-4${random.hex(3)}-8${random.hex(3)}-${random.hex(12)}`;
}
