import { readFileSync } from 'node:fs';
import { parse } from 'jsonc-parser';
import * as vscode from 'vscode';
import type { IRawTheme } from 'vscode-textmate';
import { findExtension } from './grammars';

/** A colour theme as VS Code's colouring engine takes it. */
export interface Theme {
  readonly label: string;
  readonly raw: IRawTheme;
}

/** A theme in a file; it begins with the one that it includes. */
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

/** What VS Code takes for the colour of text where a theme names none. */
const foregrounds: Readonly<Record<string, string>> = {
  vs: '#333333',
  'vs-dark': '#BBBBBB',
  'hc-black': '#FFFFFF',
  'hc-light': '#292929',
};

/** Every theme that VS Code brings along: light, dark, high contrast. */
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
