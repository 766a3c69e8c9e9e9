import type { Voice } from '../language';
import { findSecrets, type Secret } from '../secrets';
import type { SecretForm } from '../secrets/words';
import { spanFrom } from '../span';
import { type CopyFix, type Edit, type EditFix, none, type Report, type TraceRule } from './rule';
import { shown } from './wording';

/** A credential in clear in what was sent, came back or was remarked. It is told where it stands and never what it is. */
export const exposedSecret: TraceRule = {
  id: 'exposed-secret',
  level: 'warning',
  check(trace) {
    const secrets = findSecrets(trace);
    if (secrets.length === 0) return none;
    const masks = secrets.map(toEdit);
    return secrets.map((secret, index) => ({
      value: `${secret.field} ${secret.form ?? shown(secret.key ?? '')}`,
      report: (voice) => report(secret, { masks, index, length: trace.text.length }, voice),
    }));
  },
};

/** The record that a credential stands in. */
interface Holder {
  readonly length: number;
  /** What redacts all of it. */
  readonly masks: readonly Edit[];
  /** Which of them hides this credential. */
  readonly index: number;
}

function report({ field, key, form, span }: Secret, { length, masks, index }: Holder, voice: Voice): Report {
  const message = voice.t(
    'credential in clear in "{0}" ({1}): treat it as disclosed and revoke it',
    field,
    form === undefined ? shown(key ?? '') : nameOfForm(form, voice),
  );
  const copy: CopyFix = {
    title: voice.t('Copy redacted'),
    copied: spanFrom(0, length),
    changes: masks,
  };
  const edit: EditFix = { title: voice.t('Redact (edits the record)'), edits: masks.slice(index, index + 1) };
  return { message, span, fixes: [copy, edit] };
}

function toEdit({ hidden, mask }: Secret): Edit {
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
