import type { Bilingual } from '../language';
import { isImsEvent } from './catalog';
import type { CatalogEvent } from './types';

/** The official name of the operation; `undefined` for services of which only identifiers are catalogued. */
export function findLabel(event: CatalogEvent): Bilingual | undefined {
  return isImsEvent(event) ? event.label : undefined;
}
