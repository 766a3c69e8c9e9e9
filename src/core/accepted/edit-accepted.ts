import type { Localizer } from '../text/localization';
import { type Acceptance, type FindingKey, keyText } from './acceptance';
import { acceptedFileText, maxAcceptances, readAcceptedFile } from './accepted-format';

/** A text of a file of accepted findings, or why there is none. */
export type EditedFile = { readonly text: string } | { readonly refusal: 'invalid' | 'full' };

/**
 * Adds an acceptance as the last one, unless its finding is accepted already. All others stay as they are.
 *
 * @param text of the file; `undefined` or blank if there is none yet
 */
export function withAcceptance(
  text: string | undefined,
  acceptance: Acceptance,
  localizer: Localizer,
): EditedFile {
  if (text === undefined || text.trim() === '') return { text: acceptedFileText([acceptance]) };
  const { acceptances, schema } = { schema: undefined, ...readAcceptedFile(text, localizer) };
  if (acceptances === undefined) return { refusal: 'invalid' };
  const key = keyText(acceptance);
  if (acceptances.some((each) => keyText(each) === key)) return { text };
  if (acceptances.length >= maxAcceptances) return { refusal: 'full' };
  return { text: acceptedFileText([...acceptances, acceptance], schema) };
}

/** Removes the acceptances of a finding. All others stay as they are. */
export function withoutAcceptance(text: string, finding: FindingKey, localizer: Localizer): EditedFile {
  const { acceptances, schema } = { schema: undefined, ...readAcceptedFile(text, localizer) };
  if (acceptances === undefined) return { refusal: 'invalid' };
  const key = keyText(finding);
  const left = acceptances.filter((each) => keyText(each) !== key);
  return { text: left.length === acceptances.length ? text : acceptedFileText(left, schema) };
}
