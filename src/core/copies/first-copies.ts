import type { RepeatedId } from '../check/id-table';
import type { Position } from '../text/lines';

/** A first copy, and where it is. */
export interface FirstCopy {
  readonly text: string;
  readonly position: Position;
}

type Place = Pick<RepeatedId, 'firstFile' | 'firstOrdinal'>;

/** The first copies of traces, up to a total length; they come in the order of files and ordinals. */
export class FirstCopies {
  private readonly held = new Map<number, Map<number, FirstCopy>>();
  private length = 0;
  /** The first one for which there was no room. */
  private leftFrom: Place | undefined;

  /** @param maxLength in UTF-16 units; the first one is held whatever its length */
  constructor(private readonly maxLength: number) {}

  get isFull(): boolean {
    return this.leftFrom !== undefined;
  }

  hold(place: Place, { text, position }: FirstCopy): void {
    if (this.isFull) return;
    if (this.length > 0 && this.length + text.length > this.maxLength) {
      this.leftFrom = place;
      return;
    }
    this.length += text.length;
    const ofFile = this.held.get(place.firstFile) ?? new Map<number, FirstCopy>();
    ofFile.set(place.firstOrdinal, { text: copyOf(text), position });
    this.held.set(place.firstFile, ofFile);
  }

  find({ firstFile, firstOrdinal }: Place): FirstCopy | undefined {
    return this.held.get(firstFile)?.get(firstOrdinal);
  }

  /** Whether there was no room for it. */
  isLeft({ firstFile, firstOrdinal }: Place): boolean {
    if (this.leftFrom === undefined) return false;
    const { firstFile: file, firstOrdinal: ordinal } = this.leftFrom;
    return firstFile > file || (firstFile === file && firstOrdinal >= ordinal);
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A part of a string would hold all of it. */
function copyOf(text: string): string {
  return decoder.decode(encoder.encode(text));
}
