import * as vscode from 'vscode';
import { unknownTimeZoneText } from '../../core/assist/status-limits';
import { readTimeZone, timeZoneSetting } from '../configuration';
import type { Log } from '../log';

/** Logs that the setting names no time zone; the language status says so too while a trace file is open. */
export function registerTimeZoneLog(log: Log): vscode.Disposable {
  const check = (): void => {
    if (readTimeZone().doubt === 'unknown') log.error(timeZoneSetting, unknownTimeZoneText);
  };
  check();
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(timeZoneSetting)) check();
  });
}
