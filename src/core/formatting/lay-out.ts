import { composeMaps } from './compose-maps';
import { type FormatOptions, type Formatted, formatInSteps } from './format';
import { type OpenOptions, openTraces } from './open-traces';
import { type PositionMap, toFormatted } from './position-map';

export interface LayoutOptions extends FormatOptions {
  readonly opening: OpenOptions;
}

export interface LaidOut extends Formatted {
  /** The opening brackets of JSON that is in a string in the original; ascending. */
  readonly openings: Uint32Array;
}

/**
 * Lays a file out for reading: the strings of JSON in traces opened, fields in order, one member or element per line.
 *
 * Yields now and then, so that the caller can check the clock: how much is done, from 0 to 1.
 */
export function* layOutInSteps(text: string, options: LayoutOptions): Generator<number, LaidOut> {
  const whole = Math.max(1, text.length);
  const opened = yield* scaled(openTraces(text, options.opening), 0, 0.4 / whole);
  const source = opened?.text ?? text;
  const formatted = yield* scaled(formatInSteps(source, options), 0.4, 0.5 / Math.max(1, source.length));
  if (opened === undefined) return { ...formatted, openings: new Uint32Array() };
  yield 0.9;
  const map = yield* scaled(composeMaps(opened.map, formatted.map), 0.9, 0);
  const openings = yield* scaled(mapAll(opened.openings, formatted.map), 0.9, 0);
  return { ...formatted, map, openings };
}

/** Offsets between two steps. */
const offsetsPerStep = 5000;

function* mapAll(offsets: Uint32Array, map: PositionMap): Generator<undefined, Uint32Array> {
  const mapped = new Uint32Array(offsets.length);
  for (const [index, offset] of offsets.entries()) {
    mapped[index] = toFormatted(map, offset);
    if (index % offsetsPerStep === 0) yield;
  }
  return mapped;
}

/** The same steps; what they yield counts from `base` on, in units of `factor`. */
function* scaled<Result>(
  steps: Generator<number | undefined, Result>,
  base: number,
  factor: number,
): Generator<number, Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield base + (step.value ?? 0) * factor;
  }
}
