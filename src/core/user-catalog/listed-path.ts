import { tryParse } from '../text/json';
import { endOf, type Span } from '../text/span';
import { spansAt } from './json-path';

/** How many paths of the setting are looked at. */
const maxListed = 100;

/**
 * The place where a file of settings lists a path. In the file of a workspace, settings are a member of their own.
 *
 * @param name of the setting, whose value is an array of paths
 */
export function findListedPath(settings: string, name: string, path: string): Span | undefined {
  const indexes = Array.from({ length: maxListed }, (_, index) => index);
  const places = indexes.flatMap((index) => [
    [name, index],
    ['settings', name, index],
  ]);
  return spansAt(settings, places).find(
    (span) => tryParse(settings.slice(span.offset, endOf(span))) === path,
  );
}
