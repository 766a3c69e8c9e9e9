import { createScanner, type JSONScanner, ScanError, SyntaxKind } from 'jsonc-parser';
import type { JsonType } from '../text/json';
import { type Span, spanFrom } from '../text/span';
import { typeOfToken } from './token-type';
import { isJson } from './valid-json';
import { visitValidMembers } from './valid-members';

/** The keys that lead to a value, the last one first; elements of an array have the path of the array. */
export interface Path {
  readonly key: string;
  readonly parent: Path | undefined;
}

/** The name of the key at an offset if it is not the key itself. */
export type KeyNames = (offset: number) => string | undefined;

/** A value in JSON. Spans count from the start of the JSON. */
export interface Member {
  readonly path: Path | undefined;
  /** With quotation marks; `undefined` for an element of an array. */
  readonly keySpan: Span | undefined;
  /** With quotation marks or brackets; an object or array that is not closed extends as far as it goes. */
  readonly span: Span;
  readonly type: JsonType;
}

/** An object or array that is still open. */
interface Frame {
  readonly start: number;
  readonly type: 'object' | 'array';
  readonly path: Path | undefined;
  readonly keySpan: Span | undefined;
  /** The key whose value is expected next. */
  key: Key | undefined;
}

interface Key {
  readonly path: Path | undefined;
  readonly span: Span;
}

/**
 * Visits the values at any depth; an object or array once it is closed. Never throws, however deep or broken the JSON:
 * what cannot be recognised is left out.
 *
 * @param nameAt what a path has in place of the key at an offset, if anything
 */
export function visitMembers(
  text: string,
  path: Path | undefined,
  visit: (member: Member) => void,
  nameAt?: KeyNames,
): void {
  if (isJson(text)) visitValidMembers(text, path, visit, nameAt);
  else visitBrokenMembers(text, path, visit, nameAt);
}

function visitBrokenMembers(
  text: string,
  path: Path | undefined,
  visit: (member: Member) => void,
  nameAt: KeyNames | undefined,
): void {
  const scanner = createScanner(text, true);
  const stack: Frame[] = [];
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    const frame = stack.at(-1);
    const place = { path: frame ? (frame.key?.path ?? frame.path) : path, keySpan: frame?.key?.span };
    if (token === SyntaxKind.OpenBraceToken || token === SyntaxKind.OpenBracketToken) {
      const type = token === SyntaxKind.OpenBraceToken ? 'object' : 'array';
      stack.push({ start: scanner.getTokenOffset(), type, ...place, key: undefined });
    } else if (token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken) {
      close(stack, scanner.getPosition(), visit);
    } else if (token === SyntaxKind.CommaToken) {
      if (frame) frame.key = undefined;
    } else {
      readScalar(scanner, token, { frame, place, visit, nameAt });
    }
  }
  while (stack.length > 0) close(stack, text.length, visit);
}

function close(stack: Frame[], end: number, visit: (member: Member) => void): void {
  const frame = stack.pop();
  if (frame === undefined) return;
  visit({ path: frame.path, keySpan: frame.keySpan, span: spanFrom(frame.start, end), type: frame.type });
  const outer = stack.at(-1);
  if (outer) outer.key = undefined;
}

interface ScalarContext {
  readonly frame: Frame | undefined;
  readonly place: Pick<Member, 'path' | 'keySpan'>;
  readonly visit: (member: Member) => void;
  readonly nameAt: KeyNames | undefined;
}

function readScalar(
  scanner: JSONScanner,
  token: SyntaxKind,
  { frame, place, visit, nameAt }: ScalarContext,
): void {
  const type = typeOfToken(token);
  if (type === undefined || scanner.getTokenError() === ScanError.UnexpectedEndOfString) return;
  const span = { offset: scanner.getTokenOffset(), length: scanner.getTokenLength() };
  if (frame?.type === 'object' && frame.key === undefined) {
    if (type !== 'string') return;
    const key = nameAt?.(span.offset) ?? scanner.getTokenValue();
    frame.key = { path: { key, parent: frame.path }, span };
    return;
  }
  visit({ ...place, span, type });
  if (frame?.type === 'object') frame.key = undefined;
}
