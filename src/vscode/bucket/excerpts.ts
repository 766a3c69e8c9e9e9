import * as vscode from 'vscode';
import {
  type Excerpt,
  excerptName,
  lostExcerptText,
  openAroundText,
  type TextRange,
} from '../../core/bucket/excerpt-text';
import type { Localizer } from '../../core/text/localization';
import { openPartCommand } from '../commands/command-ids';
import { readLocalizer } from '../configuration';
import { excerptScheme, registerContent } from '../documents/made-documents';
import { findExcerptedUri, nameOf, toExcerptUri } from '../documents/original-uri';
import { markAfter } from '../formatting/opened-string-marks';

/** How long the excerpts of a check may be in all, in UTF-16 units: the findings of further files lead to the files. */
const maxLength = 16 * 1024 * 1024;

interface KeptExcerpt {
  readonly uri: vscode.Uri;
  readonly excerpt: Excerpt;
  /** The number of the check that made it. */
  readonly check: number;
}

/**
 * The excerpts of files that are too large for the editor to show findings in them: documents with the traces that have
 * some. Each says where a trace is in the file, with a link that opens it among those around it.
 */
export class Excerpts implements vscode.Disposable {
  /** By the URIs of the files. */
  private readonly kept = new Map<string, KeptExcerpt>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  /** Of those of the check that is running. */
  private length = 0;
  private check = 0;

  /** Makes them documents of the editor. */
  register(): vscode.Disposable {
    const selector = { scheme: excerptScheme };
    return vscode.Disposable.from(
      registerContent(excerptScheme, async (uri) => this.textOf(uri), this.changed.event),
      vscode.languages.registerDocumentLinkProvider(selector, {
        provideDocumentLinks: ({ uri }) => [...this.linksIn(uri)],
      }),
      vscode.languages.registerInlayHintsProvider(selector, {
        provideInlayHints: ({ uri }, range) =>
          (this.find(uri)?.openings ?? [])
            .map(({ line, column }) => new vscode.Position(line, column))
            .filter((position) => range.contains(position))
            .map(markAfter),
      }),
    );
  }

  dispose(): void {
    this.changed.dispose();
  }

  /** The excerpts of earlier checks stay until they are replaced or deleted. */
  begin(): void {
    this.check++;
    this.length = 0;
  }

  /** @returns the URI of the excerpt; `undefined` if there are too many */
  add(file: vscode.Uri, excerpt: Excerpt, localizer: Localizer): vscode.Uri | undefined {
    this.delete(file);
    if (this.length + excerpt.text.length > maxLength) return undefined;
    const uri = toExcerptUri(file, excerptName(nameOf(file), localizer));
    this.length += excerpt.text.length;
    this.kept.set(file.toString(), { uri, excerpt, check: this.check });
    // An earlier one may be open
    this.changed.fire(uri);
    return uri;
  }

  delete(file: vscode.Uri): void {
    const key = file.toString();
    const kept = this.kept.get(key);
    if (kept?.check === this.check) this.length -= kept.excerpt.text.length;
    this.kept.delete(key);
  }

  private find(uri: vscode.Uri): Excerpt | undefined {
    const file = findExcerptedUri(uri);
    return file && this.kept.get(file.toString())?.excerpt;
  }

  private textOf(uri: vscode.Uri): string | undefined {
    const file = findExcerptedUri(uri);
    return file && (this.find(uri)?.text ?? lostExcerptText(nameOf(file), readLocalizer()));
  }

  private linksIn(uri: vscode.Uri): readonly vscode.DocumentLink[] {
    const file = findExcerptedUri(uri);
    if (file === undefined) return [];
    const tooltip = openAroundText(readLocalizer());
    return (this.find(uri)?.anchors ?? []).map(({ position: { line, column }, ...range }) => {
      const place = { line, character: column };
      const link = new vscode.DocumentLink(
        toRange(range),
        commandUri(openPartCommand, [file.toString(), place]),
      );
      link.tooltip = tooltip;
      return link;
    });
  }
}

function commandUri(command: string, values: readonly unknown[]): vscode.Uri {
  return vscode.Uri.parse(`command:${command}?${encodeURIComponent(JSON.stringify(values))}`);
}

export function toRange({ start, end }: TextRange): vscode.Range {
  return new vscode.Range(start.line, start.column, end.line, end.column);
}
