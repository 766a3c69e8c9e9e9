import type * as vscode from 'vscode';
import { registerDiagnostics } from './vscode/diagnostics';
import { registerHover } from './vscode/hover';

/** Registers every feature; the entries for desktop and web call it with what only their host can do. */
export function activate(context: vscode.ExtensionContext): void {
  context.subscriptions.push(registerDiagnostics(), registerHover());
}
