import { runSteps } from '../text/steps';
import { advance, createTokenizer, type Tokenizer, type TokenKind } from './layout-tokens';
import { addRun, createRuns, finishRuns, type PositionMap, type Runs } from './position-map';

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
const tokensPerStep = 1000;
/** Deeper nesting is not indented further, or the whitespace before 100,000 brackets would fill gigabytes. */
const maxIndentDepth = 32;

/**
 * Formats JSON, one member or element per line, by changing whitespace outside of strings and nothing else: numbers,
 * escapes, the order of keys and whatever is broken stay as written.
 *
 * Yields every {@link tokensPerStep} tokens, so that the caller can check the clock: the offset that is reached.
 */
export function* formatInSteps(
  text: string,
  options: FormatOptions,
): Generator<number | undefined, Formatted> {
  const layout = createLayout(text, options);
  for (let count = 1; advance(layout.tokenizer); count++) {
    appendToken(layout);
    if (count % tokensPerStep !== 0) continue;
    // Joins many small strings early, so that this work, too, is spread over the steps
    layout.parts.push(layout.pieces.splice(0).join(''));
    yield layout.lastEnd;
  }
  return yield* finish(layout);
}

/** The same without pauses. */
export function format(text: string, options: FormatOptions): Formatted {
  return runSteps(formatInSteps(text, options));
}

interface Layout {
  readonly tokenizer: Tokenizer;
  readonly options: FormatOptions;
  readonly parts: string[];
  readonly pieces: string[];
  readonly runs: Runs;
  /** The start of the run of original text that is not written yet and can be copied as it is. */
  runStart: number;
  /** Where it starts in the formatted text. */
  formattedStart: number;
  /** The end of the previous token. */
  lastEnd: number;
  last: TokenKind | undefined;
  /** How much is written, in UTF-16 units. */
  length: number;
  depth: number;
  valueCount: number;
}

function createLayout(text: string, options: FormatOptions): Layout {
  return {
    tokenizer: createTokenizer(text),
    options,
    parts: [],
    pieces: [],
    runs: createRuns(),
    runStart: 0,
    formattedStart: 0,
    lastEnd: 0,
    last: undefined,
    length: 0,
    depth: 0,
    valueCount: 0,
  };
}

/** Appends the current token, after the whitespace that belongs before it. */
function appendToken(layout: Layout): void {
  const { tokenizer, options } = layout;
  const { kind, start, end, text } = tokenizer;
  if (options.isLineDelimited && tokenizer.isOnNewLine) layout.depth = 0;
  if (kind === 'close') layout.depth = Math.max(0, layout.depth - 1);
  if (layout.depth === 0 && (kind === 'open' || kind === 'scalar' || kind === 'unfinished'))
    layout.valueCount++;
  const gap = gapBefore(layout);
  if (layout.last === undefined || !isSameGap(text, layout.lastEnd, start, gap)) {
    writeRun(layout);
    layout.pieces.push(gap);
    layout.length += gap.length;
    layout.formattedStart = layout.length;
    layout.runStart = start;
  }
  if (kind === 'open') layout.depth++;
  layout.lastEnd = end;
  layout.last = kind;
}

function isSameGap(text: string, from: number, to: number, gap: string): boolean {
  return to - from === gap.length && text.startsWith(gap, from);
}

function writeRun(layout: Layout): void {
  if (layout.last === undefined) return;
  const length = layout.lastEnd - layout.runStart;
  layout.pieces.push(layout.tokenizer.text.slice(layout.runStart, layout.lastEnd));
  addRun(layout.runs, layout.runStart, layout.formattedStart, length);
  layout.length += length;
}

function gapBefore(layout: Layout): string {
  switch (gapKind(layout)) {
    case 'none':
      return '';
    case 'space':
      return ' ';
    case 'line':
      return layout.options.lineBreak + indentOf(layout.depth);
  }
}

function gapKind({ last, tokenizer, options, lastEnd }: Layout): 'none' | 'space' | 'line' {
  const { kind, isOnNewLine } = tokenizer;
  if (last === undefined) return 'none';
  if (last === 'unfinished' || last === 'line-comment') return 'line';
  if (isOnNewLine && options.isLineDelimited) return 'line';
  if (isComment(kind) || isComment(last)) return isOnNewLine ? 'line' : 'space';
  if (last === 'open') return kind === 'close' ? 'none' : 'line';
  if (kind === 'close') return 'line';
  if (kind === 'comma' || kind === 'colon') return 'none';
  if (last === 'colon') return 'space';
  if (last === 'comma' || last === 'close' || kind === 'open') return 'line';
  // Two values in a row: broken, and kept as they are
  if (isOnNewLine) return 'line';
  return tokenizer.start > lastEnd ? 'space' : 'none';
}

function isComment(kind: TokenKind): boolean {
  return kind === 'line-comment' || kind === 'block-comment';
}

const indents = Array.from({ length: maxIndentDepth + 1 }, (_, depth) => '  '.repeat(depth));

function indentOf(depth: number): string {
  return indents[Math.min(depth, maxIndentDepth)] ?? '';
}

function* finish(layout: Layout): Generator<number | undefined, Formatted> {
  const { parts, pieces, runs, tokenizer, valueCount } = layout;
  writeRun(layout);
  const text = [...parts, ...pieces].join('');
  yield;
  const map = yield* finishRuns(runs, {
    originalLength: tokenizer.text.length,
    formattedLength: text.length,
  });
  return { text, map, valueCount };
}
