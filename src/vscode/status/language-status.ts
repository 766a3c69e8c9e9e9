import * as vscode from 'vscode';
import { statusEntries } from '../../core/assist/language-status';
import type { StatusAction, StatusEntry, StatusFacts } from '../../core/assist/status-entry';
import type { CheckedFile } from '../../core/check/checked-file';
import { findDamage } from '../../core/check/damage';
import { headOf, namesTraceKeys } from '../../core/file/may-hold-traces';
import { findPastedForm } from '../../core/file/pasted-text';
import type { AcceptedFile } from '../accepted/accepted-file';
import type { AcceptedFiles } from '../accepted/accepted-files';
import type { OpenDocuments } from '../checks/open-documents';
import {
  openFormattedCommand,
  showFindingsCommand,
  showOriginalCommand,
  showRulesCommand,
  treatAsJsonLinesCommand,
} from '../commands/command-ids';
import { readLocalizer, readTimeZone, timeZoneSetting } from '../configuration';
import { toPlace } from '../documents/convert-ranges';
import { documentSource } from '../documents/document-source';
import { documentLanguages, isJsonLines } from '../documents/languages';
import {
  areFindingsReported,
  findOriginalUri,
  nameOf,
  settingsScopeOf,
  sourceUriOf,
} from '../documents/original-uri';
import { guard, type Log } from '../log';

const commandOf: Readonly<Record<StatusAction, string>> = {
  'show-rules': showRulesCommand,
  'show-findings': showFindingsCommand,
  'show-hints': showFindingsCommand,
  'show-original': showOriginalCommand,
  'treat-as-json-lines': treatAsJsonLinesCommand,
  'open-formatted': openFormattedCommand,
  'manage-trust': 'workbench.trust.manage',
  'set-time-zone': 'workbench.action.openSettings',
  'open-accepted': 'vscode.open',
};

/** How many lines are measured: a file with overlong lines has one near its start. */
const maxLinesMeasured = 1000;

/**
 * Shows in the language status of the active document what it holds and what can be done. Other JSON, such as settings
 * files, has no status.
 */
export function registerStatus(
  documents: OpenDocuments,
  accepted: AcceptedFiles,
  log: Log,
): vscode.Disposable {
  const items = new Map<string, vscode.LanguageStatusItem>();
  const show = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const file = document && accepted.at(sourceUriOf(document.uri));
    const entries = document ? entriesOf(document, documents, file) : [];
    const ids = new Set(entries.map((entry) => toItemId(entry)));
    for (const [id, item] of items) {
      if (ids.has(id)) continue;
      item.dispose();
      items.delete(id);
    }
    for (const entry of entries) {
      const id = toItemId(entry);
      const item = items.get(id) ?? vscode.languages.createLanguageStatusItem(id, [...documentLanguages]);
      items.set(id, item);
      fillItem(item, entry, entry.action?.kind === 'open-accepted' ? file?.uri : document?.uri);
    }
  };
  const update = (): void => void guard(log, 'language status', show);
  const updateFor = (document: vscode.TextDocument): void => {
    if (document === vscode.window.activeTextEditor?.document) update();
  };
  update();
  return vscode.Disposable.from(
    documents.onDidCheck(updateFor),
    documents.onDidTakeLong(updateFor),
    accepted.onDidLoad(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidGrantWorkspaceTrust(update),
    vscode.workspace.onDidChangeConfiguration(update),
    { dispose: () => vscode.Disposable.from(...items.values()).dispose() },
  );
}

/** The editor sorts items by id; with the first id as prefix the others come after it. */
function toItemId({ id }: StatusEntry): string {
  return id === 'status' ? 'ctsTrace.status' : `ctsTrace.status.${id}`;
}

function fillItem(
  item: vscode.LanguageStatusItem,
  { text, detail, isProminent, isBusy, action }: StatusEntry,
  uri: vscode.Uri | undefined,
): void {
  item.name = 'CTS Trace Lens';
  item.text = text;
  item.detail = detail;
  item.severity = isProminent
    ? vscode.LanguageStatusSeverity.Warning
    : vscode.LanguageStatusSeverity.Information;
  item.busy = isBusy;
  item.command = action && toCommand(action, uri);
}

function toCommand(
  { kind, title }: NonNullable<StatusEntry['action']>,
  uri: vscode.Uri | undefined,
): vscode.Command {
  return { command: commandOf[kind], title, arguments: argumentsOf(kind, uri) };
}

function argumentsOf(kind: StatusAction, uri: vscode.Uri | undefined): unknown[] {
  if (kind === 'set-time-zone') return [timeZoneSetting];
  return kind === 'show-hints' ? [uri, { severity: 'hint' }] : [uri];
}

function entriesOf(
  document: vscode.TextDocument,
  documents: OpenDocuments,
  accepted: AcceptedFile | undefined,
): readonly StatusEntry[] {
  if (!documentLanguages.includes(document.languageId) || !areFindingsReported(document)) return [];
  return statusEntries(factsOf(document, documents, accepted), readLocalizer());
}

function factsOf(
  document: vscode.TextDocument,
  documents: OpenDocuments,
  accepted: AcceptedFile | undefined,
): StatusFacts {
  const traceDocument = documents.find(document);
  const { file, shown } = traceDocument ?? {};
  const original = findOriginalUri(document.uri);
  return {
    kind: file?.kind ?? 'other',
    isLookAlike: traceDocument === undefined && isLookAlike(document),
    pastedForm: traceDocument === undefined ? findPastedForm(headOf(documentSource(document))) : undefined,
    isChecking: documents.isChecking(document),
    traceCount: file?.traceCount ?? 0,
    counts: {
      error: file?.count('error') ?? 0,
      warning: file?.count('warning') ?? 0,
      information: file?.count('information') ?? 0,
      hint: file?.count('hint') ?? 0,
    },
    acceptedCount: file?.acceptedCount ?? 0,
    acceptedTrouble: accepted?.trouble,
    hiddenCount: shown?.findings.reduce((sum, { hidden = 0 }) => sum + hidden, 0) ?? 0,
    damage: file && !documents.isChecking(document) ? damageOf(document, file) : undefined,
    valueSequence: file?.valueSequence ?? 'single',
    isOneValueExpected: !isJsonLines(document),
    longLine: findLongLine(document),
    timeZone: readTimeZone(),
    isTrusted: vscode.workspace.isTrusted,
    formattedOf: original && nameOf(sourceUriOf(original)),
  };
}

function damageOf(document: vscode.TextDocument, file: CheckedFile): StatusFacts['damage'] {
  const damage = findDamage(file);
  return damage && { kind: damage.kind, place: toPlace(document, damage.offset) };
}

function isLookAlike(document: vscode.TextDocument): boolean {
  return namesTraceKeys(headOf(documentSource(document)));
}

/** The length of the longest of the first lines if it exceeds what the editor tokenizes. */
function findLongLine(document: vscode.TextDocument): number | undefined {
  const editor = vscode.workspace.getConfiguration('editor', settingsScopeOf(document));
  const limit = editor.get<number>('maxTokenizationLineLength', 20_000);
  let length = 0;
  for (let line = 0; line < Math.min(document.lineCount, maxLinesMeasured); line++)
    length = Math.max(length, document.lineAt(line).text.length);
  return length > limit ? length : undefined;
}
