import { truncate } from '../text/display-text';
import { type Localizer, numberText } from '../text/localization';
import type { Acceptance, FindingKey } from './acceptance';
import { maxAcceptances } from './accepted-format';

/** Why a file of accepted findings that the settings name is not used. */
export type AcceptedTrouble = 'untrusted' | 'missing' | 'unreadable' | 'invalid';

/** In characters, of a path and of a reason in a message. */
const maxPathLength = 200;
const maxReasonLength = 300;

/** Says that a file is not used, and why. @param path as the settings name it */
export function troubleText(trouble: AcceptedTrouble, path: string, { t }: Localizer): string {
  const shown = truncate(path, maxPathLength);
  switch (trouble) {
    case 'untrusted':
      return t('Accepted findings are not applied until the folder is trusted ("{0}" is in it)', shown);
    case 'missing':
      return t('Accepted findings are not applied: "{0}" not found', shown);
    case 'unreadable':
      return t('Accepted findings are not applied: cannot read "{0}"', shown);
    case 'invalid':
      return t('Accepted findings are not applied: "{0}" is invalid', shown);
  }
}

/** The same in a few words. */
export function shortTroubleText(trouble: AcceptedTrouble, { t }: Localizer): string {
  switch (trouble) {
    case 'untrusted':
      return t('the folder is not trusted');
    case 'missing':
      return t('file not found');
    case 'unreadable':
      return t('cannot read the file');
    case 'invalid':
      return t('the file is invalid');
  }
}

/** The title of the quick fix. @param rule named if there are several findings */
export function acceptTitle(rule: string | undefined, { t }: Localizer): string {
  return rule === undefined ? t('Accept this finding…') : t('Accept this finding… ({0})', rule);
}

/** The box that asks for a reason. */
export function reasonBoxTexts({ rule, keyPath }: FindingKey, { t }: Localizer) {
  return {
    title: keyPath === '' ? t('Accept Finding: {0}', rule) : t('Accept Finding: {0} at {1}', rule, keyPath),
    prompt: t('Why is this finding accepted? It will no longer be reported'),
    placeHolder: t('Reason'),
    missing: t('Enter a reason'),
  };
}

/** Asked before the first finding is accepted. @param isOfWorkspace whether the settings of the workspace will name the file */
export function placeQuestion(setting: string, isOfWorkspace: boolean, { t }: Localizer) {
  const where = t(
    "Choose a file outside of the evidence; an existing file is added to. 'cts-trace check --accepted' reads it, too.",
  );
  const named = isOfWorkspace
    ? t("The workspace setting '{0}' will name it.", setting)
    : t("The user setting '{0}' will name it.", setting);
  return {
    message: t('Where should accepted findings be kept?'),
    detail: [where, named].join(t(' ')),
    choose: t('Choose File…'),
  };
}

export function saveDialogTexts({ t }: Localizer) {
  return { title: t('File of Accepted Findings, Outside of the Evidence'), saveLabel: t('Keep Them Here') };
}

/** Asked if the file that was chosen is in a folder with evidence. */
export function evidenceQuestion(file: string, { t }: Localizer) {
  return {
    message: t('"{0}" is in a folder with evidence', truncate(file, maxPathLength)),
    detail: t('Keeping accepted findings there changes the evidence. A file elsewhere leaves it as it is.'),
    again: t('Choose Another File…'),
    anyway: t('Keep Them There'),
  };
}

/** Shown when a finding was accepted. */
export function acceptedNotice(file: string, { t }: Localizer) {
  const message = t('Accepted, and noted in {0}', truncate(file, maxPathLength));
  return { message, open: t('Open'), undo: t('Undo') };
}

export type AcceptRefusal = 'invalid' | 'full' | 'not-written' | 'untrusted';

/** Shown when the file was not changed. */
export function refusalNotice(refusal: AcceptRefusal, file: string, { t }: Localizer) {
  const shown = truncate(file, maxPathLength);
  switch (refusal) {
    case 'invalid':
      return {
        message: t('{0} is not a valid file of accepted findings. Fix it first; nothing was changed', shown),
        open: t('Open'),
      };
    case 'full':
      return {
        message: t(
          '{0} already accepts {1} findings, and more are not possible. Turn rules off instead',
          shown,
          numberText(maxAcceptances),
        ),
      };
    case 'not-written':
      return { message: t('Could not write {0}. Make sure that it is a writable file and try again', shown) };
    case 'untrusted':
      return {
        message: t('{0} is in a folder that is not trusted, so it is not used', shown),
        trust: t('Manage Trust'),
      };
  }
}

/** Shown when the file was written but the setting that names it was not. */
export function settingNotWrittenText(file: string, setting: string, { t }: Localizer): string {
  return t('Could not write the setting. Set \'{0}\' to "{1}"', setting, truncate(file, maxPathLength));
}

/** How many findings are accepted. */
export function acceptedCountText(count: number, { t }: Localizer): string {
  return count === 1 ? t('1 accepted finding') : t('{0} accepted findings', numberText(count));
}

/** Names an accepted finding that is not there any more. */
export function unmatchedText({ rule, traceId, keyPath }: FindingKey, { t }: Localizer): string {
  return t('Accepted finding no longer found: {0} in trace {1} at "{2}"', rule, traceId, keyPath);
}

/** Why a finding is accepted: `accepted: known name · mei · 2026-11-20`. */
export function acceptanceText(
  { reason, author, date }: Pick<Acceptance, 'reason' | 'author' | 'date'>,
  { t }: Localizer,
): string {
  const parts = [truncate(reason, maxReasonLength), author && truncate(author, maxReasonLength), date];
  return t('accepted: {0}', parts.filter((part) => part !== undefined && part !== '').join(' · '));
}
