import * as vscode from 'vscode';

/** What a notification says, and its buttons. */
export type Told = readonly [message: string, ...buttons: readonly string[]];

/**
 * What is told while something runs; the notification is answered with a button instead of being shown.
 *
 * @param meanwhile what happens before the button is pressed
 */
export async function toldBy(
  run: () => Thenable<unknown>,
  button?: string,
  meanwhile: () => Promise<void> = async () => {},
): Promise<Told> {
  const original = vscode.window.showInformationMessage;
  try {
    return await new Promise<Told>((resolve, reject) => {
      const show = async (...told: Told): Promise<string | undefined> => {
        await meanwhile();
        resolve(told);
        return button;
      };
      Object.assign(vscode.window, { showInformationMessage: show });
      run().then(undefined, reject);
    });
  } finally {
    Object.assign(vscode.window, { showInformationMessage: original });
  }
}

/** Turns on the rules for auditors. */
export function turnOnAuditorRules(button?: string, meanwhile?: () => Promise<void>): Promise<Told> {
  return toldBy(() => vscode.commands.executeCommand('ctsTrace.turnOnAuditorRules'), button, meanwhile);
}
