import { centralRegion, otherRegion } from './people.mjs';
import { storyHours } from './scenes.mjs';

/**
 * A trace file that CTS delivers: the traces of one service since the delivery before.
 *
 * @typedef {object} Delivery
 * @property {string} region
 * @property {string} service
 * @property {number} hour since the beginning of the bucket
 * @property {number} minute
 * @property {number} since the minute after which its traces were recorded
 * @property {'missing' | 'cut' | 'altered' | undefined} damage what happens to it afterwards
 */

export const hour = 3_600_000;
export const minFiles = 12;

/** Files of one service of one region, in the order in which more of them are added. */
const series = [
  { region: centralRegion, service: 'IMS' },
  { region: centralRegion, service: 'ECS' },
  { region: centralRegion, service: 'EVS' },
  { region: centralRegion, service: 'VPC' },
  { region: centralRegion, service: 'IAM' },
  { region: centralRegion, service: 'OBS' },
  { region: otherRegion, service: 'ECS' },
  { region: centralRegion, service: 'KMS' },
  { region: otherRegion, service: 'EVS' },
  { region: centralRegion, service: 'CTS' },
  { region: otherRegion, service: 'IMS' },
  { region: centralRegion, service: 'CBR' },
];

/** @type {readonly (Pick<Delivery, 'service'> & Partial<Delivery>)[]} those that the story needs, by its hours */
const ofTheStory = [
  { service: 'IAM', hour: 0 },
  { service: 'IMS', hour: 0 },
  { service: 'CTS', hour: 1 },
  { service: 'IMS', hour: 1, damage: 'missing' },
  { service: 'IMS', hour: 2 },
  { service: 'ECS', hour: 2 },
  { service: 'IMS', hour: 3 },
  { service: 'ECS', hour: 3, damage: 'cut' },
  { service: 'IMS', hour: 4 },
  { service: 'IMS', hour: 4, region: otherRegion },
  { service: 'ECS', hour: 4, damage: 'altered' },
  { service: 'IMS', hour: 5 },
  { service: 'IAM', hour: 5 },
];

/** The scenes lie in the minutes before. */
const storyMinute = 20;

/**
 * How many hours a bucket of so many files covers; the story takes the last ones.
 *
 * @param {number} files
 */
export function hoursOf(files) {
  return Math.max(storyHours, Math.min(72, Math.ceil(files / 20)));
}

/**
 * All deliveries in the order of time, one more than the files that are left of them.
 *
 * @param {number} files
 * @returns {readonly Delivery[]}
 */
export function planDeliveries(files) {
  if (!Number.isInteger(files) || files < minFiles)
    throw new Error(`The story takes at least ${minFiles} files`);
  const hours = hoursOf(files);
  const first = hours - storyHours;
  const needed = ofTheStory.map((delivery) => ({
    region: centralRegion,
    hour: 0,
    damage: undefined,
    minute: storyMinute,
    since: 0,
    ...delivery,
  }));
  const planned = needed.map((delivery) => ({ ...delivery, hour: delivery.hour + first }));
  for (const more of moreDeliveries(hours, planned)) {
    if (planned.length > files) break;
    planned.push(more);
  }
  return planned.sort((one, other) => one.hour - other.hour || one.minute - other.minute);
}

/**
 * Files of noise, one service after another and hour by hour, in the minutes after those of the story. The hour of the
 * missing file stays without any of its service.
 *
 * @param {number} hours
 * @param {readonly Delivery[]} planned
 * @returns {Generator<Delivery>}
 */
function* moreDeliveries(hours, planned) {
  const gap = planned.find(({ damage }) => damage === 'missing');
  for (let round = 0; ; round++)
    for (const { region, service } of series)
      for (let at = 0; at < hours; at++) {
        const isGap = gap?.hour === at && gap.service === service && gap.region === region;
        const minute = storyMinute + 5 + (round % 7) * 5;
        if (!isGap) yield { region, service, hour: at, minute, since: minute - 5, damage: undefined };
      }
}
