import { createScanner, ScanError, SyntaxKind } from 'jsonc-parser';
import { type Reading, readNested } from './object';
import { doubted, readTrace, soundTrace } from './read';
import { hasTraceKeys, kindOfKeys, type RecordKind, wrapsOneTrace } from './recognise';
import { type Following, findFollowing, findNextRecord, findRecordBefore, longestLookAhead } from './resync';
import { skipBlanks, skipBrackets, tryParse } from './skip';
import { isObject, type JsonObject, type JsonValue, type ProblemKind, type Trace } from './trace';

/**
 * What stands in a file one after another: records; broken spots between them; the opening, the count and the closing
 * of a page or another wrapper; the end.
 */
export type ItemKind = RecordKind | 'spot' | 'open' | 'count' | 'close' | 'end';

/**
 * Where a walk stands between two items: a letter for each thing that is open (`[` an array, `t` the array of
 * `traces`, `w` a wrapper, `c` the file itself once a comma stood between its values) and, last, what may come next
 * (`s` the first value, `a` what follows a value, `d` a value that is due after a comma, `n` anything, after a damage,
 * `m` anything, after a record that has no end, `b` what follows a broken record, or a comma that is not there).
 */
export type State = string;

export const initialState: State = 's';

/** One item, with offsets of the text it was read from. */
export interface Step {
  readonly kind: ItemKind;
  readonly start: number;
  readonly end: number;
  /** The first offset that nothing was decided by: a change from there on leaves the item as it is. */
  readonly reach: number;
  /** Where the walk stands behind it. */
  readonly state: State;
  /** What is wrong at a broken spot. */
  readonly problem: ProblemKind | undefined;
  /** Whether a record has broken spots of its own. */
  readonly isBroken: boolean;
  /** The record, where it is one. */
  readonly trace: (() => Trace) | undefined;
}

/** The text a step is taken in. */
export interface Ground {
  readonly text: string;
  /** Whether the text ends where the file ends. */
  readonly isLast: boolean;
  /** Whether each line stands for itself. */
  readonly isLineDelimited: boolean;
}

interface Walker {
  readonly ground: Ground;
  readonly text: string;
  /** Where the step begins, and what could come next there. */
  readonly from: number;
  readonly firstPhase: string;
  /** Where this line, or the text at hand, ends. */
  end: number;
  /** Whether more text may follow at `end`. */
  isOpenEnded: boolean;
  at: number;
  frames: string;
  phase: string;
}

/** Objects that are longer are read with care at once: a missing brace must not make every one of them cost the file. */
const longestQuickObject = 64 * 1024;
/** How deep wrappers are looked into: a wrapper may stand in a page, and nothing in that. */
const deepestWrapper = 2;
/** Arrays in arrays are looked into, `jq -s` makes them, and one more, for a bracket too many; deeper ones are not. */
const deepestArray = 3;

/**
 * Takes the next step of a walk over a file. What it returns depends on the text from `from` to the step's `reach`,
 * and on the state, and on nothing else.
 *
 * @returns `undefined` where the text at hand does not suffice: call again with a longer one
 */
export function takeStep(ground: Ground, from: number, state: State): Step | undefined {
  const walker = openWalker(ground, from, state);
  for (;;) {
    walker.at = skipBlanks(walker.text, walker.at, walker.end);
    const step = walker.at >= walker.end ? stepAtEnd(walker) : stepAtToken(walker);
    if (step === 'more') return undefined;
    if (step === 'go on') continue;
    if (step.reach >= walker.end) {
      if (walker.isOpenEnded) return undefined;
      return { ...step, reach: walker.end + 1 };
    }
    return step;
  }
}

type Outcome = Step | 'go on' | 'more';

function openWalker(ground: Ground, from: number, state: State): Walker {
  const frames = state.slice(0, -1);
  const phase = state.slice(-1);
  const walker = {
    ground,
    text: ground.text,
    from,
    firstPhase: phase,
    end: 0,
    isOpenEnded: false,
    at: from,
    frames,
    phase,
  };
  limitToLine(walker);
  return walker;
}

