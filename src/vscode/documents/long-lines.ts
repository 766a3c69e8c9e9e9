import type * as vscode from 'vscode';
import { beginsTrace, maxReadableLength } from '../../core/assist/long-lines';
import type { CheckedFile } from '../../core/check/checked-file';
import { findOriginalUri } from './original-uri';

/** How many lines are measured: a file with overlong lines has one near its start. */
const maxLinesMeasured = 1000;
/** How many long lines are searched for traces. */
const maxLinesSearched = 20;

/** Whether the document has a line with traces that is too long to read. A formatted view never counts. */
export function hasLongLine(document: vscode.TextDocument, file: CheckedFile): boolean {
  if (findOriginalUri(document.uri)) return false;
  let searched = 0;
  for (let line = 0; line < Math.min(document.lineCount, maxLinesMeasured); line++) {
    const { range, text } = document.lineAt(line);
    if (text.length <= maxReadableLength) continue;
    if (beginsTrace(file, { offset: document.offsetAt(range.start), length: text.length })) return true;
    if (++searched === maxLinesSearched) return false;
  }
  return false;
}
