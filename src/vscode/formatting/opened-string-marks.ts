import * as vscode from 'vscode';
import { openedStringMark } from '../../core/formatting/formatted-view-messages';
import { firstIndexFrom } from '../../core/text/offset-list';
import { readLocalizer } from '../configuration';
import { formattedScheme } from '../documents/original-uri';
import { guard, type Log } from '../log';
import type { FormattedViews } from './formatted-views';

/** Marks in formatted views, as inlay hints, where JSON is in a string in the original. */
export function registerOpenedStringMarks(views: FormattedViews, log: Log): vscode.Disposable {
  const provider: vscode.InlayHintsProvider = {
    provideInlayHints: (document, range) =>
      guard(log, 'opened strings', () => provide(views, document, range)),
  };
  return vscode.languages.registerInlayHintsProvider({ scheme: formattedScheme }, provider);
}

function provide(
  views: FormattedViews,
  document: vscode.TextDocument,
  range: vscode.Range,
): vscode.InlayHint[] {
  const view = views.findKept(document.uri);
  const lastLine = document.lineAt(document.lineCount - 1).range;
  // While the editor has not yet got the new text of a view, its places are others
  if (view === undefined || document.offsetAt(lastLine.end) !== view.map.formattedLength) return [];
  const { openings } = view;
  const hints: vscode.InlayHint[] = [];
  const end = document.offsetAt(range.end);
  for (let index = firstIndexFrom(openings, document.offsetAt(range.start)); ; index++) {
    const offset = openings[index];
    if (offset === undefined || offset >= end) return hints;
    hints.push(markAfter(document.positionAt(offset)));
  }
}

/** @param position of the opening bracket of JSON that is in a string in the file */
export function markAfter(position: vscode.Position): vscode.InlayHint {
  const mark = openedStringMark(readLocalizer());
  const hint = new vscode.InlayHint(position.translate(0, 1), mark.label);
  hint.paddingLeft = true;
  hint.tooltip = mark.tooltip;
  return hint;
}
