import { isObject, type JsonObject, type JsonValue, tryParse } from '../text/json';

/** An event to add to a user's catalog, as its record has it. */
export interface NewEvent {
  readonly service: string;
  readonly name: string;
  /** Absent if the record has none. */
  readonly resourceType?: string;
}

/**
 * The text of a catalog in this project's own format with an event added.
 *
 * @param text the catalog so far; `undefined` if there is none yet
 * @returns `text` itself if it has the event already; `undefined` if the catalog is invalid or in another format, which
 * only the user can fix
 */
export function withEvent(text: string | undefined, event: NewEvent): string | undefined {
  if (text === undefined || text.trim() === '') return print({ events: [event] });
  const catalog = parseObject(text);
  if (catalog === undefined || !Array.isArray(catalog['events'])) return undefined;
  const events: readonly unknown[] = catalog['events'];
  const isListed = events.some((row) => isSame(row, event));
  return isListed ? text : print({ ...catalog, events: [...events, event] });
}

/**
 * Undoes {@link withEvent}; everything else in the catalog stays.
 *
 * @returns `undefined` if the catalog is invalid or in another format
 */
export function withoutEvent(text: string, event: NewEvent): string | undefined {
  const catalog = parseObject(text);
  if (catalog === undefined || !Array.isArray(catalog['events'])) return undefined;
  const events: readonly unknown[] = catalog['events'];
  const others = events.filter((row) => !isSame(row, event));
  return others.length === events.length ? text : print({ ...catalog, events: others });
}

/** Whether a catalog in this project's own format says nothing at all. */
export function isEmptyCatalog(text: string): boolean {
  return text === print({ events: [] });
}

function print(catalog: object): string {
  return `${JSON.stringify(catalog, null, 2)}\n`;
}

function parseObject(text: string): JsonObject | undefined {
  const value = tryParse(text) as JsonValue | undefined;
  return isObject(value) ? value : undefined;
}

function isSame(row: unknown, event: NewEvent): boolean {
  return JSON.stringify(row) === JSON.stringify(event);
}
