import * as vscode from 'vscode';

/** How long to wait for a notification, in milliseconds. */
const patience = 45_000;

export type Told = readonly [message: string, ...buttons: readonly string[]];

type Kind = 'showInformationMessage' | 'showErrorMessage';

/**
 * Runs something and returns the notification that it shows. Nothing is displayed; the button is pressed at once.
 *
 * @param meanwhile runs before the button is pressed
 */
export function toldBy(
  run: () => Thenable<unknown>,
  button?: string,
  meanwhile: () => Promise<void> = async () => {},
): Promise<Told> {
  return intercept('showInformationMessage', run, async () => {
    await meanwhile();
    return button;
  });
}

/** Runs something and returns the error notification that it shows. */
export function failureToldBy(run: () => Thenable<unknown>): Promise<Told> {
  return intercept('showErrorMessage', run, async () => undefined);
}

async function intercept(
  kind: Kind,
  run: () => Thenable<unknown>,
  answer: () => Promise<string | undefined>,
): Promise<Told> {
  const original = vscode.window[kind];
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<Told>((resolve, reject) => {
      const show = async (...told: Told): Promise<string | undefined> => {
        const button = await answer();
        resolve(told);
        return button;
      };
      Object.assign(vscode.window, { [kind]: show });
      timer = setTimeout(() => reject(new Error('No notification was shown')), patience);
      run().then(undefined, reject);
    });
  } finally {
    clearTimeout(timer);
    Object.assign(vscode.window, { [kind]: original });
  }
}

/** Turns on the rules for auditors. */
export function turnOnAuditorRules(button?: string, meanwhile?: () => Promise<void>): Promise<Told> {
  return toldBy(() => vscode.commands.executeCommand('ctsTrace.turnOnAuditorRules'), button, meanwhile);
}
