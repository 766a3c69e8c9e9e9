import * as vscode from 'vscode';

/** Logs errors to an output channel, created with the first error, so that they never interrupt the user. */
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

/** Runs a provider or command; an error is logged and gives `undefined`. */
export async function guard<T>(log: Log, where: string, run: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    log.error(where, error);
    return undefined;
  }
}
