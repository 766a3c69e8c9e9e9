import * as vscode from 'vscode';
import type { TextSource } from '../../core/text/text-source';

/** The text of a document, read piece by piece, so that a large one is never joined into a single string. */
export function documentSource(document: vscode.TextDocument): TextSource {
  let version = -1;
  let length = 0;
  return {
    get length() {
      if (document.version !== version) {
        version = document.version;
        length = document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
      }
      return length;
    },
    slice: (start, end) => textBetween(document, start, end),
  };
}

/** An offset between CR and LF has no position of its own, so a larger range is read and cut. */
function textBetween(document: vscode.TextDocument, start: number, end: number): string {
  const first = document.positionAt(start);
  const last = document.positionAt(end);
  const isCut = document.offsetAt(last) !== end;
  const text = document.getText(new vscode.Range(first, isCut ? document.positionAt(end + 1) : last));
  const before = start - document.offsetAt(first);
  return before === 0 && !isCut ? text : text.slice(before, before + end - start);
}
