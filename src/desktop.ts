import type * as vscode from 'vscode';
import { type Api, activate as activateOn } from './extension';

/** The entry for desktop and remote hosts, on Node. */
export function activate(context: vscode.ExtensionContext): Api {
  return activateOn(context, { loadFeatures: () => require('./web') as typeof import('./web') });
}
