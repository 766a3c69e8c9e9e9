import { moveOn, openTokens, type TokenKind, type Tokens } from './layout-tokens';
import type { PositionMap } from './position-map';

export interface FormatOptions {
  /** Whether each line is a value of its own: brackets left open end with their line. */
  readonly isLineDelimited: boolean;
  readonly lineBreak: '\n' | '\r\n';
}

export interface Formatted {
  readonly text: string;
  readonly map: PositionMap;
  /** The number of top-level values; JSON proper allows one. */
  readonly valueCount: number;
}

/** Takes a fraction of a millisecond. */
const tokensAtATime = 1000;
/** Deeper nesting is not indented further, or the whitespace before 100,000 brackets would fill gigabytes. */
const deepestIndent = 32;

/**
 * Formats JSON, one member or element per line, by changing whitespace outside of strings and nothing else: numbers,
 * escapes, the order of keys and whatever is broken stay as written.
 *
 * @returns yields whenever it is worth checking the clock, and returns the result
 */
export function* formatInSteps(text: string, options: FormatOptions): Generator<void, Formatted> {
  const layout = openLayout(text, options);
  for (let count = 1; moveOn(layout.tokens); count++) {
    place(layout);
    if (count % tokensAtATime !== 0) continue;
    // Joins many small strings early, so that this work, too, is spread over the steps
    layout.parts.push(layout.pieces.splice(0).join(''));
    yield;
  }
  return finish(layout);
}

/** The same without pauses. */
export function format(text: string, options: FormatOptions): Formatted {
  const steps = formatInSteps(text, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

interface Layout {
  readonly tokens: Tokens;
  readonly options: FormatOptions;
  readonly parts: string[];
  readonly pieces: string[];
  readonly original: number[];
  readonly formatted: number[];
  /** The start of the run of original text that is not written yet and can be copied as it is. */
  stretchStart: number;
  /** The end of the previous token. */
  lastEnd: number;
  last: TokenKind | undefined;
  /** How much is written, in UTF-16 units. */
  length: number;
  depth: number;
  valueCount: number;
}

function openLayout(text: string, options: FormatOptions): Layout {
  return {
    tokens: openTokens(text),
    options,
    parts: [],
    pieces: [],
    original: [],
    formatted: [],
    stretchStart: 0,
    lastEnd: 0,
    last: undefined,
    length: 0,
    depth: 0,
    valueCount: 0,
  };
}

/** Appends the current token, after the whitespace that belongs before it. */
function place(layout: Layout): void {
  const { tokens, options } = layout;
  const { kind, start, end, text } = tokens;
  if (options.isLineDelimited && tokens.isOnNewLine) layout.depth = 0;
  if (kind === 'close') layout.depth = Math.max(0, layout.depth - 1);
  if (layout.depth === 0 && (kind === 'open' || kind === 'scalar' || kind === 'unfinished'))
    layout.valueCount++;
  const gap = gapBefore(layout);
  if (layout.last === undefined || !isSameGap(text, layout.lastEnd, start, gap)) {
    writeStretch(layout);
    layout.pieces.push(gap);
    layout.length += gap.length;
    layout.original.push(start);
    layout.formatted.push(layout.length);
    layout.stretchStart = start;
  }
  if (kind === 'open') layout.depth++;
  layout.lastEnd = end;
  layout.last = kind;
}

function isSameGap(text: string, from: number, to: number, gap: string): boolean {
  return to - from === gap.length && text.startsWith(gap, from);
}

function writeStretch(layout: Layout): void {
  if (layout.last === undefined) return;
  layout.pieces.push(layout.tokens.text.slice(layout.stretchStart, layout.lastEnd));
  layout.length += layout.lastEnd - layout.stretchStart;
}

function gapBefore(layout: Layout): string {
  switch (gapKind(layout)) {
    case 'none':
      return '';
    case 'blank':
      return ' ';
    case 'line':
      return layout.options.lineBreak + indentOf(layout.depth);
  }
}

function gapKind({ last, tokens, options, lastEnd }: Layout): 'none' | 'blank' | 'line' {
  const { kind, isOnNewLine } = tokens;
  if (last === undefined) return 'none';
  if (last === 'unfinished' || last === 'line-comment') return 'line';
  if (isOnNewLine && options.isLineDelimited) return 'line';
  if (isComment(kind) || isComment(last)) return isOnNewLine ? 'line' : 'blank';
  if (last === 'open') return kind === 'close' ? 'none' : 'line';
  if (kind === 'close') return 'line';
  if (kind === 'comma' || kind === 'colon') return 'none';
  if (last === 'colon') return 'blank';
  if (last === 'comma' || last === 'close' || kind === 'open') return 'line';
  // Two values in a row: broken, and kept as they are
  if (isOnNewLine) return 'line';
  return tokens.start > lastEnd ? 'blank' : 'none';
}

function isComment(kind: TokenKind): boolean {
  return kind === 'line-comment' || kind === 'block-comment';
}

const indents = Array.from({ length: deepestIndent + 1 }, (_, depth) => '  '.repeat(depth));

function indentOf(depth: number): string {
  return indents[Math.min(depth, deepestIndent)] ?? '';
}

function finish(layout: Layout): Formatted {
  const { parts, pieces, original, formatted, tokens, valueCount } = layout;
  writeStretch(layout);
  const text = [...parts, ...pieces].join('');
  const map: PositionMap = {
    original: new Uint32Array(original),
    formatted: new Uint32Array(formatted),
    originalLength: tokens.text.length,
    formattedLength: text.length,
  };
  return { text, map, valueCount };
}
