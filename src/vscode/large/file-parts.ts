import * as vscode from 'vscode';
import { noPartText, partTitle } from '../../core/assist/large-file-messages';
import type { FilePart } from '../../core/input/read-part';
import { openPartCommand } from '../commands/command-ids';
import { readLocalizer } from '../configuration';
import type { ReadPieces } from '../documents/large-tabs';
import { partScheme, registerContent } from '../documents/made-documents';
import { findPlaceInFile, findPosition, findUri, nameOf, toPartUri } from '../documents/original-uri';
import { showFormatted } from '../formatting/formatted-commands';
import type { FormattedViews } from '../formatting/formatted-views';
import { guard, type Log } from '../log';
import { type PlaceInFile, readFilePart } from './read-file-part';

/** What it takes to show parts of files. */
export interface PartsHost {
  readonly views: FormattedViews;
  readonly readPieces: ReadPieces | undefined;
  readonly log: Log;
}

/** How many parts are kept for those who ask again: the editor does when it opens one. */
const maxKept = 8;

/**
 * Registers the texts of parts of files that are too large to be shown, and the command that opens one: `(uri: Uri,
 * position: Position)`.
 */
export function registerFileParts(host: PartsHost): vscode.Disposable {
  const parts = new FileParts(host);
  return vscode.Disposable.from(
    registerContent(partScheme, async (uri) => (await parts.partOf(uri))?.text),
    vscode.commands.registerCommand(openPartCommand, (uri: unknown, position: unknown) =>
      guard(host.log, openPartCommand, async () => {
        const file = findUri(uri);
        const place = findPosition(position);
        if (file && place) await parts.open({ uri: file, position: place });
      }),
    ),
  );
}

class FileParts {
  /** By URI of the part. */
  private readonly kept = new Map<string, Promise<FilePart | undefined>>();

  constructor(private readonly host: PartsHost) {}

  /** Shows the trace at a place and some around it, laid out. */
  async open(place: PlaceInFile): Promise<void> {
    const uri = toPartUri(place.uri, place.position);
    const localizer = readLocalizer();
    const name = nameOf(place.uri);
    // The file may have changed since
    this.kept.delete(uri.toString());
    try {
      const part = await this.partOf(uri);
      if (part === undefined) return void vscode.window.showWarningMessage(noPartText(name, localizer));
      const document = await vscode.workspace.openTextDocument(uri);
      const title = partTitle(name, localizer);
      await showFormatted(this.host.views, document, { offsetOf: () => part.offset, title });
    } catch (error) {
      if (!(error instanceof vscode.CancellationError)) throw error;
    }
  }

  partOf(uri: vscode.Uri): Promise<FilePart | undefined> {
    const key = uri.toString();
    const place = findPlaceInFile(uri);
    const known = this.kept.get(key);
    if (known !== undefined || place === undefined) return known ?? Promise.resolve(undefined);
    const part = readFilePart(place, this.host.readPieces);
    part.catch(() => this.kept.delete(key));
    this.kept.set(key, part);
    const [oldest] = this.kept.keys();
    if (this.kept.size > maxKept && oldest !== undefined) this.kept.delete(oldest);
    return part;
  }
}
