import * as vscode from 'vscode';

/** What a user answers; a dialog that there is no answer for is dismissed. */
export interface Answers {
  /** Typed into an input box, one after the other: the box stays until one is valid. */
  readonly typed?: readonly string[];
  /** Chosen in dialogs that ask for a file to save, one after the other. */
  readonly files?: readonly vscode.Uri[];
  /** Buttons that are pressed where there are any. */
  readonly buttons?: readonly string[];
}

/** Runs something with answers to the dialogs it opens. Nothing is displayed. @returns the messages that were shown */
export async function answering(answers: Answers, run: () => Thenable<unknown>): Promise<readonly string[]> {
  const { showInputBox, showSaveDialog, showInformationMessage, showWarningMessage, showErrorMessage } =
    vscode.window;
  const said: string[] = [];
  const files = [...(answers.files ?? [])];
  const message = async (text: string, ...rest: readonly unknown[]): Promise<string | undefined> => {
    said.push(text);
    return rest.filter((part) => typeof part === 'string').find((part) => answers.buttons?.includes(part));
  };
  Object.assign(vscode.window, {
    showInputBox: async ({ validateInput }: vscode.InputBoxOptions): Promise<string | undefined> => {
      for (const text of answers.typed ?? []) {
        const problem = await validateInput?.(text);
        if (!problem) return text;
        said.push(String(problem));
      }
      return undefined;
    },
    showSaveDialog: async (): Promise<vscode.Uri | undefined> => files.shift(),
    showInformationMessage: message,
    showWarningMessage: message,
    showErrorMessage: message,
  });
  try {
    await run();
    // Notifications are not waited for
    await new Promise((resume) => setTimeout(resume, 200));
  } finally {
    Object.assign(vscode.window, {
      ...{ showInputBox, showSaveDialog, showInformationMessage, showWarningMessage, showErrorMessage },
    });
  }
  return said;
}
