import type { PlacedFinding } from '../check/placed-finding';
import { isAfter, offsetWithin } from '../file/item-places';
import { isRecord } from '../file/items';
import type { StreamedItem } from '../file/record-stream';
import { maxShownLength } from '../input/packed-file-messages';
import type { FileReport, ItemJob } from '../jobs/item-job';
import type { Position } from '../text/lines';
import type { Localizer } from '../text/localization';
import { type Block, type BlockRange, composeExcerpt, type RawExcerpt } from './excerpt-text';

/** What is not shown, as it would make the text too long; in UTF-16 units. */
const maxRecordLength = 1024 * 1024;
const maxLength = 4 * 1024 * 1024;

/** A range of the file, and its number among those that were asked for. */
interface Wanted {
  readonly index: number;
  readonly start: Position;
  readonly end: Position;
}

/** The ranges that findings lead to in their own file, in the order of the findings: of each its place, then what it refers to. */
export function rangesOf(findings: readonly PlacedFinding[]): readonly Omit<Wanted, 'index'>[] {
  return findings.flatMap(({ start, end, related }) => [
    { start, end },
    ...related
      .filter(({ path }) => path === undefined)
      .map(({ position, end }) => ({ start: position, end })),
  ]);
}

/** Whether a file that was read may be too large for the editor to show findings in it. */
export function mayNeedExcerpt(
  { bytes }: Pick<FileReport<unknown>, 'bytes'>,
  findings: readonly PlacedFinding[],
): boolean {
  return findings.length > 0 && bytes > maxShownLength;
}

/**
 * Gathers the traces of a file that have findings. Its result is `undefined` if the editor shows the file as any other: the
 * excerpt stands in for one that is too large for that.
 */
export class ExcerptJob implements ItemJob<never, RawExcerpt | undefined> {
  /** Those not reached yet, the next one last. */
  private readonly wanted: Wanted[];
  private readonly blocks: Block[] = [];
  private previous: StreamedItem | undefined;
  private shown: StreamedItem | undefined;
  private length = 0;
  /** How much of the file is read. */
  private fileLength = 0;

  /** @param file its name, for people, and how many traces it has */
  constructor(
    findings: readonly PlacedFinding[],
    private readonly file: { readonly name: string; readonly traces: number },
    private readonly localizer: Localizer,
    private readonly minLength = maxShownLength,
  ) {
    this.wanted = rangesOf(findings)
      .map((range, index) => ({ index, ...range }))
      .sort((one, other) => (isAfter(one.start, other.start) ? -1 : 1));
  }

  add(item: StreamedItem): readonly never[] {
    this.placeUpTo(item.position);
    this.previous = item;
    this.fileLength = item.start + item.length;
    return none;
  }

  end(): readonly never[] {
    this.placeUpTo(undefined);
    return none;
  }

  result(): RawExcerpt | undefined {
    return this.isLong ? composeExcerpt(this.blocks, this.file, this.localizer) : undefined;
  }

  isDone(): boolean {
    return this.isLong && this.wanted.length === 0;
  }

  private get isLong(): boolean {
    return this.fileLength > this.minLength;
  }

  /** @param position where the next item begins; `undefined` if there is none */
  private placeUpTo(position: Position | undefined): void {
    for (let next = this.wanted.at(-1); next !== undefined; next = this.wanted.at(-1)) {
      if (position !== undefined && !isAfter(position, next.start)) return;
      this.wanted.pop();
      this.place(next, this.previous);
    }
  }

  private place({ index, start, end }: Wanted, item: StreamedItem | undefined): void {
    const last = this.blocks.at(-1);
    if (item === undefined || !this.isShown(item)) {
      this.blocks.push({ kind: 'place', position: start, index });
      return;
    }
    const from = offsetWithin(item, start);
    const range = { index, start: from, end: Math.max(from, offsetWithin(item, end)) };
    if (item === this.shown && last?.kind === 'record') last.ranges.push(range);
    else this.blocks.push(this.begin(item, range));
  }

  private begin(item: StreamedItem, range: BlockRange): Block {
    this.shown = item;
    this.length += item.length;
    const { number, position } = item;
    return { kind: 'record', number, position, text: item.text.slice(0, item.length), ranges: [range] };
  }

  private isShown(item: StreamedItem): boolean {
    if (item === this.shown) return true;
    return isRecord(item) && item.length <= maxRecordLength && this.length + item.length <= maxLength;
  }
}

const none: readonly never[] = [];
