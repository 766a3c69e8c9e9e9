import { hour } from './deliveries.mjs';
import { makeNoise } from './noise.mjs';
import { toRecord } from './record.mjs';

/**
 * @typedef {import('./deliveries.mjs').Delivery} Delivery
 * @typedef {import('./record.mjs').TraceRecord} TraceRecord
 * @typedef {import('./record.mjs').Happening} Happening
 */

/**
 * @typedef {object} TraceOptions
 * @property {import('./random.mjs').Random} random
 * @property {import('./people.mjs').Actors} actors
 * @property {number} traces in each file, more if the story has more
 * @property {number} start of the bucket, in epoch milliseconds
 * @property {readonly Happening[]} scenes
 */

/** Noise is recorded at least so long before it is delivered, in milliseconds. */
const beforeDelivery = 20_000;

/**
 * Makes the records of one delivery after another, in the order of recording. One record is delivered twice.
 *
 * @param {TraceOptions} options
 * @param {import('./manifest.mjs').Manifest} manifest
 */
export function traceMaker(options, manifest) {
  const { traces, scenes } = options;
  let number = 0;
  /** @type {TraceRecord | undefined} */
  let again;
  /**
   * @param {Delivery} delivery
   * @returns {readonly TraceRecord[]}
   */
  return (delivery) => {
    const ofStory = scenes.filter((scene) => belongsTo(scene, delivery, options));
    const noise = Array.from({ length: Math.max(1, traces - ofStory.length) }, () =>
      noiseIn(delivery, options),
    );
    const records = [...ofStory, ...noise].map((happening) => toRecord(happening, ++number));
    if (canRepeat(delivery) && manifest.duplicate === '') {
      if (again === undefined) {
        again = records.find(isQuiet);
      } else {
        records.push(again);
        manifest.duplicate = again.trace_id;
      }
    }
    return records.sort((one, other) => one.record_time - other.record_time);
  };
}

/** @param {Delivery} delivery */
function canRepeat({ service, damage }) {
  return service === 'IMS' && damage === undefined;
}

/** @param {TraceRecord} record */
function isQuiet({ trace_name: name, trace_rating: rating }) {
  return rating === 'normal' && !String(name).startsWith('delete');
}

/**
 * @param {Delivery} delivery
 * @param {number} start
 */
function periodOf({ hour: at, since, minute }, start) {
  const from = start + at * hour;
  return { from: from + since * 60_000, to: from + minute * 60_000 };
}

/**
 * @param {Happening} scene
 * @param {Delivery} delivery
 * @param {TraceOptions} options
 */
function belongsTo({ region, service, time }, delivery, { start }) {
  const { from, to } = periodOf(delivery, start);
  return region === delivery.region && service === delivery.service && time >= from && time < to;
}

/**
 * @param {Delivery} delivery
 * @param {TraceOptions} options
 */
function noiseIn(delivery, { random, actors, start }) {
  const { from, to } = periodOf(delivery, start);
  const { region, service } = delivery;
  const time = random.integer(from, to - beforeDelivery);
  return makeNoise(time, { region, service, isQuiet: delivery.damage !== undefined }, actors, random);
}
