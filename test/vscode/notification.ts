import * as vscode from 'vscode';

/** How long to wait for a notification, in milliseconds. */
const timeout = 45_000;

export type Notification = readonly [message: string, ...buttons: readonly string[]];

type Kind = 'showInformationMessage' | 'showWarningMessage' | 'showErrorMessage';

/**
 * Runs something and returns the notification that it shows. Nothing is displayed; the button is pressed at once.
 *
 * @param beforeAnswer runs before the button is pressed
 */
export function notificationOf(
  run: () => Thenable<unknown>,
  button?: string,
  beforeAnswer: () => Promise<void> = async () => {},
): Promise<Notification> {
  return intercept('showInformationMessage', run, async () => {
    await beforeAnswer();
    return button;
  });
}

/** Runs something and returns the error notification that it shows. */
export function errorNotificationOf(run: () => Thenable<unknown>): Promise<Notification> {
  return intercept('showErrorMessage', run, async () => undefined);
}

/** Runs something and returns the warning that it shows. */
export function warningOf(run: () => Thenable<unknown>): Promise<Notification> {
  return intercept('showWarningMessage', run, async () => undefined);
}

/** Runs something and returns the message that it shows in the status bar. */
export async function statusMessageOf(run: () => Thenable<unknown>): Promise<string | undefined> {
  const original = vscode.window.setStatusBarMessage;
  let shown: string | undefined;
  const show = (message: string): vscode.Disposable => {
    shown = message;
    return new vscode.Disposable(() => {});
  };
  Object.assign(vscode.window, { setStatusBarMessage: show });
  try {
    await run();
  } finally {
    Object.assign(vscode.window, { setStatusBarMessage: original });
  }
  return shown;
}

async function intercept(
  kind: Kind,
  run: () => Thenable<unknown>,
  answer: () => Promise<string | undefined>,
): Promise<Notification> {
  const original = vscode.window[kind];
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<Notification>((resolve, reject) => {
      const show = async (...shown: Notification): Promise<string | undefined> => {
        const button = await answer();
        resolve(shown);
        return button;
      };
      Object.assign(vscode.window, { [kind]: show });
      timer = setTimeout(() => reject(new Error('No notification was shown')), timeout);
      run().then(undefined, reject);
    });
  } finally {
    clearTimeout(timer);
    Object.assign(vscode.window, { [kind]: original });
  }
}

/** Turns on the rules for auditors. */
export function turnOnAuditorRules(
  button?: string,
  beforeAnswer?: () => Promise<void>,
): Promise<Notification> {
  return notificationOf(
    () => vscode.commands.executeCommand('ctsTrace.turnOnAuditorRules'),
    button,
    beforeAnswer,
  );
}
