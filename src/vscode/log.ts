import * as vscode from 'vscode';

/** Where errors of the extension go: never into the user's way, and made only when there is one. */
export class Log implements vscode.Disposable {
  private channel: vscode.LogOutputChannel | undefined;

  error(where: string, error: unknown): void {
    this.channel ??= vscode.window.createOutputChannel('CTS Trace Lens', { log: true });
    this.channel.error(where, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  dispose(): void {
    this.channel?.dispose();
  }
}

/** Runs what a provider does; where it fails, the error is logged and the user sees nothing. */
export async function guard<T>(log: Log, where: string, run: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    log.error(where, error);
    return undefined;
  }
}
