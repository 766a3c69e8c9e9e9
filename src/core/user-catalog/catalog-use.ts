import { type Localizer, numberText } from '../text/localization';
import type { UserCatalog } from './user-catalog';

/** What is known of a catalog file. */
export interface CatalogFacts {
  /** What it was read as, if the settings of a folder list it. */
  readonly listed: UserCatalog | undefined;
  /** What its text is read as. */
  readonly own: UserCatalog;
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
    const events = length === 1 ? t('In use: 1 event') : t('In use: {0} events', numberText(length));
    return [{ title: events, action: 'show-setting' }];
  }
  const [problem] = facts.own.problems ?? [];
  if (problem)
    return [
      { title: t('Not in use'), action: undefined },
      { title: problem.message, action: undefined },
    ];
  if (!facts.isInFolder) return [{ title: t('Not in use: not in a workspace folder'), action: undefined }];
  if (!facts.isTrusted) return [{ title: t('Not in use in Restricted Mode'), action: 'manage-trust' }];
  return [
    { title: t('Not in use'), action: undefined },
    { title: t('Use This Catalog'), action: 'use' },
  ];
}

/** What happened to a catalog that was to be used. */
export interface CatalogChange {
  readonly path: string;
  /** Whether the settings of the folder list it, not those of the workspace. */
  readonly isFolder: boolean;
  /** Whether the settings listed it before, so that nothing was changed. */
  readonly wasListed: boolean;
  /** Whether it is invalid and therefore ignored. */
  readonly isInvalid: boolean;
}

/** A notification and the label of its button; without one if there is nothing to undo. */
export interface UseNotice {
  readonly message: string;
  readonly undo: string | undefined;
}

/** Shown when a catalog was added to the settings, or was listed there already. */
export function useNotice(change: CatalogChange, localizer: Localizer): UseNotice {
  const { t } = localizer;
  const { isFolder, wasListed } = change;
  const state = stateText(change, localizer);
  if (wasListed) return { message: state, undo: undefined };
  const owner = isFolder ? t('folder settings') : t('workspace settings');
  return { message: t('{0} ({1})', state, owner), undo: t('Undo') };
}

function stateText({ path, wasListed, isInvalid }: CatalogChange, { t }: Localizer): string {
  if (isInvalid) return t('"{0}" is listed, but not in use: the catalog is invalid', path);
  return wasListed ? t('"{0}" is already in use', path) : t('"{0}" is now in use', path);
}

/** Shown when the command is called for something that cannot be used as a catalog. */
export function notUsableText({ t }: Localizer): string {
  return t('Open a catalog file (*.cts-catalog.json) in a folder that you trust');
}

/** Shown when the setting could not be restored. */
export function notUnlistedText(path: string, setting: string, { t }: Localizer): string {
  return t('Could not write the setting. Remove "{0}" from \'{1}\'', path, setting);
}
