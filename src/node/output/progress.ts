import { type Localizer, numberText } from '../../core/text/localization';
import type { Io } from './io';
import type { Output } from './output-stream';

/** How often the line changes, in milliseconds. */
const interval = 200;
/** Nothing is shown for what is done before. */
const delay = 1000;
const megabyte = 1_000_000;
/** Goes to the beginning of the line and erases it. */
const eraseLine = '\r\u001B[K';

/** What has been read so far. */
export interface Progress {
  readonly files: number;
  /** `undefined` if they are not looked at. */
  readonly traces?: number;
  readonly bytes: number;
}

/** @param isQuiet whether the user wants none */
export function progressLineOf(isQuiet: boolean | undefined, { stderr, localizer }: Io): ProgressLine {
  const isShown = stderr.columns !== undefined && isQuiet !== true;
  return new ProgressLine(isShown ? stderr : undefined, localizer);
}

/** A line at the bottom of a terminal that says how far a run is. */
export class ProgressLine {
  private readonly started = performance.now();
  private shownAt = this.started + delay - interval;
  private isShown = false;

  /** @param output a terminal; `undefined` if nothing is to be shown */
  constructor(
    private readonly output: Output | undefined,
    private readonly localizer: Localizer,
  ) {}

  async update({ files, traces, bytes }: Progress): Promise<void> {
    const now = performance.now();
    if (this.output === undefined || now - this.shownAt < interval) return;
    this.shownAt = now;
    const { t } = this.localizer;
    const perSecond = (bytes / megabyte / (now - this.started)) * 1000;
    const read = [numberText(Math.round(bytes / megabyte)), numberText(Math.round(perSecond))] as const;
    const text =
      traces === undefined
        ? t('{0} files, {1} MB ({2} MB/s)', numberText(files), ...read)
        : t('{0} files, {1} traces, {2} MB ({3} MB/s)', numberText(files), numberText(traces), ...read);
    this.isShown = true;
    await this.write(`${eraseLine}${text.slice(0, (this.output.columns ?? text.length + 1) - 1)}`);
  }

  /** Removes the line, before something else is written. */
  async clear(): Promise<void> {
    if (!this.isShown) return;
    this.isShown = false;
    await this.write(eraseLine);
  }

  private async write(text: string): Promise<void> {
    await this.output?.write(text);
    await this.output?.flush();
  }
}
