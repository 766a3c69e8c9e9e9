import { findHolding, longestHolding } from '../reading/wrapper-members';
import { skipBlanks } from '../text/whitespace';
import { isTold, missingBracket, missingComma, stepAtComma } from './scan-punctuation';
import {
  type Ground,
  isOutside,
  itemAt,
  leave,
  limitToLine,
  type Outcome,
  openWalker,
  type State,
  type Step,
  spot,
  type Walker,
} from './scan-state';
import { stepAtValue } from './scan-value';
import { stepInWrapper } from './scan-wrapper';

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

/** An opening bracket that was lost is told by the first comma: those behind it, and the closing bracket, follow from it. */
function stepOutside(walker: Walker, mark: string): Outcome {
  const isKnown = walker.frames === 'c' || isTold(walker);
  if (isKnown && (mark === ',' || mark === ']')) {
    walker.at++;
    return 'go on';
  }
  if (mark === ',') return spot(walker, 'unexpected', { end: walker.at + 1, frames: 'c', phase: 's' });
  return (mark === '"' ? stepAtLostWrapper(walker) : undefined) ?? stepAtValue(walker, mark);
}

/** A member that holds traces, and that nothing is around: its wrapper lost its opening brace. */
function stepAtLostWrapper(walker: Walker): Outcome | undefined {
  const { text, at, end, frames } = walker;
  const held = findHolding(text, at, Math.min(end, at + longestHolding));
  if (held?.key !== at || (frames !== '' && text.charAt(held.end - 1) !== '[')) return undefined;
  const parts = { end: at, reach: held.end, frames: `${frames}w`, phase: 's' };
  return isTold(walker) ? itemAt(walker, { ...parts, kind: 'spot' }) : spot(walker, 'unexpected', parts);
}

function stepAtClosing(walker: Walker): Outcome {
  if (walker.phase === 'd') return spot(walker, 'comma-extra', { end: walker.at, phase: 'n' });
  walker.at++;
  leave(walker);
  return 'go on';
}
