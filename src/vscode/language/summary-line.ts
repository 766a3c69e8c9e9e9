import * as vscode from 'vscode';
import { type SummaryPart, summaryLine } from '../../core/assist/summary-line';
import type { FilePlace } from '../../core/check/damage';
import { type FileSummary, summarize } from '../../core/check/file-summary';
import type { TraceDocument } from '../checks/document-check';
import type { OpenDocuments } from '../checks/open-documents';
import { nextFailureCommand, openFormattedCommand, showFindingsCommand } from '../commands/command-ids';
import { readLocalizer, readTimeZone, section } from '../configuration';
import { toPlace } from '../documents/convert-ranges';
import { documentLanguages } from '../documents/languages';
import { hasLongLine } from '../documents/long-lines';
import { areFindingsReported, settingsScopeOf } from '../documents/original-uri';
import { runInSlices } from '../documents/time-slices';
import { guard, type Log } from '../log';

/** Shows above the first line what a trace file holds, each part with what it leads to. */
export function registerSummaryLine(documents: OpenDocuments, log: Log): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: (document, token) =>
      guard(log, 'summary line', () => provide(documents, document, token)),
  };
  return vscode.Disposable.from(
    changed,
    documents.onDidCheck(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(section)) changed.fire();
    }),
    vscode.languages.registerCodeLensProvider([...documentLanguages], provider),
  );
}

async function provide(
  documents: OpenDocuments,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
): Promise<vscode.CodeLens[] | undefined> {
  const { isSummaryWanted, isOfferWanted } = readChoice(document);
  if (!areFindingsReported(document) || (!isSummaryWanted && !isOfferWanted)) return [];
  const traceDocument = await documents.whenChecked(document);
  if (traceDocument?.file.kind !== 'traces') return [];
  const { version } = document;
  const isWanted = (): boolean => !token.isCancellationRequested && document.version === version;
  if (!isWanted()) return undefined;
  const { file } = traceDocument;
  const summary = isSummaryWanted ? await runInSlices(summarize(file), { isWanted }) : undefined;
  if (!isWanted()) return undefined;
  const hasLong = isOfferWanted && hasLongLine(document, file);
  return partsOf(traceDocument, summary, hasLong).map((part) => toLens(document, part));
}

function partsOf(
  { document, file }: TraceDocument,
  summary: FileSummary | undefined,
  hasLong: boolean,
): readonly SummaryPart[] {
  const counts = {
    error: file.count('error'),
    warning: file.count('warning'),
    information: file.count('information'),
    hint: file.count('hint'),
  };
  const placeOf = (offset: number): FilePlace => toPlace(document, offset);
  const { traceCount } = file;
  const facts = { summary, traceCount, counts, hasLongLine: hasLong, placeOf };
  return summaryLine(facts, readLocalizer(), readTimeZone().timeZone);
}

function readChoice(document: vscode.TextDocument) {
  const configuration = vscode.workspace.getConfiguration(section, settingsScopeOf(document));
  return {
    isSummaryWanted: configuration.get<unknown>('summaryLine') !== false,
    isOfferWanted: configuration.get<unknown>('longLines') !== 'never',
  };
}

function toLens(document: vscode.TextDocument, part: SummaryPart): vscode.CodeLens {
  return new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), toCommand(document, part));
}

function toCommand(document: vscode.TextDocument, { title, tooltip, action }: SummaryPart): vscode.Command {
  switch (action.kind) {
    case 'open-formatted':
      return { title, tooltip, command: openFormattedCommand, arguments: [document.uri] };
    case 'traces':
      return { title, tooltip, command: 'workbench.action.gotoSymbol' };
    case 'next-failure':
      return { title, tooltip, command: nextFailureCommand, arguments: [document.uri] };
    case 'findings':
      return { title, tooltip, command: 'workbench.actions.view.problems' };
    case 'hints':
      return {
        title,
        tooltip,
        command: showFindingsCommand,
        arguments: [document.uri, { severity: 'hint' }],
      };
    case 'place': {
      const position = document.positionAt(action.offset);
      const options = { selection: new vscode.Range(position, position) };
      return { title, tooltip, command: 'vscode.open', arguments: [document.uri, options] };
    }
  }
}
