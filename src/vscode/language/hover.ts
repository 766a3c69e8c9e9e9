import * as vscode from 'vscode';
import { explainAt } from '../../core/explain/explain';
import { shiftSpan } from '../../core/text/span';
import type { Documents } from '../checks/checked-documents';
import type { Resources } from '../checks/resource-index';
import { readLocalizer } from '../configuration';
import { toRange } from '../documents/convert-ranges';
import { languages } from '../documents/languages';
import { guard, type Log } from '../log';
import { findStatedCounterparts } from './related-traces';

/** Explains the event, field or value under the cursor. */
export function registerHover(documents: Documents, resources: Resources, log: Log): vscode.Disposable {
  const provideHover = async (
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> => {
    const { version } = document;
    const found = documents.find(document);
    const placed = found?.file.traceAt(document.offsetAt(position));
    if (found === undefined || placed === undefined) return undefined;
    const offset = document.offsetAt(position) - placed.start;
    const isWanted = (): boolean => !token.isCancellationRequested && document.version === version;
    const counterparts = documents.isChecking(document)
      ? undefined
      : await findStatedCounterparts({ found, placed, offset, isWanted }, resources);
    if (!isWanted()) return undefined;
    const setting = {
      localizer: readLocalizer(),
      catalog: found.file.catalog,
      now: Date.now(),
      counterparts,
    };
    const explanation = explainAt(placed.trace, offset, setting);
    if (explanation === undefined) return undefined;
    const range = toRange(document, shiftSpan(explanation.span, placed.start));
    return new vscode.Hover(new vscode.MarkdownString(explanation.markdown), range);
  };
  return vscode.languages.registerHoverProvider([...languages], {
    provideHover: (document, position, token) =>
      guard(log, 'hover', () => provideHover(document, position, token)),
  });
}
