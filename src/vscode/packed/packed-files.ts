import * as vscode from 'vscode';
import { packedReadOnlyText } from '../../core/input/packed-file-messages';
import { readLocalizer } from '../configuration';
import { unpackedScheme } from '../documents/original-uri';
import { registerComparePacked } from './compare-packed';
import { type PackedHost, registerOpenPacked } from './open-packed';
import { registerPackedPanels } from './packed-panels';

/** Registers what opens packed files, and their texts. */
export function registerPacked(host: PackedHost): vscode.Disposable {
  const isReadonly = new vscode.MarkdownString(packedReadOnlyText(readLocalizer()));
  return vscode.Disposable.from(
    host.files,
    vscode.workspace.registerFileSystemProvider(unpackedScheme, host.files, {
      isReadonly,
      isCaseSensitive: true,
    }),
    registerOpenPacked(host),
    registerComparePacked(host),
    registerPackedPanels(host),
  );
}
