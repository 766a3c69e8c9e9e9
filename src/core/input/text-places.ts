import { positionWithin } from '../file/line-tracker';
import type { Position } from '../text/lines';

/** Lines and columns in a text that is unpacked piece by piece, and where its gzip members begin. */
export class TextPlaces {
  /** In UTF-16 units. */
  length = 0;
  /** Of what was added so far. */
  end: Position = { line: 0, column: 0 };
  /** Where the first member begins whose checksum is wrong; `undefined` while there is none. */
  brokenMember: Position | undefined;
  private memberStart = this.end;

  add(text: string): void {
    this.end = this.positionIn(text, this.length + text.length);
    this.length += text.length;
  }

  endMember(isIntact: boolean): void {
    if (!isIntact) this.brokenMember ??= this.memberStart;
    this.memberStart = this.end;
  }

  /**
   * @param next the text that is about to be added
   * @param offset in the whole text, within `next`
   */
  positionIn(next: string, offset: number): Position {
    return positionWithin(next, this.end, offset - this.length);
  }
}
