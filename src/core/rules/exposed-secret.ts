import { lazy } from '../catalog/lazy';
import type { Trace } from '../record/trace';
import { findSecrets, type Secret } from '../secrets/find-secrets';
import type { SecretPattern } from '../secrets/patterns';
import { findRedactions, type Redaction } from '../secrets/redactions';
import type { Localizer } from '../text/localization';
import { spanFrom } from '../text/span';
import { type CopyFix, type Edit, type EditFix, noMatches, type Report, type TraceRule } from './rule';
import { displayValue } from './wording';

/** A credential in clear in what was sent, came back or was remarked. It is told where it stands and never what it is. */
export const exposedSecret: TraceRule = {
  id: 'exposed-secret',
  level: 'warning',
  check(trace) {
    const secrets = findSecrets(trace);
    if (secrets.length === 0) return noMatches;
    const holder = { trace, masks: lazy(() => findRedactions(trace).map(toEdit)) };
    return secrets.map((secret) => ({
      value: `${secret.field} ${secret.form ?? displayValue(secret.key ?? '')}`,
      report: (localizer) => report(secret, holder, localizer),
    }));
  },
};

/** The record that a credential stands in. */
interface Holder {
  readonly trace: Trace;
  /** What redacts all of it. */
  masks(): readonly Edit[];
}

function report(secret: Secret, { trace, masks }: Holder, localizer: Localizer): Report {
  const { field, key, form, span } = secret;
  const message = localizer.t(
    'credential in clear in "{0}" ({1}): treat it as disclosed and revoke it',
    field,
    form === undefined ? displayValue(key ?? '') : nameOfForm(form, localizer),
  );
  const edit: EditFix = { title: localizer.t('Redact (edits the record)'), edits: [toEdit(secret)] };
  // In a record that is broken it is not sure what is a credential
  if (!trace.isWellFormed) return { message, span, fixes: [edit] };
  const copy: CopyFix = {
    title: localizer.t('Copy redacted'),
    copied: spanFrom(0, trace.text.length),
    changes: masks(),
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
      return t('signature of a URL');
    case 'password in a URL':
      return t('password in a URL');
    default:
      return form;
  }
}
