/** A line of output, and when what it says happened. */
export interface TimedLine {
  /** In epoch milliseconds. */
  readonly moment: number | undefined;
  readonly text: string;
}

/** How much is held at most to be put in order; more comes in the order in which it is found. */
export interface OrderLimits {
  readonly lines: number;
  /** In UTF-16 units. */
  readonly length: number;
}

export const orderLimits: OrderLimits = { lines: 1_000_000, length: 512 * 1024 * 1024 };

/** Puts lines in the order of time; those of the same time, and those without any, stay in the order in which they come. */
export class LineOrder {
  private held: TimedLine[] = [];
  private length = 0;
  private isFull = false;

  constructor(private readonly limits: OrderLimits = orderLimits) {}

  /** Whether there were too many lines to put them in order. */
  get isGivenUp(): boolean {
    return this.isFull;
  }

  /** @returns what is to be written now: nothing, unless there is too much to hold */
  add(lines: readonly TimedLine[]): readonly TimedLine[] {
    if (this.isFull) return lines;
    for (const line of lines) {
      this.held.push(line);
      this.length += line.text.length;
    }
    this.isFull = this.held.length > this.limits.lines || this.length > this.limits.length;
    return this.isFull ? this.take() : none;
  }

  /** @returns the lines that are held, in order */
  end(): readonly TimedLine[] {
    return this.take().sort((one, other) => (one.moment ?? never) - (other.moment ?? never));
  }

  private take(): TimedLine[] {
    const taken = this.held;
    this.held = [];
    return taken;
  }
}

const none: readonly TimedLine[] = [];
/** After every time that can be written. */
const never = Number.MAX_SAFE_INTEGER;
