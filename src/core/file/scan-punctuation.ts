import { findNextRecord, findRecordBefore, longestLookAhead } from '../reading/resynchronize';
import { findHolding } from '../reading/wrapper-members';
import { skipBlanks } from '../text/whitespace';
import {
  type ItemParts,
  isAfterBreak,
  isOnLineBefore,
  isOutside,
  itemAt,
  limitedText,
  type Outcome,
  spot,
  type Walker,
} from './scan-state';

export function stepAtComma(walker: Walker): Outcome {
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

export function missingComma(walker: Walker): Outcome {
  return spot(walker, 'comma-missing', { end: walker.at, phase: 'b' });
}

/** What is innermost ends before this mark, which belongs to what is around. */
export function missingBracket(walker: Walker): Outcome {
  const phase = isAfterBreak(walker) ? 'm' : 'n';
  return spot(walker, 'bracket-missing', { end: walker.at, frames: walker.frames.slice(0, -1), phase });
}

/**
 * A token that makes no sense. On the line of a broken record it follows from what was told of that.
 *
 * @param seen how far the token was read, which may be further than it is passed over
 */
export function unexpected(walker: Walker, seen = walker.at): Outcome {
  const problem: Partial<ItemParts> = isTold(walker) ? {} : { problem: 'unexpected' };
  const record = findRecordBefore(walker.text, walker.at, walker.from);
  if (record && record.boundary >= walker.from) {
    walker.at = record.boundary;
    return itemAt(walker, { ...problem, kind: 'spot', end: record.brace, phase: 'n', reach: seen + 1 });
  }
  const next = findObjectBehindColon(walker) ?? findNextRecord(limitedText(walker), walker.at + 1);
  const held = isAmongMembers(walker) ? findHolding(walker.text, walker.at + 1, next) : undefined;
  const end = held?.key ?? next;
  const inside = held && walker.frames === '' ? 'w' : walker.frames;
  const frames = end >= walker.end ? '' : inside;
  return itemAt(walker, {
    ...problem,
    kind: 'spot',
    end,
    frames,
    phase: isOutside(frames) ? 's' : 'n',
    reach: Math.max(seen + 1, next + longestLookAhead),
  });
}

/** A colon between two records is no colon of a member. */
function findObjectBehindColon({ text, from, at, end, firstPhase }: Walker): number | undefined {
  if (text.charAt(at) !== ':' || (firstPhase !== 'a' && firstPhase !== 's')) return undefined;
  if (!/^[\s,]*$/.test(text.slice(from, at))) return undefined;
  const next = skipBlanks(text, at + 1, end);
  return text.charAt(next) === '{' ? next : undefined;
}

/** Whether the members of a wrapper stand there, or of one that lost its opening brace. */
function isAmongMembers({ text, from, at, end, frames, firstPhase }: Walker): boolean {
  if (frames.endsWith('w')) return true;
  const isKey = frames === '' && firstPhase === 's' && text.charAt(at) === ':';
  return isKey && /^"[^"]*"\s*$/.test(text.slice(skipBlanks(text, from, end), at));
}

export function isTold(walker: Walker): boolean {
  return (walker.firstPhase === 'b' || walker.firstPhase === 'm') && isOnLineBefore(walker);
}
