import type * as vscode from 'vscode';
import { type Api, activate as activateOn } from './extension';

/** Entry point for desktop and remote extension hosts, which run on Node. */
export function activate(context: vscode.ExtensionContext): Api {
  return activateOn(context, { loadFeatures: () => require('./web') as typeof import('./web') });
}
