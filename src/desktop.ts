import type * as vscode from 'vscode';
import { activate as activateOn } from './extension';

/** The entry for desktop and remote hosts, on Node. */
export function activate(context: vscode.ExtensionContext): void {
  activateOn(context, { loadFeatures: () => require('./features') as typeof import('./features') });
}
