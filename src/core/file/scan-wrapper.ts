import { createScanner, ScanError } from 'jsonc-parser';
import { readTrace } from '../reading/read-trace';
import { wrapsOneTrace } from '../reading/record-kind';
import { findTracesWithin } from '../reading/wrapper-members';
import { skipBrackets } from '../text/brackets';
import { skipBlanks } from '../text/whitespace';
import { missingBracket, missingComma, stepAtComma, unexpected } from './scan-punctuation';
import { enter, itemAt, leave, limitedText, type Outcome, spot, type Walker } from './scan-state';
import { longestQuickObject, skipValue, stepAtObject } from './scan-value';

export function stepInWrapper(walker: Walker, mark: string): Outcome {
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
  const colon = skipBlanks(walker.text, scanner.getPosition(), walker.end);
  if (colon >= walker.end && isSound) {
    walker.at = walker.end;
    return 'go on';
  }
  if (!isSound || walker.text.charAt(colon) !== ':') return unexpected(walker, colon + 1);
  walker.at = skipBlanks(walker.text, colon + 1, walker.end);
  if (walker.at >= walker.end) return 'go on';
  const mark = walker.text.charAt(walker.at);
  walker.phase = 'a';
  if (name === 'traces' && mark === '[') {
    walker.at++;
    enter(walker, 't');
    return 'go on';
  }
  if (name === 'traces' && mark === '{' && isElement(walker))
    return spot(walker, 'unexpected', {
      end: walker.at,
      reach: walker.at + 1,
      frames: `${walker.frames}t`,
      phase: 's',
    });
  if (mark === '{' && wrapsOneTrace(name)) return stepAtObject(walker, true);
  return name === 'meta_data' && mark === '{' ? stepAtCount(walker) : skipValue(walker, mark);
}

/** Whether an object is the first one of an array that lost its opening bracket: what follows it is no member. */
function isElement({ text, at, end }: Walker): boolean {
  const objectEnd = skipBrackets(text, at, Math.min(end, at + longestQuickObject));
  if (objectEnd === undefined) return false;
  const behind = skipBlanks(text, objectEnd, end);
  if (text.charAt(behind) !== ',') return text.charAt(behind) === ']';
  return text.charAt(skipBlanks(text, behind + 1, end)) === '{';
}

function stepAtCount(walker: Walker): Outcome {
  const start = walker.at;
  const traces = findTracesWithin(walker.text, start);
  if (traces && traces.end <= walker.end) {
    walker.at = traces.key;
    return spot(walker, 'bracket-missing', { end: traces.key, reach: traces.end, phase: 'n' });
  }
  const outcome = skipValue(walker, '{');
  if (outcome !== 'go on') return outcome;
  const end = walker.at;
  const text = walker.text.slice(start, end);
  walker.at = start;
  return itemAt(walker, { kind: 'count', end, phase: 'a', trace: () => readTrace(text) });
}
