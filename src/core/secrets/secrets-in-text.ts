import { isMasked } from '../record/already-masked';
import { endOf, type Span, spanFrom } from '../text/span';
import { formHints, secretForms } from './forms';
import { findTextCredentials } from './free-text';
import type { SecretForm, SecretPattern } from './secret-form';
import { type Certainty, isNoCredential, mayStandForPassword } from './secret-value';

export const mask = '***';

/** A credential in a decoded string. */
export interface TextSecret {
  readonly span: Span;
  readonly certainty: Certainty;
  /** The key it is recognised by; `undefined` if it is recognised by its form. */
  readonly key?: string | undefined;
  readonly form?: SecretPattern | undefined;
}

/** The credentials in a string that is not JSON, in no order; some may overlap. */
export function findSecretsInText(text: string): readonly TextSecret[] {
  if (!separator.test(text) && !formHints.test(text)) return [];
  return [...findByForm(text), ...findTextCredentials(text)];
}

/** Whatever is recognised by a key in running text has one of these. */
const separator = /[:=\s\uff1a]/;

function findByForm(text: string): readonly TextSecret[] {
  if (!formHints.test(text) && !text.includes('://')) return [];
  return secretForms.flatMap((form) => (form.beside?.test(text) === false ? [] : findForm(text, form)));
}

function findForm(text: string, { name, pattern, accepts }: SecretForm): readonly TextSecret[] {
  const found: TextSecret[] = [];
  for (const { index, 1: before = '', 2: credential = '' } of text.matchAll(pattern)) {
    const span = spanFrom(index + before.length, index + before.length + credential.length);
    if (isMasked(credential) || text.startsWith(mask, endOf(span))) continue;
    if (accepts?.(credential, before) === false) continue;
    const isPassword = name === 'password in a URL' || name === 'password in a command';
    if (isPassword && isNoCredential(credential)) continue;
    const certainty = isPassword && mayStandForPassword(credential) ? 'possible' : 'certain';
    found.push({ form: name, span, certainty });
  }
  return found;
}