function limitToLine(walker: Walker): void {
  const { text, isLast, isLineDelimited } = walker.ground;
  const lineEnd = isLineDelimited ? text.indexOf('\n', walker.at) : -1;
  walker.end = lineEnd < 0 ? text.length : lineEnd;
  walker.isOpenEnded = lineEnd < 0 && !isLast;
}

/** The text that tokens are read from: it ends where the line does. */
function limitedText(walker: Walker): string {
  return walker.end === walker.text.length ? walker.text : walker.text.slice(0, walker.end);
}

function stepAtEnd(walker: Walker): Outcome {
  if (walker.isOpenEnded) return 'more';
  if (!isOutside(walker.frames)) return spot(walker, 'cut', { end: walker.at, frames: '', phase: 's' });
  if (walker.end < walker.text.length) {
    walker.at = walker.end + 1;
    limitToLine(walker);
    return 'go on';
  }
  if (!walker.ground.isLast) return 'more';
  return itemAt(walker, { kind: 'end', end: walker.at });
}

function stepAtToken(walker: Walker): Outcome {
  const top = walker.frames.at(-1);
  const mark = walker.text.charAt(walker.at);
  if (top === 'w') return stepInWrapper(walker, mark);
  if (isOutside(walker.frames)) return stepOutside(walker, mark);
  if (mark === ',') return stepAtComma(walker);
  if (mark === ']') return stepAtClosing(walker);
  if (mark === '}' && walker.frames.includes('w')) return missingBracket(walker);
  return walker.phase === 'a' && '{["'.includes(mark) ? missingComma(walker) : stepAtValue(walker, mark);
}

/** Whether the walk stands in no array and no wrapper. */
function isOutside(frames: string): boolean {
  return frames === '' || frames === 'c';
}

/** An opening bracket that was lost is told by the first comma: those behind it, and the closing bracket, follow from it. */
function stepOutside(walker: Walker, mark: string): Outcome {
  const isKnown = walker.frames === 'c' || isTold(walker);
  if (isKnown && (mark === ',' || mark === ']')) {
    walker.at++;
    return 'go on';
  }
  if (mark === ',') return spot(walker, 'unexpected', { end: walker.at + 1, frames: 'c', phase: 's' });
  return stepAtValue(walker, mark);
}

function stepAtComma(walker: Walker): Outcome {
  if (walker.phase === 's' || walker.phase === 'd') {
    return spot(walker, 'comma-extra', { end: endOfCommas(walker), phase: 'd' });
  }
  walker.at++;
  walker.phase = 'd';
  return 'go on';
}

/** Commas too many in a row are one broken spot. */
function endOfCommas({ text, at, end }: Walker): number {
  let last = at;
  for (let next = at; next < end && text.charAt(next) === ','; next = skipBlanks(text, next + 1, end))
    last = next;
  return last + 1;
}

function stepAtClosing(walker: Walker): Outcome {
  if (walker.phase === 'd') return spot(walker, 'comma-extra', { end: walker.at, phase: 'n' });
  walker.at++;
  leave(walker);
  return 'go on';
}

