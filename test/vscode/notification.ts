import * as vscode from 'vscode';

/** What a notification says, and its buttons. */
export type Told = readonly [message: string, ...buttons: readonly string[]];

/**
 * Turns on the rules for auditors; the notification is answered with a button instead of being shown.
 *
 * @param answer what happens before the button is pressed
 */
export async function turnOnAuditorRules(
  button: string | undefined,
  answer: () => Promise<void> = async () => {},
): Promise<Told> {
  const original = vscode.window.showInformationMessage;
  try {
    return await new Promise<Told>((resolve, reject) => {
      const show = async (...told: Told): Promise<string | undefined> => {
        await answer();
        resolve(told);
        return button;
      };
      Object.assign(vscode.window, { showInformationMessage: show });
      vscode.commands.executeCommand('ctsTrace.turnOnAuditorRules').then(undefined, reject);
    });
  } finally {
    Object.assign(vscode.window, { showInformationMessage: original });
  }
}
