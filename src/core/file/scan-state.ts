import type { RecordKind } from '../reading/record-kind';
import type { ProblemKind, Trace } from '../record/trace';

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

export interface Walker {
  readonly ground: Ground;
  readonly text: string;
  /** Where the step begins, in what state, and what could come next there. */
  readonly from: number;
  readonly state: State;
  readonly firstPhase: string;
  /** Where this line, or the text at hand, ends. */
  end: number;
  /** Whether more text may follow at `end`. */
  isOpenEnded: boolean;
  at: number;
  frames: string;
  phase: string;
  /** How far it is known whether a line break stands behind `from`. */
  lookedTo: number;
  hasLineBreak: boolean;
}

export type Outcome = Step | 'go on' | 'more';

export function openWalker(ground: Ground, from: number, state: State): Walker {
  const frames = state.slice(0, -1);
  const phase = state.slice(-1);
  const walker = {
    ground,
    text: ground.text,
    from,
    state,
    firstPhase: phase,
    end: 0,
    isOpenEnded: false,
    at: from,
    frames,
    phase,
    lookedTo: from,
    hasLineBreak: false,
  };
  limitToLine(walker);
  return walker;
}

export function limitToLine(walker: Walker): void {
  const { text, isLast, isLineDelimited } = walker.ground;
  const lineEnd = isLineDelimited ? text.indexOf('\n', walker.at) : -1;
  walker.end = lineEnd < 0 ? text.length : lineEnd;
  walker.isOpenEnded = lineEnd < 0 && !isLast;
}

/** The text that tokens are read from: it ends where the line does. */
export function limitedText(walker: Walker): string {
  return walker.end === walker.text.length ? walker.text : walker.text.slice(0, walker.end);
}

/** Whether the walk stands in no array and no wrapper. */
export function isOutside(frames: string): boolean {
  return frames === '' || frames === 'c';
}

export function countFrames({ frames }: Walker, frame: string): number {
  return frames.length - frames.replaceAll(frame, '').length;
}

/** Looks at no stretch twice: it may be asked at each of very many marks. */
export function isOnLineBefore(walker: Walker): boolean {
  const { text, at, lookedTo } = walker;
  walker.hasLineBreak ||= text.slice(lookedTo, at).includes('\n');
  walker.lookedTo = Math.max(lookedTo, at);
  return !walker.hasLineBreak;
}

/**
 * Whether an object begins on the line where a record broke off: sound for itself, it may be the rest of that record, as
 * it may be its beginning where members follow it.
 */
export function isAfterBreak(walker: Walker): boolean {
  return walker.phase === 'm' && isOnLineBefore(walker);
}

export function enter(walker: Walker, frame: string): void {
  walker.frames += frame;
  walker.phase = 's';
}

export function leave(walker: Walker): void {
  walker.frames = walker.frames.slice(0, -1);
  walker.phase = isOutside(walker.frames) ? 's' : 'a';
}

export interface ItemParts {
  readonly kind: ItemKind;
  readonly end: number;
  readonly reach?: number;
  readonly frames?: string;
  readonly phase?: string;
  readonly problem?: ProblemKind;
  readonly isBroken?: boolean;
  readonly trace?: () => Trace;
}

export function spot(walker: Walker, problem: ProblemKind, parts: Omit<ItemParts, 'kind' | 'problem'>): Step {
  return itemAt(walker, { ...parts, kind: 'spot', problem });
}

export function itemAt(walker: Walker, parts: ItemParts): Step {
  return {
    kind: parts.kind,
    start: walker.at,
    end: parts.end,
    reach: Math.max(parts.end, walker.at + 1, parts.reach ?? 0),
    state: stateOf(walker, parts.frames ?? walker.frames, parts.phase ?? walker.phase),
    problem: parts.problem,
    isBroken: parts.isBroken ?? false,
    trace: parts.trace,
  };
}

/** Of record after record the state is the same, and one text for all of them. */
function stateOf({ state }: Walker, frames: string, phase: string): State {
  const isSame =
    state.length === frames.length + phase.length && state.startsWith(frames) && state.endsWith(phase);
  return isSame ? state : frames + phase;
}