function stepAtValue(walker: Walker, mark: string): Outcome {
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

function countFrames({ frames }: Walker, frame: string): number {
  return frames.length - frames.replaceAll(frame, '').length;
}

/** Passes over a value that can be no record. */
function skipValue(walker: Walker, mark: string): Outcome {
  if (mark === '[' || mark === '{') {
    const skipped = skipBrackets(walker.text, walker.at, quickLimit(walker));
    if (skipped && tryParse(walker.text.slice(walker.at, skipped.end)) !== undefined) {
      walker.at = skipped.end;
      walker.phase = isOutside(walker.frames) ? 's' : 'a';
      return 'go on';
    }
    return careful(walker, readNested(limitedText(walker), walker.at), 'other');
  }
  const scanner = createScanner(limitedText(walker), true);
  scanner.setPosition(walker.at);
  const token = scanner.scan();
  if (!isScalar(token) || scanner.getTokenError() !== ScanError.None)
    return unexpected(walker, scanner.getPosition());
  walker.at = scanner.getPosition();
  walker.phase = isOutside(walker.frames) ? 's' : 'a';
  return 'go on';
}

function isScalar(token: SyntaxKind): boolean {
  return (
    token === SyntaxKind.StringLiteral ||
    token === SyntaxKind.NumericLiteral ||
    token === SyntaxKind.TrueKeyword ||
    token === SyntaxKind.FalseKeyword ||
    token === SyntaxKind.NullKeyword
  );
}

function quickLimit(walker: Walker): number {
  return Math.min(walker.end, walker.at + longestQuickObject);
}

/** @param isWrapped whether the object is what a wrapper holds, and so can be no wrapper itself */
function stepAtObject(walker: Walker, isWrapped: boolean): Outcome {
  const skipped = skipBrackets(walker.text, walker.at, quickLimit(walker));
  const text = skipped && walker.text.slice(walker.at, skipped.end);
  const object = text === undefined ? undefined : (tryParse(text) as JsonValue | undefined);
  if (skipped === undefined || text === undefined || !isObject(object))
    return stepAtDamaged(walker, mayWrap(walker, isWrapped));
  const kind = kindOfObject(object);
  if (kind !== 'trace' && kind !== 'digest' && mayWrap(walker, isWrapped) && isWrapper(object)) {
    return openWrapper(walker, skipped.end);
  }
  const following = findFollowing(walker.text, skipped.end, walker.end);
  const isRest = isAfterBreak(walker);
  const isBroken = isRest || isContinued(following, isWrapped);
  return itemAt(walker, {
    kind,
    end: skipped.end,
    reach: following.reach,
    phase: isRest ? 'b' : isOutside(walker.frames) ? 's' : 'a',
    isBroken,
    trace: () =>
      isBroken
        ? doubted(soundTrace(text, object, skipped.members))
        : soundTrace(text, object, skipped.members),
  });
}

/**
 * Whether an object begins on the line where a record broke off: sound for itself, it may be the rest of that record, as
 * it may be its beginning where members follow it.
 */
function isAfterBreak(walker: Walker): boolean {
  return walker.phase === 'm' && isOnLineBefore(walker);
}

function isOnLineBefore({ text, from, at }: Walker): boolean {
  return !text.slice(from, at).includes('\n');
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
  const wraps = reading.fields.some((field) => wrapsOneTrace(field.name) && field.type === 'object');
  if (kind !== 'trace' && kind !== 'digest' && mayBeWrapper && wraps)
    return openWrapper(walker, carefulReach(walker, reading));
  return careful(walker, reading, kind);
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

function stepInWrapper(walker: Walker, mark: string): Outcome {
  if (mark === ',') return stepAtComma(walker);
  if (mark === '}') {
    if (walker.phase === 'd') return spot(walker, 'comma-extra', { end: walker.at, phase: 'n' });
    const end = walker.at + 1;
    const start = walker.at;
    leave(walker);
    walker.at = start;
    return itemAt(walker, { kind: 'close', end });
  }
  if (mark === ']' && walker.frames.length > 1) return missingBracket(walker);
  if (mark === '{' && walker.phase !== 's') return missingBracket(walker);
  if (mark !== '"') return unexpected(walker);
  return walker.phase === 'a' ? missingComma(walker) : stepAtMember(walker);
}

function stepAtMember(walker: Walker): Outcome {
  const scanner = createScanner(limitedText(walker), true);
  scanner.setPosition(walker.at);
  scanner.scan();
  const isSound = scanner.getTokenError() === ScanError.None;
  const name = scanner.getTokenValue().trim();
  const colon = scanner.scan();
  if (colon === SyntaxKind.EOF && isSound) {
    walker.at = walker.end;
    return 'go on';
  }
  if (!isSound || colon !== SyntaxKind.ColonToken) return unexpected(walker, scanner.getPosition());
  walker.at = skipBlanks(walker.text, scanner.getPosition(), walker.end);
  if (walker.at >= walker.end) return 'go on';
  const mark = walker.text.charAt(walker.at);
  walker.phase = 'a';
  if (name === 'traces' && mark === '[') {
    walker.at++;
    enter(walker, 't');
    return 'go on';
  }
  if (mark === '{' && wrapsOneTrace(name)) return stepAtObject(walker, true);
  return name === 'meta_data' && mark === '{' ? stepAtCount(walker) : skipValue(walker, mark);
}

function stepAtCount(walker: Walker): Outcome {
  const start = walker.at;
  const outcome = skipValue(walker, '{');
  if (outcome !== 'go on') return outcome;
  const end = walker.at;
  const text = walker.text.slice(start, end);
  walker.at = start;
  return itemAt(walker, { kind: 'count', end, phase: 'a', trace: () => readTrace(text) });
}

function missingComma(walker: Walker): Outcome {
  return spot(walker, 'comma-missing', { end: walker.at, phase: 'b' });
}

/** What is innermost ends before this mark, which belongs to what is around. */
function missingBracket(walker: Walker): Outcome {
  const phase = isAfterBreak(walker) ? 'm' : 'n';
  return spot(walker, 'bracket-missing', { end: walker.at, frames: walker.frames.slice(0, -1), phase });
}

/**
 * A token that makes no sense. On the line of a broken record it follows from what was told of that.
 *
 * @param seen how far the token was read, which may be further than it is passed over
 */
function unexpected(walker: Walker, seen = walker.at): Outcome {
  const problem: Partial<ItemParts> = isTold(walker) ? {} : { problem: 'unexpected' };
  const record = findRecordBefore(walker.text, walker.at);
  if (record && record.boundary >= walker.from) {
    walker.at = record.boundary;
    return itemAt(walker, { ...problem, kind: 'spot', end: record.brace, phase: 'n', reach: seen + 1 });
  }
  const end = findNextRecord(limitedText(walker), walker.at + 1);
  const frames = end >= walker.end ? '' : walker.frames;
  return itemAt(walker, {
    ...problem,
    kind: 'spot',
    end,
    frames,
    phase: isOutside(frames) ? 's' : 'n',
    reach: Math.max(seen + 1, end + longestLookAhead),
  });
}

function isTold(walker: Walker): boolean {
  return (walker.firstPhase === 'b' || walker.firstPhase === 'm') && isOnLineBefore(walker);
}

function enter(walker: Walker, frame: string): void {
  walker.frames += frame;
  walker.phase = 's';
}

function leave(walker: Walker): void {
  walker.frames = walker.frames.slice(0, -1);
  walker.phase = isOutside(walker.frames) ? 's' : 'a';
}

interface ItemParts {
  readonly kind: ItemKind;
  readonly end: number;
  readonly reach?: number;
  readonly frames?: string;
  readonly phase?: string;
  readonly problem?: ProblemKind;
  readonly isBroken?: boolean;
  readonly trace?: () => Trace;
}

function spot(walker: Walker, problem: ProblemKind, parts: Omit<ItemParts, 'kind' | 'problem'>): Step {
  return itemAt(walker, { ...parts, kind: 'spot', problem });
}

function itemAt(walker: Walker, parts: ItemParts): Step {
  return {
    kind: parts.kind,
    start: walker.at,
    end: parts.end,
    reach: Math.max(parts.end, walker.at + 1, parts.reach ?? 0),
    state: (parts.frames ?? walker.frames) + (parts.phase ?? walker.phase),
    problem: parts.problem,
    isBroken: parts.isBroken ?? false,
    trace: parts.trace,
  };
}
