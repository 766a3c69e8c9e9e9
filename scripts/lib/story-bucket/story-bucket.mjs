import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { addToAnswers } from './answers.mjs';
import { damage } from './damage.mjs';
import { hour, hoursOf, planDeliveries } from './deliveries.mjs';
import { digestChain, toLogFile } from './digests.mjs';
import { emptyManifest } from './manifest.mjs';
import { traceFileName } from './names.mjs';
import { makeActors } from './people.mjs';
import { createRandom } from './random.mjs';
import { makeScenes, storyHours } from './scenes.mjs';
import { traceMaker } from './traces.mjs';

/**
 * @typedef {import('./deliveries.mjs').Delivery} Delivery
 * @typedef {import('./digests.mjs').BucketFile} BucketFile
 * @typedef {import('./manifest.mjs').Manifest} Manifest
 */

/**
 * @typedef {object} BucketOptions
 * @property {number} files how many trace files there are, at least 12; digests are not counted
 * @property {number} seed
 * @property {number} [traces] in each file, more if the story has more; 150 by default, which makes some 200 KB
 * @property {number} [start] the hour in which the bucket begins, in epoch milliseconds
 * @property {boolean} [hasDigests]
 * @property {(message: string) => string} [sign] signs a digest; without it signatures are invented
 */

/** 2026-03-31T20:00:00Z: the story goes over the end of a month */
export const defaultStart = Date.UTC(2026, 2, 31, 20);
export const defaultTraces = 150;

/**
 * Writes the bucket into a folder.
 *
 * @param {string} folder
 * @param {BucketOptions} options
 * @returns {Manifest}
 */
export function writeStoryBucket(folder, options) {
  const { files, manifest } = storyBucket(options);
  for (const { path: name, bytes } of files) {
    const target = path.join(folder, name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
  return manifest;
}

/**
 * A bucket that CTS filled, hour by hour. The manifest is complete once all files have been taken.
 *
 * @param {BucketOptions} options
 * @returns {{ readonly files: Iterable<BucketFile>, readonly manifest: Manifest }}
 */
export function storyBucket(options) {
  const manifest = emptyManifest();
  return { files: makeFiles(options, manifest), manifest };
}

/**
 * @param {BucketOptions} options
 * @param {Manifest} manifest
 * @returns {Generator<BucketFile>}
 */
function* makeFiles(options, manifest) {
  const { files, seed, start = defaultStart, hasDigests = true } = options;
  const random = createRandom(seed);
  const { sign = () => random.hex(512) } = options;
  const hours = hoursOf(files);
  Object.assign(manifest, { from: start, to: start + hours * hour });
  const deliveries = planDeliveries(files);
  const makeTraces = makerOf(options, random, manifest);
  const chains = chainsOf(hasDigests ? deliveries : [], sign);
  for (let at = 0; at < hours; at++) {
    /** @type {Map<string, import('./digests.mjs').LogFile[]>} */
    const listed = new Map();
    for (const delivery of deliveries.filter((one) => one.hour === at)) {
      const records = makeTraces(delivery);
      const file = toFile(delivery, start, records, random);
      const key = keyOf(delivery);
      listed.set(key, [...(listed.get(key) ?? []), toLogFile(file)]);
      const left = damage({ ...file, records }, delivery.damage, manifest, packText);
      if (left === undefined) continue;
      if (delivery.damage !== 'cut') count(records, manifest);
      manifest.files++;
      yield left;
    }
    for (const [key, next] of chains) {
      manifest.digests++;
      yield next(start + at * hour, listed.get(key) ?? []);
    }
  }
}

/**
 * @param {BucketOptions} options
 * @param {import('./random.mjs').Random} random
 * @param {Manifest} manifest
 */
function makerOf({ files, traces = defaultTraces, start = defaultStart }, random, manifest) {
  const storyStart = start + (hoursOf(files) - storyHours) * hour;
  const actors = makeActors(storyStart);
  return traceMaker({ random, actors, traces, start, scenes: makeScenes(storyStart, actors) }, manifest);
}

/** @param {{ readonly region: string, readonly service: string }} series */
function keyOf({ region, service }) {
  return `${region} ${service}`;
}

/**
 * A chain of digests for each service of each region.
 *
 * @param {readonly Delivery[]} deliveries
 * @param {(message: string) => string} sign
 */
function chainsOf(deliveries, sign) {
  const series = new Map(deliveries.map((delivery) => [keyOf(delivery), delivery]));
  return new Map([...series].sort().map(([key, one]) => [key, digestChain(one, sign, packText)]));
}

/**
 * @param {Delivery} delivery
 * @param {number} start
 * @param {readonly object[]} records
 * @param {import('./random.mjs').Random} random
 * @returns {BucketFile}
 */
function toFile({ region, service, hour: at, minute }, start, records, random) {
  const time = start + at * hour + minute * 60_000;
  return {
    path: traceFileName({ region, service, time, hex: random.hex(16) }),
    bytes: packText(JSON.stringify(records)),
  };
}

/**
 * @param {readonly import('./record.mjs').TraceRecord[]} records
 * @param {Manifest} manifest
 */
function count(records, manifest) {
  manifest.traces += records.length;
  for (const record of records) addToAnswers(manifest.answers, record, manifest.to - 2 * hour);
}

/** @param {string} text */
function packText(text) {
  return gzipSync(text);
}
