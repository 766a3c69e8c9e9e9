import type * as vscode from 'vscode';
import { type Api, activate as activateOn } from './extension';
import { registerFeatures } from './features';

export { registerFeatures };

/** Entry point for the web worker extension host, where an extension is a single file. */
export function activate(context: vscode.ExtensionContext): Api {
  return activateOn(context, { loadFeatures: () => ({ registerFeatures }) });
}
