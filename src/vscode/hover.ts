import * as vscode from 'vscode';
import { explainAt } from '../core/explain';
import { shiftSpan } from '../core/span';
import { readVoice } from './configuration';
import { toRange } from './convert';
import type { Documents } from './documents';
import { languages } from './languages';
import { guard, type Log } from './log';

/** Explains the event, field or value under the cursor. */
export function registerHover(documents: Documents, log: Log): vscode.Disposable {
  const provideHover = (
    document: vscode.TextDocument,
    position: vscode.Position,
  ): vscode.Hover | undefined => {
    const file = documents.find(document)?.file;
    const placed = file?.traceAt(document.offsetAt(position));
    if (file === undefined || placed === undefined) return undefined;
    const setting = { voice: readVoice(), catalog: file.catalog, now: Date.now() };
    const explanation = explainAt(placed.trace, document.offsetAt(position) - placed.start, setting);
    if (explanation === undefined) return undefined;
    const range = toRange(document, shiftSpan(explanation.span, placed.start));
    return new vscode.Hover(new vscode.MarkdownString(explanation.markdown), range);
  };
  return vscode.languages.registerHoverProvider([...languages], {
    provideHover: (document, position) => guard(log, 'hover', () => provideHover(document, position)),
  });
}
