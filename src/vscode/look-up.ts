import * as vscode from 'vscode';
import type { Catalog } from '../core/catalog/catalog';
import type { Language } from '../core/language';
import {
  type EventKey,
  explainEvent,
  findEventNameAt,
  type LookUpEntry,
  lookUpEntries,
  lookUpPrompt,
} from '../core/look-up';
import type { Catalogs } from './catalogs';
import { lookUpEventCommand } from './commands';
import { readLanguage, readVoice, voiceIn } from './configuration';
import type { Documents } from './documents';
import { guard, type Log } from './log';
import { showMarkdown } from './markdown-preview';

/** Of read-only documents made from the catalog: `cts-trace-explanation:/IMS/image/createImage.md?en`. */
const scheme = 'cts-trace-explanation';

/** The command that finds a catalogued event and shows all that is known of it. */
export function registerLookUp(documents: Documents, catalogs: Catalogs, log: Log): vscode.Disposable {
  const content = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: (uri) => guard(log, 'explanation', () => contentOf(uri, catalogs.current())),
  });
  const command = vscode.commands.registerCommand(lookUpEventCommand, () =>
    guard(log, lookUpEventCommand, () => lookUp(documents, catalogs.current())),
  );
  return vscode.Disposable.from(content, command);
}

async function lookUp(documents: Documents, catalog: Catalog): Promise<void> {
  const entry = await pick(catalog, findNameAtCursor(documents) ?? '');
  if (entry) await showMarkdown(toUri(entry, readLanguage()));
}

function findNameAtCursor(documents: Documents): string | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const offset = editor.document.offsetAt(editor.selection.active);
  const placed = documents.findAnew(editor.document)?.file.traceAt(offset);
  return placed && findEventNameAt(placed.trace, offset - placed.start);
}

interface EventItem extends vscode.QuickPickItem {
  readonly entry: LookUpEntry;
}

/** @param value what stands in the input at first */
function pick(catalog: Catalog, value: string): Promise<LookUpEntry | undefined> {
  const voice = readVoice();
  const list = vscode.window.createQuickPick<EventItem>();
  list.placeholder = lookUpPrompt(voice);
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  list.items = lookUpEntries(catalog, voice).map((entry) => {
    return { label: entry.name, description: entry.where, detail: entry.label, entry };
  });
  list.value = value;
  return new Promise((resolve) => {
    list.onDidAccept(() => {
      resolve(list.selectedItems[0]?.entry);
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}

function toUri({ service, resourceType, name }: EventKey, language: Language): vscode.Uri {
  const parts = [service, resourceType, name].map(encodeURIComponent);
  return vscode.Uri.from({ scheme, path: `/${parts.join('/')}.md`, query: language });
}

function contentOf({ path, query }: vscode.Uri, catalog: Catalog): string {
  const parts = path.replace(/^\/|\.md$/g, '').split('/');
  const [service = '', resourceType = '', name = ''] = parts.map(decodeURIComponent);
  const voice = voiceIn(query === 'zh-cn' ? 'zh-cn' : 'en');
  return explainEvent({ service, resourceType, name }, { voice, catalog, now: Date.now() });
}
