import { createScanner, ScanError } from 'jsonc-parser';
import { readSound } from '../reading/fast-parser';
import { doubted, readTrace, soundTrace } from '../reading/read-trace';
import { hasTraceKeys, kindOfKeys, type RecordKind, wrapsOneTrace } from '../reading/record-kind';
import { type Following, findFollowing } from '../reading/resynchronize';
import { isScalar } from '../reading/token-types';
import { type Reading, readNested } from '../reading/tolerant-parser';
import { skipBrackets } from '../text/brackets';
import { isObject, type JsonObject, tryParse } from '../text/json';
import { unexpected } from './scan-punctuation';
import {
  countFrames,
  enter,
  isAfterBreak,
  isOutside,
  itemAt,
  limitedText,
  type Outcome,
  type Walker,
} from './scan-state';

/** Objects that are longer are read with care at once: a missing brace must not make every one of them cost the file. */
export const longestQuickObject = 64 * 1024;
/** How deep wrappers are looked into: a wrapper may stand in a page, and nothing in that. */
const deepestWrapper = 2;
/** Arrays in arrays are looked into, `jq -s` makes them, and one more, for a bracket too many; deeper ones are not. */
const deepestArray = 3;

export function stepAtValue(walker: Walker, mark: string): Outcome {
  if (mark === '{') return stepAtObject(walker, false);
  if (mark === '[' && mayEnterArray(walker)) {
    walker.at++;
    enter(walker, '[');
    return 'go on';
  }
  return skipValue(walker, mark);
}

function mayEnterArray(walker: Walker): boolean {
  return countFrames(walker, '[') + countFrames(walker, 't') < deepestArray;
}

/** Passes over a value that can be no record. */
export function skipValue(walker: Walker, mark: string): Outcome {
  if (mark === '[' || mark === '{') {
    const skipped = skipBrackets(walker.text, walker.at, quickLimit(walker));
    if (skipped !== undefined && tryParse(walker.text.slice(walker.at, skipped)) !== undefined) {
      walker.at = skipped;
      walker.phase = isOutside(walker.frames) ? 's' : 'a';
      return 'go on';
    }
    return careful(walker, readNested(limitedText(walker), walker.at), 'other');
  }
  // A scanner would read all of a comment, and of those behind it, to find that there is no value
  if (mark === '/') return unexpected(walker, walker.at + 1);
  const scanner = createScanner(limitedText(walker), true);
  scanner.setPosition(walker.at);
  const token = scanner.scan();
  if (!isScalar(token) || scanner.getTokenError() !== ScanError.None)
    return unexpected(walker, scanner.getPosition());
  walker.at = scanner.getPosition();
  walker.phase = isOutside(walker.frames) ? 's' : 'a';
  return 'go on';
}

function quickLimit(walker: Walker): number {
  return Math.min(walker.end, walker.at + longestQuickObject);
}

/** @param isWrapped whether the object is what a wrapper holds, and so can be no wrapper itself */
export function stepAtObject(walker: Walker, isWrapped: boolean): Outcome {
  const sound = readSound(walker.text, walker.at, quickLimit(walker));
  if (sound === undefined) return stepAtDamaged(walker, mayWrap(walker, isWrapped));
  const { text, object, end } = sound;
  const kind = kindOfObject(object);
  if (kind !== 'trace' && kind !== 'digest' && mayWrap(walker, isWrapped) && isWrapper(object)) {
    return openWrapper(walker, end);
  }
  const following = findFollowing(walker.text, end, walker.end);
  const isRest = isAfterBreak(walker);
  const isBroken = isRest || isContinued(following, isWrapped);
  return itemAt(walker, {
    kind,
    end,
    reach: following.reach,
    phase: isRest ? 'b' : isOutside(walker.frames) ? 's' : 'a',
    isBroken,
    trace: () => (isBroken ? doubted(soundTrace(text, object)) : soundTrace(text, object)),
  });
}

/** In a wrapper, members follow what it holds. */
function isContinued({ member }: Following, isWrapped: boolean): boolean {
  return member === 'without-comma' || (member === 'behind-comma' && !isWrapped);
}

function mayWrap(walker: Walker, isWrapped: boolean): boolean {
  return !isWrapped && countFrames(walker, 'w') < deepestWrapper;
}

function kindOfObject(object: JsonObject): RecordKind {
  if (hasTraceKeys(object)) return 'trace';
  const keys = Object.keys(object);
  const kind = kindOfKeys(keys);
  return kind === 'trace' ? kind : kindOfKeys(new Set(keys.map((key) => key.trim())));
}

function isWrapper(object: JsonObject): boolean {
  return Object.keys(object).some((key) => {
    const name = key.trim();
    if (name === 'traces') return Array.isArray(object[key]);
    return wrapsOneTrace(name) && isObject(object[key]);
  });
}

/** An object that is long or not JSON as it stands. */
function stepAtDamaged(walker: Walker, mayBeWrapper: boolean): Outcome {
  const stopAtTraces = (keys: ReadonlySet<string>): boolean => mayBeWrapper && kindOfKeys(keys) !== 'trace';
  const reading = readNested(limitedText(walker), walker.at, { stopAtTraces });
  if (reading.tracesAt !== undefined) return openWrapper(walker, carefulReach(walker, reading));
  const kind = kindOfKeys(new Set(reading.fields.map((field) => field.name)));
  const wraps = reading.fields.some(({ name, type }) => type === 'object' && mayHoldTraces(name, reading));
  if (kind !== 'trace' && kind !== 'digest' && mayBeWrapper && wraps)
    return openWrapper(walker, carefulReach(walker, reading));
  return careful(walker, reading, kind);
}

/** `traces` may be an object where its array lost its opening bracket. */
function mayHoldTraces(name: string, { problems }: Reading): boolean {
  return wrapsOneTrace(name) || (name === 'traces' && problems.length > 0);
}

function careful(walker: Walker, reading: Reading, kind: RecordKind): Outcome {
  const end = reading.isCut ? walker.end : reading.end;
  const text = walker.text.slice(walker.at, end);
  const frames = reading.isCut ? '' : walker.frames;
  return itemAt(walker, {
    kind,
    end,
    reach: carefulReach(walker, reading),
    frames,
    phase: phaseAfter(frames, reading),
    isBroken: !reading.closed || reading.problems.length > 0,
    trace: () => readTrace(text),
  });
}

function phaseAfter(frames: string, { closed, isCut, problems }: Reading): string {
  if (!closed && !isCut) return 'm';
  if (!isCut && problems.length > 0) return 'b';
  return isOutside(frames) ? 's' : 'a';
}

/** That a quick look failed depends on the text as far as it went. */
function carefulReach(walker: Walker, reading: Reading): number {
  return Math.max(reading.reach, walker.at + longestQuickObject);
}

/** @param reach the first offset that the decision to look into the object did not depend on */
function openWrapper(walker: Walker, reach: number): Outcome {
  return itemAt(walker, { kind: 'open', end: walker.at + 1, reach, frames: `${walker.frames}w`, phase: 's' });
}
