import { tracesText } from '../assist/summary-line';
import type { FieldOrder } from '../formatting/field-order';
import { layOutInSteps } from '../formatting/lay-out';
import { type PositionMap, toFormatted } from '../formatting/position-map';
import { replaceControlCharacters } from '../text/display-text';
import { type LineStarts, lineStartsOf, type Position, positionOf } from '../text/lines';
import { type Localizer, numberText } from '../text/localization';

/** A range that was asked for, by its number, and where it is in the text of a record. */
export interface BlockRange {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** What an excerpt is made of, in the order of the file. */
export type Block =
  | {
      readonly kind: 'record';
      /** How many traces are before it. */
      readonly number: number;
      readonly position: Position;
      readonly text: string;
      readonly ranges: BlockRange[];
    }
  /** A place in no record, or in one that is too long: it is named alone. */
  | { readonly kind: 'place'; readonly position: Position; readonly index: number };

/** An excerpt before it is laid out. Offsets count from the start of its text. */
export interface RawExcerpt {
  readonly text: string;
  readonly ranges: readonly BlockRange[];
  /** The comments that say where something is in the file. */
  readonly anchors: readonly { readonly start: number; readonly end: number; readonly position: Position }[];
}

/** A range of lines and columns. */
export interface TextRange {
  readonly start: Position;
  readonly end: Position;
}

/** The traces of a file that have findings, one below the other: JSON with comments, as plain data. */
export interface Excerpt {
  readonly text: string;
  /** Of what was asked for, in that order. */
  readonly ranges: readonly TextRange[];
  /** The comments that say where something is in the file, and where that is. */
  readonly anchors: readonly (TextRange & { readonly position: Position })[];
  /** The opening brackets of JSON that is in a string in the file; ascending. */
  readonly openings: readonly Position[];
}

/** The name of an excerpt, as lists show it; it ends like that of JSON with comments. */
export function excerptName(file: string, { t }: Localizer): string {
  return `${t('{0} (findings)', file)}.jsonc`;
}

/** What stands in place of an excerpt that is no longer known, as in a window that was restored. */
export function lostExcerptText(file: string, { t }: Localizer): string {
  return `// ${t('Check "{0}" again to list its findings', replaceControlCharacters(file))}\n`;
}

/** What the link at a place does. */
export function openAroundText({ t }: Localizer): string {
  return t('Open this trace with the ones around it');
}

/** Puts an excerpt together. @param traces how many the file has */
export function composeExcerpt(
  blocks: readonly Block[],
  { name, traces }: { readonly name: string; readonly traces: number },
  localizer: Localizer,
): RawExcerpt {
  const writer = new ExcerptWriter(localizer);
  writer.comment(
    localizer.t(
      'The traces of "{0}" that have findings. VS Code cannot show findings in the file itself: it has more than 50 MB of text',
      replaceControlCharacters(name),
    ),
  );
  writer.write('[\n');
  const last = blocks.findLastIndex(({ kind }) => kind === 'record');
  for (const [index, block] of blocks.entries()) writer.add(block, index === last);
  writer.leaveOut(traces);
  writer.write(']\n');
  return writer.excerpt();
}

class ExcerptWriter {
  private readonly parts: string[] = [];
  private length = 0;
  private readonly ranges: BlockRange[] = [];
  private readonly anchors: RawExcerpt['anchors'][number][] = [];
  /** How many traces of the file are before what comes next. */
  private passed = 0;

  constructor(private readonly localizer: Localizer) {}

  write(text: string): void {
    this.parts.push(text);
    this.length += text.length;
  }

  comment(text: string): void {
    this.write(`// ${text}\n`);
  }

  add(block: Block, isLast: boolean): void {
    if (block.kind === 'place') {
      const { start, end } = this.anchor(block.position);
      this.ranges.push({ index: block.index, start, end });
      return;
    }
    this.leaveOut(block.number);
    this.passed = block.number + 1;
    this.anchor(block.position);
    for (const { index, start, end } of block.ranges)
      this.ranges.push({ index, start: this.length + start, end: this.length + end });
    this.write(`${block.text}${isLast ? '' : ','}\n`);
  }

  /** @param number of the trace that is not left out */
  leaveOut(number: number): void {
    const { localizer } = this;
    const count = number - this.passed;
    if (count > 0) this.comment(localizer.t('… {0} left out', tracesText(count, localizer)));
  }

  excerpt(): RawExcerpt {
    return { text: this.parts.join(''), ranges: this.ranges, anchors: this.anchors };
  }

  private anchor(position: Position): { readonly start: number; readonly end: number } {
    const { line, column } = position;
    const text = this.localizer.t('Line {0}, column {1}', numberText(line + 1), numberText(column + 1));
    const start = this.length + '// '.length;
    const range = { start, end: start + text.length };
    this.anchors.push({ ...range, position });
    this.comment(text);
    return range;
  }
}

/** Lays an excerpt out as a formatted view. Yields now and then, so that the caller can check the clock. */
export function* layOutExcerpt(
  { text, ranges, anchors }: RawExcerpt,
  fieldOrder: FieldOrder,
): Generator<number, Excerpt> {
  const laidOut = yield* layOutInSteps(text, {
    isLineDelimited: false,
    lineBreak: '\n',
    opening: { fieldOrder, isLineDelimited: false },
  });
  const places = new Places(laidOut.map, lineStartsOf(laidOut.text));
  const inOrder = [...ranges].sort((one, other) => one.index - other.index);
  return {
    text: laidOut.text,
    ranges: inOrder.map((range) => places.rangeOf(range)),
    anchors: anchors.map((anchor) => ({ ...places.rangeOf(anchor), position: anchor.position })),
    openings: Array.from(laidOut.openings, (offset) => places.at(offset)),
  };
}

/** Finds places of the raw text in the one that is laid out. */
class Places {
  constructor(
    private readonly map: PositionMap,
    private readonly starts: LineStarts,
  ) {}

  rangeOf({ start, end }: { readonly start: number; readonly end: number }): TextRange {
    const from = toFormatted(this.map, start);
    // By its last character: what comes after it may be elsewhere, as fields may be in another order
    const to = end > start ? toFormatted(this.map, end - 1) + 1 : from;
    return { start: this.at(from), end: this.at(Math.max(from, to)) };
  }

  /** @param offset in the text that is laid out */
  at(offset: number): Position {
    return positionOf(this.starts, offset);
  }
}
