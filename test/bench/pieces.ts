import type { TextSource } from '../../src/core/text/text-source';

const pieceLength = 64 * 1024;

/** A text in pieces, as in an editor: a UTF-16 unit is replaced without copying the rest. */
export interface PieceSource extends TextSource {
  replaceUnit(offset: number, unit: string): void;
}

export function pieceSource(text: string): PieceSource {
  const count = Math.ceil(text.length / pieceLength);
  const pieces = Array.from({ length: count }, (_, index) =>
    text.slice(index * pieceLength, (index + 1) * pieceLength),
  );
  return {
    length: text.length,
    slice(start, end) {
      const first = Math.floor(start / pieceLength);
      const last = Math.floor(Math.max(start, end - 1) / pieceLength);
      const joined = first === last ? (pieces[first] ?? '') : pieces.slice(first, last + 1).join('');
      return joined.slice(start - first * pieceLength, end - first * pieceLength);
    },
    replaceUnit(offset, unit) {
      const index = Math.floor(offset / pieceLength);
      const piece = pieces[index] ?? '';
      const at = offset - index * pieceLength;
      pieces[index] = piece.slice(0, at) + unit + piece.slice(at + 1);
    },
  };
}
