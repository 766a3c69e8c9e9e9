import * as vscode from 'vscode';
import { lineStartsOf, positionOf } from '../../core/text/lines';

/**
 * A text that can be formatted: a document of the editor, or the text of a packed file, which need not be one. It is the same
 * object as long as it is the same text, of a document the same version as well.
 */
export interface Original
  extends Pick<vscode.TextDocument, 'uri' | 'languageId' | 'version' | 'eol' | 'offsetAt' | 'positionAt'> {
  getText(): string | Promise<string>;
}

/** Finds the text that a URI is of; `undefined` if it is gone. */
export type FindOriginal = (uri: vscode.Uri) => Promise<Original | undefined>;

/** In UTF-16 units. */
export function lengthOfOriginal(original: Original): number {
  return original.offsetAt(new vscode.Position(Number.MAX_SAFE_INTEGER, 0));
}

/** A text that is no document. It is not kept, but for its lines. */
export function originalOf(uri: vscode.Uri, text: string, getText: () => Promise<string>): Original {
  const starts = lineStartsOf(text);
  const { length } = text;
  const endOf = (line: number): number => starts[line + 1] ?? length;
  const isCrLf = text[(starts[1] ?? 0) - 2] === '\r';
  return {
    uri,
    languageId: uri.path.endsWith('.jsonl') ? 'jsonl' : 'json',
    version: 1,
    eol: isCrLf ? vscode.EndOfLine.CRLF : vscode.EndOfLine.LF,
    getText,
    offsetAt: ({ line, character }) =>
      line >= starts.length ? length : Math.min((starts[line] ?? 0) + character, endOf(line)),
    positionAt: (offset) => {
      const { line, column } = positionOf(starts, Math.min(offset, length));
      return new vscode.Position(line, column);
    },
  };
}
