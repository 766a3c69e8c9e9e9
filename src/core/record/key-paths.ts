import { createScanner, type JSONScanner, SyntaxKind } from 'jsonc-parser';
import { endOf, type Span } from '../text/span';
import { type DecodedString, decodeString, holdsJson, maxStringDepth } from './embedded-json';

/** The keys and the numbers of array elements, from 0, that lead to a place in a record, also through JSON in strings. */
export type KeyPath = readonly (string | number)[];

/** A path that is longer ends there: such a record is no ordinary one. */
const maxSteps = 32;

/**
 * The paths of places in a record. A key has the path of its value, what is between members that of the object. Broken
 * JSON is read as far as possible.
 *
 * @param text the record
 * @param offsets of the places in it
 */
export function findKeyPaths(text: string, offsets: readonly number[]): ReadonlyMap<number, KeyPath> {
  const ascending = [...new Set(offsets)].sort((one, other) => one - other);
  return new Map(pathsIn({ text, parent: [], level: 0 }, ascending));
}

/** JSON, the path of the value that it is, and the number of strings around it. */
interface Level {
  readonly text: string;
  readonly parent: KeyPath;
  readonly level: number;
}

type Found = readonly [offset: number, path: KeyPath];

/** @param offsets in the text, in ascending order */
function pathsIn(level: Level, offsets: readonly number[]): readonly Found[] {
  const scanner = createScanner(level.text, true);
  const steps = new Steps(level.parent);
  const found: Found[] = [];
  while (found.length < offsets.length) {
    const token = scanner.scan();
    const isEnd = token === SyntaxKind.EOF;
    steps.enter(token, scanner);
    const end = isEnd ? Number.POSITIVE_INFINITY : scanner.getPosition();
    const here = offsetsBefore(end, offsets, found.length);
    if (here.length > 0)
      for (const place of placesIn({ ...level, parent: steps.path() }, scanner, steps, here))
        found.push(place);
    steps.leave(token);
  }
  return found;
}

function offsetsBefore(end: number, offsets: readonly number[], from: number): readonly number[] {
  let to = from;
  while (to < offsets.length && (offsets[to] ?? end) < end) to++;
  return offsets.slice(from, to);
}

/** The paths of places in a token: within the JSON of a string they go on. */
function placesIn(
  { text, parent, level }: Level,
  scanner: JSONScanner,
  { isKey }: Steps,
  offsets: readonly number[],
): readonly Found[] {
  const outer = () => offsets.map((offset): Found => [offset, parent]);
  if (scanner.getToken() !== SyntaxKind.StringLiteral || isKey || level >= maxStringDepth) return outer();
  const span = { offset: scanner.getTokenOffset(), length: scanner.getTokenLength() };
  const decoded = decodeString(text.slice(span.offset, endOf(span)));
  if (decoded === undefined || !holdsJson(decoded.text)) return outer();
  const inside = offsets.map((offset) => [offset, decodedOffsetOf(offset, span, decoded)] as const);
  const paths = new Map(
    pathsIn({ text: decoded.text, parent, level: level + 1 }, [
      ...new Set(inside.flatMap(([, inner]) => inner ?? [])),
    ]),
  );
  return inside.map(([offset, inner]) => [offset, (inner !== undefined && paths.get(inner)) || parent]);
}

/** The last offset of a decoded string that is not after one of its source; `undefined` at the quotation mark. */
function decodedOffsetOf(
  offset: number,
  { offset: start }: Span,
  decoded: DecodedString,
): number | undefined {
  if (offset <= start) return undefined;
  let low = 0;
  let high = decoded.text.length;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (start + decoded.rawSpanOf({ offset: middle, length: 0 }).offset <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** An open object or array. */
interface Frame {
  /** The last key, or the number of the element; `undefined` before a key. */
  step: string | number | undefined;
  /** Whether a value is due: after the key of an object. */
  isValueDue: boolean;
}

/** The steps to where a scanner is. */
class Steps {
  private readonly frames: Frame[] = [];
  /** Whether the token is a key. */
  isKey = false;

  constructor(private readonly parent: KeyPath) {}

  path(): KeyPath {
    const own = this.frames.slice(0, maxSteps).flatMap(({ step }) => step ?? []);
    return [...this.parent, ...own].slice(0, maxSteps);
  }

  enter(token: SyntaxKind, scanner: JSONScanner): void {
    const frame = this.frames.at(-1);
    this.isKey =
      frame !== undefined && token === SyntaxKind.StringLiteral && !frame.isValueDue && !isElement(frame);
    if (frame === undefined) return;
    if (this.isKey) Object.assign(frame, { step: scanner.getTokenValue(), isValueDue: true });
    else if (token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken)
      this.frames.pop();
    else if (token === SyntaxKind.CommaToken) advance(frame);
  }

  /** Opens an object or array after its bracket, which has the path of the whole. */
  leave(token: SyntaxKind): void {
    const frame = this.frames.at(-1);
    if (frame !== undefined && !this.isKey && !isPunctuation(token)) frame.isValueDue = false;
    if (token === SyntaxKind.OpenBraceToken) this.frames.push({ step: undefined, isValueDue: false });
    if (token === SyntaxKind.OpenBracketToken) this.frames.push({ step: 0, isValueDue: false });
  }
}

function advance(frame: Frame): void {
  frame.step = typeof frame.step === 'number' ? frame.step + 1 : undefined;
  frame.isValueDue = false;
}

function isElement({ step }: Frame): boolean {
  return typeof step === 'number';
}

function isPunctuation(token: SyntaxKind): boolean {
  return token === SyntaxKind.ColonToken || token === SyntaxKind.CommaToken;
}
