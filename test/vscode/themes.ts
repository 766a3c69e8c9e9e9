import { readFileSync } from 'node:fs';
import { parse } from 'jsonc-parser';
import * as vscode from 'vscode';
import type { IRawTheme } from 'vscode-textmate';
import { findExtension } from './grammars';

/** A colour theme in the format of VS Code's tokenizer. */
export interface Theme {
  readonly label: string;
  readonly raw: IRawTheme;
}

/** A theme file; its own settings come after those of the included one. */
interface ThemeFile {
  readonly include?: string;
  readonly colors?: Readonly<Record<string, string>>;
  readonly tokenColors?: IRawTheme['settings'];
}

interface ContributedTheme {
  readonly id: string;
  readonly uiTheme: string;
  readonly path: string;
}

/** VS Code's default text colours, for themes without their own. */
const foregrounds: Readonly<Record<string, string>> = {
  vs: '#333333',
  'vs-dark': '#BBBBBB',
  'hc-black': '#FFFFFF',
  'hc-light': '#292929',
};

/** All built-in themes of VS Code: light, dark and high contrast. */
export function builtInThemes(): readonly Theme[] {
  const { packageJSON, extensionUri } = findExtension('vscode.theme-defaults');
  const contributed: readonly ContributedTheme[] = packageJSON.contributes.themes;
  return contributed.map(({ id, uiTheme, path }) => {
    const { colors, tokenColors } = readTheme(vscode.Uri.joinPath(extensionUri, path));
    const foreground = colors['editor.foreground'] ?? foregrounds[uiTheme] ?? '';
    return { label: id, raw: { settings: [{ settings: { foreground } }, ...tokenColors] } };
  });
}

function readTheme(file: vscode.Uri): Required<Omit<ThemeFile, 'include'>> {
  const { include, colors, tokenColors = [] }: ThemeFile = parse(readFileSync(file.fsPath, 'utf8'));
  const base = include && readTheme(vscode.Uri.joinPath(file, '..', include));
  if (!base) return { colors: { ...colors }, tokenColors };
  return { colors: { ...base.colors, ...colors }, tokenColors: [...base.tokenColors, ...tokenColors] };
}
