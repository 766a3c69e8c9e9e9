/** An event that a user takes into the catalog, by what its record says. */
export interface NewEvent {
  readonly service: string;
  readonly name: string;
  /** Absent where the record does not state one. */
  readonly resourceType?: string;
}

/**
 * The text of a catalog in this project's own form with one more event.
 *
 * @param text what the catalog holds so far; `undefined` where there is none yet
 * @returns `undefined` where the catalog is broken or of another form: then it is the user who mends it
 */
export function withEvent(text: string | undefined, event: NewEvent): string | undefined {
  if (text === undefined || text.trim() === '') return print({ events: [event] });
  const catalog = parseObject(text);
  if (catalog === undefined || !Array.isArray(catalog['events'])) return undefined;
  const events: readonly unknown[] = catalog['events'];
  const isThere = events.some((row) => isSame(row, event));
  return isThere ? text : print({ ...catalog, events: [...events, event] });
}

function print(catalog: object): string {
  return `${JSON.stringify(catalog, null, 2)}\n`;
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function isSame(row: unknown, event: NewEvent): boolean {
  return JSON.stringify(row) === JSON.stringify(event);
}
