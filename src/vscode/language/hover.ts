import * as vscode from 'vscode';
import { explainAt } from '../../core/explain/explain';
import type { ExplainSettings } from '../../core/explain/parts/explanation';
import { shiftSpan } from '../../core/text/span';
import type { OpenDocuments } from '../checks/open-documents';
import { readExplainSettings } from '../configuration';
import { toRange } from '../documents/convert-ranges';
import { documentLanguages } from '../documents/languages';
import { guard, type Log } from '../log';
import {
  findAsyncPlaces,
  findLikelyCounterparts,
  findResourceSummary,
  type HoverPosition,
} from './related-traces';
import type { Resources } from './resource-index';

/** Explains the event, field or value under the cursor. */
export function registerHover(documents: OpenDocuments, resources: Resources, log: Log): vscode.Disposable {
  const provideHover = async (
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> => {
    const { version } = document;
    const traceDocument = documents.find(document);
    const located = traceDocument?.file.traceAt(document.offsetAt(position));
    if (traceDocument === undefined || located === undefined) return undefined;
    const offset = document.offsetAt(position) - located.start;
    const isWanted = (): boolean => !token.isCancellationRequested && document.version === version;
    const where = { traceDocument, located, offset, isWanted };
    const related = documents.isChecking(document) ? {} : await findRelated(where, resources);
    if (!isWanted()) return undefined;
    const settings = { ...readExplainSettings(traceDocument.file.catalog), ...related };
    const explanation = explainAt(located.trace, offset, settings);
    if (explanation === undefined) return undefined;
    const range = toRange(document, shiftSpan(explanation.span, located.start));
    return new vscode.Hover(new vscode.MarkdownString(explanation.markdown), range);
  };
  return vscode.languages.registerHoverProvider([...documentLanguages], {
    provideHover: (document, position, token) =>
      guard(log, 'hover', () => provideHover(document, position, token)),
  });
}

/** What else of the file an explanation depends on. */
async function findRelated(
  where: HoverPosition,
  resources: Resources,
): Promise<Pick<ExplainSettings, 'counterparts' | 'asyncPlaces' | 'resource'>> {
  const [counterparts, asyncPlaces, resource] = await Promise.all([
    findLikelyCounterparts(where, resources),
    findAsyncPlaces(where, resources),
    findResourceSummary(where, resources),
  ]);
  return { counterparts, asyncPlaces, resource };
}
