import { createScanner, type JSONScanner, SyntaxKind } from 'jsonc-parser';
import { type Span, spanFrom } from '../text/span';

/** The keys and the numbers of elements that lead to a value. */
export type JsonPath = readonly (string | number)[];

/** As people write it: `events[3].service`. */
export function pathText(path: JsonPath): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${step}`))
    .join('');
}

/** A value that is looked for or leads to one, by the steps from it on. */
interface Wanted {
  readonly next: Map<string | number, Wanted>;
  span: Span | undefined;
}

/** An object or an array that is open, and where in it the scanner is. */
interface Frame {
  step: string | number;
  isKeyDue: boolean;
  readonly wanted: Wanted | undefined;
}

/**
 * The places of values in sound JSON, in the order of the paths: a text or number as a whole, of an object or array its
 * bracket; where there is no such value, that of the nearest one around it. The JSON is gone through once for all.
 */
export function spansAt(text: string, paths: readonly JsonPath[]): readonly Span[] {
  const root: Wanted = { next: new Map(), span: undefined };
  const trails = paths.map((path) => trailOf(path, root));
  locate(text, root);
  return trails.map((trail) => trail.findLast(({ span }) => span)?.span ?? spanFrom(0, 0));
}

/** All that a path leads through, from the root on. */
function trailOf(path: JsonPath, root: Wanted): readonly Wanted[] {
  const trail = [root];
  let last = root;
  for (const step of path) {
    const next: Wanted = last.next.get(step) ?? { next: new Map(), span: undefined };
    last.next.set(step, next);
    trail.push(next);
    last = next;
  }
  return trail;
}

function locate(text: string, root: Wanted): void {
  const scanner = createScanner(text, true);
  const frames: Frame[] = [];
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    const frame = frames.at(-1);
    if (token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken) frames.pop();
    else if (token === SyntaxKind.CommaToken) goOn(frame);
    else if (frame?.isKeyDue) takeKey(frame, token, scanner.getTokenValue());
    else {
      const wanted = frame ? frame.wanted?.next.get(frame.step) : root;
      if (wanted) wanted.span ??= tokenSpan(scanner);
      if (token === SyntaxKind.OpenBraceToken) frames.push({ step: '', isKeyDue: true, wanted });
      else if (token === SyntaxKind.OpenBracketToken) frames.push({ step: 0, isKeyDue: false, wanted });
    }
  }
}

/** A key is taken with the colon behind it. */
function takeKey(frame: Frame, token: SyntaxKind, value: string): void {
  if (token === SyntaxKind.ColonToken) frame.isKeyDue = false;
  else frame.step = value;
}

function tokenSpan(scanner: JSONScanner): Span {
  const start = scanner.getTokenOffset();
  return spanFrom(start, start + scanner.getTokenLength());
}

function goOn(frame: Frame | undefined): void {
  if (typeof frame?.step === 'number') frame.step++;
  else if (frame) frame.isKeyDue = true;
}
