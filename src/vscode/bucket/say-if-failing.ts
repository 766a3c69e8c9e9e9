import * as vscode from 'vscode';
import { failedText } from '../../core/bucket/bucket-texts';
import { readLocalizer } from '../configuration';

/** Runs what a user has started; if it fails, says why. */
export async function sayIfFailing<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    void vscode.window.showErrorMessage(failedText(reason, readLocalizer()));
    throw error;
  }
}
