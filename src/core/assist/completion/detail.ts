import { findLabel } from '../../catalog/labels';
import type { CatalogEvent } from '../../catalog/rows/row-types';
import type { Localizer } from '../../text/localization';

/** The distinct official operation names, in the user's language if known in it. */
export function labelsOf(rows: readonly CatalogEvent[], { language }: Localizer): readonly string[] {
  return [...new Set(rows.flatMap((row) => findLabel(row, language) ?? []))];
}

export function countText(names: number, { t }: Localizer): string {
  return names === 1 ? t('1 event name in the catalog') : t('{0} event names in the catalog', names);
}

export function withdrawnText({ t }: Localizer): string {
  return t('only in older lists');
}
