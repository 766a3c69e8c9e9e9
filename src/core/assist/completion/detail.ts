import { findLabel } from '../../catalog/labels';
import type { CatalogEvent } from '../../catalog/rows/types';
import type { Localizer } from '../../text/localization';

/** The official names of the operations, in the user's language where they are known in it, each once. */
export function labelsOf(rows: readonly CatalogEvent[], { language }: Localizer): readonly string[] {
  return [...new Set(rows.flatMap((row) => findLabel(row, language) ?? []))];
}

export function countText(names: number, { t }: Localizer): string {
  return t('event names in the catalog: {0}', names);
}

export function withdrawnText({ t }: Localizer): string {
  return t('only in older lists');
}
