import type { Localizer } from '../text/localization';
import type { UserCatalog } from './user-catalog';

/** What is known of a catalog file. */
export interface CatalogFacts {
  /** What it was read as, if the settings of a folder list it. */
  readonly listed: UserCatalog | undefined;
  /** Whether it is in a folder of the window, whose settings can list it. */
  readonly isInFolder: boolean;
  readonly isTrusted: boolean;
}

export type CatalogAction = 'use' | 'show-problems' | 'show-setting' | 'manage-trust';

/** A part of the line on top of a catalog; without an action it is only text. */
export interface CatalogPart {
  readonly title: string;
  readonly action: CatalogAction | undefined;
}

/** Says whether a catalog is in use, and what can be done about it. */
export function catalogUse(facts: CatalogFacts, localizer: Localizer): readonly CatalogPart[] {
  const { t } = localizer;
  if (facts.listed?.problems)
    return [{ title: t('Not in use: the catalog is invalid'), action: 'show-problems' }];
  if (facts.listed?.addition) {
    const { length } = facts.listed.addition.events;
    const events = length === 1 ? t('In use: 1 event') : t('In use: {0} events', length);
    return [{ title: events, action: 'show-setting' }];
  }
  if (!facts.isInFolder) return [{ title: t('Not in use: not in a workspace folder'), action: undefined }];
  if (!facts.isTrusted) return [{ title: t('Not in use in Restricted Mode'), action: 'manage-trust' }];
  return [
    { title: t('Not in use'), action: undefined },
    { title: t('Use This Catalog'), action: 'use' },
  ];
}

/** A notification and the label of its button. */
export interface UseNotice {
  readonly message: string;
  readonly undo: string;
}

/**
 * Shown when a catalog was added to the settings.
 *
 * @param isFolder whether the settings of the folder list it, not those of the workspace
 */
export function useNotice(path: string, isFolder: boolean, { t }: Localizer): UseNotice {
  const owner = isFolder ? t('folder settings') : t('workspace settings');
  return { message: t('{0} ({1})', t('"{0}" is now in use', path), owner), undo: t('Undo') };
}

/** Shown when the command is called for something that cannot be used as a catalog. */
export function notUsableText({ t }: Localizer): string {
  return t('Open a catalog file (*.cts-catalog.json) in a folder that you trust');
}

/** Shown when the setting could not be restored. */
export function notUnlistedText(path: string, setting: string, { t }: Localizer): string {
  return t('Could not write the setting. Remove "{0}" from \'{1}\'', path, setting);
}
