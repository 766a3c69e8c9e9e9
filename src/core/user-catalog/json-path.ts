import { createScanner, type JSONScanner, SyntaxKind } from 'jsonc-parser';
import { type Span, spanFrom } from '../span';

/** The keys and the numbers of elements that lead to a value. */
export type JsonPath = readonly (string | number)[];

/** As people write it: `events[3].service`. */
export function pathText(path: JsonPath): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${step}`))
    .join('');
}

/** An object or an array that is open, and where in it the scanner is. */
interface Frame {
  step: string | number;
  isKeyDue: boolean;
}

/**
 * The place of a value in sound JSON: a text or number as a whole, of an object or array its bracket; where there is no
 * such value, that of the nearest one around it.
 */
export function spanAt(text: string, path: JsonPath): Span {
  for (let length = path.length; length > 0; length--) {
    const span = findSpanAt(text, path.slice(0, length));
    if (span) return span;
  }
  return findSpanAt(text, []) ?? spanFrom(0, 0);
}

function findSpanAt(text: string, path: JsonPath): Span | undefined {
  const scanner = createScanner(text, true);
  const frames: Frame[] = [];
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    const frame = frames.at(-1);
    if (token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken) frames.pop();
    else if (token === SyntaxKind.CommaToken) goOn(frame);
    else if (frame?.isKeyDue) takeKey(frame, token, scanner.getTokenValue());
    else if (isAt(frames, path)) return tokenSpan(scanner);
    else if (token === SyntaxKind.OpenBraceToken) frames.push({ step: '', isKeyDue: true });
    else if (token === SyntaxKind.OpenBracketToken) frames.push({ step: 0, isKeyDue: false });
  }
  return undefined;
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

function isAt(frames: readonly Frame[], path: JsonPath): boolean {
  return frames.length === path.length && frames.every(({ step }, depth) => step === path[depth]);
}
