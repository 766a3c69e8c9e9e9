import { lazy } from '../catalog/lazy';
import type { Trace } from '../record/trace';
import { findSecrets, type Secret } from '../secrets/find-secrets';
import type { SecretForm } from '../secrets/patterns';
import { findHidings, type Hiding } from '../secrets/redactions';
import type { Voice } from '../text/localization';
import { spanFrom } from '../text/span';
import { type CopyFix, type Edit, type EditFix, none, type Report, type TraceRule } from './rule';
import { shown } from './wording';

/** A credential in clear in what was sent, came back or was remarked. It is told where it stands and never what it is. */
export const exposedSecret: TraceRule = {
  id: 'exposed-secret',
  level: 'warning',
  check(trace) {
    const secrets = findSecrets(trace);
    if (secrets.length === 0) return none;
    const holder = { trace, masks: lazy(() => findHidings(trace).map(toEdit)) };
    return secrets.map((secret) => ({
      value: `${secret.field} ${secret.form ?? shown(secret.key ?? '')}`,
      report: (voice) => report(secret, holder, voice),
    }));
  },
};

/** The record that a credential stands in. */
interface Holder {
  readonly trace: Trace;
  /** What redacts all of it. */
  masks(): readonly Edit[];
}

function report(secret: Secret, { trace, masks }: Holder, voice: Voice): Report {
  const { field, key, form, span } = secret;
  const message = voice.t(
    'credential in clear in "{0}" ({1}): treat it as disclosed and revoke it',
    field,
    form === undefined ? shown(key ?? '') : nameOfForm(form, voice),
  );
  const edit: EditFix = { title: voice.t('Redact (edits the record)'), edits: [toEdit(secret)] };
  // In a record that is broken it is not sure what is a credential
  if (!trace.whole) return { message, span, fixes: [edit] };
  const copy: CopyFix = {
    title: voice.t('Copy redacted'),
    copied: spanFrom(0, trace.text.length),
    changes: masks(),
  };
  return { message, span, fixes: [copy, edit] };
}

function toEdit({ hidden, mask }: Hiding): Edit {
  return { span: hidden, text: mask };
}

function nameOfForm(form: SecretForm, { t }: Voice): string {
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
