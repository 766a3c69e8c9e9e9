import { createScanner, type JSONScanner, SyntaxKind } from 'jsonc-parser';
import { type Span, spanFrom } from '../text/span';

/** The keys and array indexes that lead to a value. */
export type JsonPath = readonly (string | number)[];

/** `events[3].service` */
export function pathText(path: JsonPath): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${step}`))
    .join('');
}

/** A node of the tree of requested paths; `span` is set once its value is found. */
interface PathNode {
  readonly next: Map<string | number, PathNode>;
  span: Span | undefined;
}

/** An open object or array, and the position of the scanner in it. */
interface Frame {
  /** The current key or array index. */
  step: string | number;
  /** Whether the next string is a key. */
  isKeyExpected: boolean;
  /** `undefined` if no requested path leads through it. */
  readonly node: PathNode | undefined;
}

/**
 * The spans of values in valid JSON, in the order of the paths: the whole of a primitive, the opening bracket of an
 * object or array. A missing value gets the span of its nearest existing ancestor. All paths take one scan of the text.
 */
export function spansAt(text: string, paths: readonly JsonPath[]): readonly Span[] {
  const root: PathNode = { next: new Map(), span: undefined };
  const nodesByPath = paths.map((path) => nodesAlong(path, root));
  locate(text, root);
  return nodesByPath.map((nodes) => nodes.findLast(({ span }) => span)?.span ?? spanFrom(0, 0));
}

/** Adds a path to the tree; returns its nodes from the root down. */
function nodesAlong(path: JsonPath, root: PathNode): readonly PathNode[] {
  const nodes = [root];
  let last = root;
  for (const step of path) {
    const next: PathNode = last.next.get(step) ?? { next: new Map(), span: undefined };
    last.next.set(step, next);
    nodes.push(next);
    last = next;
  }
  return nodes;
}

function locate(text: string, root: PathNode): void {
  const scanner = createScanner(text, true);
  const frames: Frame[] = [];
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    const frame = frames.at(-1);
    if (token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken) frames.pop();
    else if (token === SyntaxKind.CommaToken) advance(frame);
    else if (frame?.isKeyExpected) readKey(frame, token, scanner.getTokenValue());
    else {
      const node = frame ? frame.node?.next.get(frame.step) : root;
      if (node) node.span ??= tokenSpan(scanner);
      if (token === SyntaxKind.OpenBraceToken) frames.push({ step: '', isKeyExpected: true, node });
      else if (token === SyntaxKind.OpenBracketToken) frames.push({ step: 0, isKeyExpected: false, node });
    }
  }
}

/** Handles the two tokens of a key: the string and the colon. */
function readKey(frame: Frame, token: SyntaxKind, value: string): void {
  if (token === SyntaxKind.ColonToken) frame.isKeyExpected = false;
  else frame.step = value;
}

function tokenSpan(scanner: JSONScanner): Span {
  const start = scanner.getTokenOffset();
  return spanFrom(start, start + scanner.getTokenLength());
}

/** Moves past a comma. */
function advance(frame: Frame | undefined): void {
  if (typeof frame?.step === 'number') frame.step++;
  else if (frame) frame.isKeyExpected = true;
}
