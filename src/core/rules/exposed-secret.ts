import type { Trace } from '../record/trace';
import { findSecrets, type Secret } from '../secrets/find-secrets';
import { findRedactions, type Redaction } from '../secrets/redactions';
import type { SecretPattern } from '../secrets/secret-form';
import { lazy } from '../text/lazy';
import type { Localizer } from '../text/localization';
import { spanFrom } from '../text/span';
import { type CopyFix, type Edit, type EditFix, noMatches, type Report, type TraceRule } from './rule';
import { displayValue } from './wording';

/** A credential in plain text in `request`, `response` or `message`. The report never quotes it. */
export const exposedSecret: TraceRule = {
  id: 'exposed-secret',
  level: 'warning',
  check(trace) {
    const secrets = findSecrets(trace);
    if (secrets.length === 0) return noMatches;
    const context = toContext(trace);
    return secrets.map((secret) => ({
      value: `${secret.field} ${secret.form ?? displayValue(secret.key ?? '')}`,
      report: (localizer) => report(secret, context, localizer),
    }));
  },
};

/** Of a record no more is kept than its source: there may be a finding for every one in a file. */
interface RecordContext {
  readonly length: number;
  readonly isWellFormed: boolean;
  /** The edits that redact the whole record. */
  redactions(): readonly Edit[];
}

function toContext({ text, isWellFormed }: Trace): RecordContext {
  const redactions = lazy(() => findRedactions(text).map(toEdit));
  return { length: text.length, isWellFormed, redactions };
}

function report(
  secret: Secret,
  { length, isWellFormed, redactions }: RecordContext,
  localizer: Localizer,
): Report {
  const { field, key, form, span } = secret;
  const message = localizer.t(
    'Credential in plain text in "{0}" ({1}). Treat it as compromised and revoke it',
    field,
    form === undefined ? displayValue(key ?? '') : nameOfForm(form, localizer),
  );
  const edit: EditFix = {
    title: localizer.t('Mask the credential (edits the record)'),
    edits: [toEdit(secret)],
  };
  // In a broken record some credentials may not be recognised, so a copy could expose them
  if (!isWellFormed) return { message, span, fixes: [edit] };
  const copy: CopyFix = {
    title: localizer.t('Copy trace without credentials'),
    copied: spanFrom(0, length),
    changes: redactions,
  };
  return { message, span, fixes: [copy, edit] };
}

function toEdit({ hidden, mask }: Redaction): Edit {
  return { span: hidden, text: mask };
}

function nameOfForm(form: SecretPattern, { t }: Localizer): string {
  switch (form) {
    case 'private key':
      return t('private key');
    case 'signature':
      return t('URL signature');
    case 'password in a URL':
      return t('password in a URL');
    case 'password in a command':
      return t('password in a command');
    default:
      return form;
  }
}
