import * as vscode from 'vscode';
import { type Inlay, type InlayChoice, inlaysIn } from '../../core/assist/inlay-hints';
import type { OpenDocuments } from '../checks/open-documents';
import { readExplainSettings, section, timeZoneSetting } from '../configuration';
import { documentLanguages } from '../documents/languages';
import { runInSlices } from '../documents/time-slices';
import { guard, type Log } from '../log';

const hintsSection = `${section}.inlayHints`;

/** Shows what values mean as inlay hints after them. */
export function registerInlayHints(documents: OpenDocuments, log: Log): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const inlayOf = new WeakMap<vscode.InlayHint, Inlay>();
  const provide = async (
    document: vscode.TextDocument,
    range: vscode.Range,
    token: vscode.CancellationToken,
  ): Promise<vscode.InlayHint[]> => {
    const choice = readChoice(document);
    const file = isAnyWanted(choice) ? documents.findCurrent(document)?.file : undefined;
    if (file === undefined) return [];
    const settings = { ...readExplainSettings(file.catalog), choice };
    const { version } = document;
    const offsets = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    const inlays: Inlay[] = [];
    await runInSlices(inlaysIn(file, offsets, settings), {
      take: (batch) => inlays.push(...batch),
      isWanted: () => !token.isCancellationRequested && document.version === version,
    });
    return document.version === version ? inlays.map((inlay) => toHint(document, inlay, inlayOf)) : [];
  };
  const resolve = (hint: vscode.InlayHint): vscode.InlayHint => {
    const inlay = inlayOf.get(hint);
    if (inlay) hint.tooltip = new vscode.MarkdownString(inlay.explain());
    return hint;
  };
  const provider = vscode.languages.registerInlayHintsProvider([...documentLanguages], {
    onDidChangeInlayHints: changed.event,
    provideInlayHints: (document, range, token) =>
      guard(log, 'inlay hints', () => provide(document, range, token)),
    resolveInlayHint: (hint) => guard(log, 'inlay hints', () => resolve(hint)),
  });
  return vscode.Disposable.from(
    changed,
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(hintsSection) || event.affectsConfiguration(timeZoneSetting))
        changed.fire();
    }),
    documents.onDidCheck(() => changed.fire()),
    provider,
  );
}

function readChoice(document: vscode.TextDocument): InlayChoice {
  const configuration = vscode.workspace.getConfiguration(hintsSection, document);
  const isOn = (name: string): boolean => configuration.get<unknown>(name) !== false;
  return { time: isOn('time'), glanceCall: isOn('glanceCall'), httpStatus: isOn('httpStatus') };
}

function isAnyWanted(choice: InlayChoice): boolean {
  return Object.values(choice).some(Boolean);
}

function toHint(
  document: vscode.TextDocument,
  inlay: Inlay,
  inlayOf: WeakMap<vscode.InlayHint, Inlay>,
): vscode.InlayHint {
  const hint = new vscode.InlayHint(document.positionAt(inlay.offset), inlay.label);
  hint.paddingLeft = true;
  inlayOf.set(hint, inlay);
  return hint;
}
