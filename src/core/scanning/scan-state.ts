/**
 * A construct that is open at the scanner's position: an array, the array under `traces`, a wrapper or, outermost, a
 * list of values that lost its opening bracket, or a value over several lines in a file of one value per line.
 */
export type Frame = 'array' | 'traces' | 'wrapper' | 'list-without-bracket' | 'laid-out';

/**
 * What may come next.
 *
 * - `first`: a value or the end of the frame; at top level also between values
 * - `separator`: after a value, a comma or the end of the frame
 * - `value`: after a comma, a value
 * - `anything`: after a syntax error, anything
 * - `rest-of-record`: after a record that broke off, anything; the rest of its line may belong to it
 * - `after-broken-record`: like `anything`; errors on the same line follow from the broken record or a missing comma
 * - `member-value`: like `after-broken-record`, and an object is the value of a member whose key is damaged
 */
export type Expected =
  | 'first'
  | 'separator'
  | 'value'
  | 'anything'
  | 'rest-of-record'
  | 'after-broken-record'
  | 'member-value';

/** The state of the scanner between two items. */
export interface ScanState {
  /** Outermost first. */
  readonly frames: readonly Frame[];
  readonly expected: Expected;
}

/** A {@link ScanState} as a short string: compact, as every item of an index has one, and comparable by `===`. */
export type PackedState = string;

const frameCodes: Readonly<Record<Frame, string>> = {
  array: '[',
  traces: 't',
  wrapper: 'w',
  'list-without-bracket': 'c',
  'laid-out': 'l',
};
const expectedCodes: Readonly<Record<Expected, string>> = {
  first: 's',
  separator: 'a',
  value: 'd',
  anything: 'n',
  'rest-of-record': 'm',
  'after-broken-record': 'b',
  'member-value': 'v',
};
const framesByCode = new Map(Object.entries(frameCodes).map(([frame, code]) => [code, frame as Frame]));
const expectedByCode = new Map(
  Object.entries(expectedCodes).map(([expected, code]) => [code, expected as Expected]),
);

export function packState({ frames, expected }: ScanState): PackedState {
  let packed = '';
  for (const frame of frames) packed += frameCodes[frame];
  return packed + expectedCodes[expected];
}

export function unpackState(packed: PackedState): ScanState {
  const known = unpacked.get(packed);
  if (known !== undefined) return known;
  const frames: Frame[] = [];
  for (const code of packed.slice(0, -1)) frames.push(framesByCode.get(code) ?? 'array');
  const state = { frames, expected: expectedByCode.get(packed.slice(-1)) ?? 'anything' } as const;
  unpacked.set(packed, state);
  return state;
}

/** Unpacking costs a tenth of a scan unless it is remembered; nesting is limited, so there are few states. */
const unpacked = new Map<PackedState, ScanState>();

/** The state at the beginning of a file and between two top-level values. */
export const initialState: PackedState = packState({ frames: [], expected: 'first' });

/** Whether no array or wrapper is open. */
export function isTopLevel(frames: readonly Frame[]): boolean {
  return (
    frames.length === 0 || frames.every((frame) => frame === 'list-without-bracket' || frame === 'laid-out')
  );
}

/** The frames after an item: a value over several lines has ended if nothing is open in it. */
export function endLaidOut(frames: readonly Frame[]): readonly Frame[] {
  const hasEnded = frames.at(-1) === 'laid-out';
  return hasEnded ? frames.slice(0, -1) : frames;
}

/** Whether a wrapper is open. */
export function isInWrapper(state: PackedState): boolean {
  return state.includes(frameCodes.wrapper);
}

/** The number of open arrays; `undefined` if there is none, or anything else is open as well. */
export function countOpenArrays(state: PackedState): number | undefined {
  const { frames } = unpackState(state);
  return frames.length > 0 && frames.every((frame) => frame === 'array') ? frames.length : undefined;
}

export function expectedAfterValue(frames: readonly Frame[]): Expected {
  return isTopLevel(frames) ? 'first' : 'separator';
}
