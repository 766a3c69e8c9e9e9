import { isMasked } from '../../record/already-masked';
import { findUser, type UserIdentity, type UserKind, userIdentityOf } from '../../record/user-identity';
import type { JsonValue } from '../../text/json';
import type { Localizer } from '../../text/localization';
import { code, type Document, fill, type Line, lines, text } from '../../text/markdown';
import type { ExplainValue } from '../parts/explanation';
import { codes, enumerate, heading, sentence } from '../parts/phrases';

/** Explains `user` in one line. */
export const explainUser: ExplainValue = (value, _trace, { localizer }) => {
  const user = findUser(value);
  if (user === undefined) return otherDocument(value, localizer);
  if (Object.keys(user).length === 0) return absentDocument(localizer);
  const identity = userIdentityOf(user);
  return [
    lines(
      heading(
        'user',
        namePart(identity, localizer),
        accountPart(identity, localizer),
        sentence(identity.kind && kindText(identity.kind, localizer)),
        elevatedPart(identity, localizer),
        assumedPart(identity, localizer),
        secondFactorPart(identity, localizer),
        consolePart(identity, localizer),
        missingPart(identity, localizer),
      ),
    ),
  ];
};

function otherDocument(value: JsonValue, localizer: Localizer): Document | undefined {
  if (value === null || value === '') return absentDocument(localizer);
  if (typeof value !== 'string') return undefined;
  return isMasked(value) ? [lines(heading('user', text(localizer.t('masked'))))] : undefined;
}

function absentDocument({ t }: Localizer): Document {
  return [lines(heading('user', text(t('not recorded, as is usual for system-triggered events'))))];
}

function namePart({ name }: UserIdentity, { t }: Localizer): Line {
  if (name === undefined) return [];
  return isMasked(name) ? [text(t('name masked'))] : [code(name)];
}

function accountPart({ account }: UserIdentity, { t }: Localizer): Line {
  if (account === undefined) return [];
  return isMasked(account) ? [text(t('account masked'))] : fill(t('account {0}'), code(account));
}

function kindText(kind: UserKind, { t }: Localizer): string {
  switch (kind) {
    case 'root':
      return t('root user of the account');
    case 'user':
      return t('IAM user');
    case 'agency':
      return t('through an agency');
    case 'federated':
      return t('federated user');
    case 'session':
      return t('temporary session of an agency or a federated user');
  }
}

function elevatedPart({ isElevated }: UserIdentity, { t }: Localizer): Line {
  return isElevated ? fill(t('{0}: permissions temporarily elevated'), code('op_service')) : [];
}

function assumedPart({ assumedBy }: UserIdentity, { t }: Localizer): Line {
  if (assumedBy === undefined) return [];
  return isMasked(assumedBy) ? [text(t('assumed by (masked)'))] : fill(t('assumed by {0}'), code(assumedBy));
}

function secondFactorPart({ secondFactor }: UserIdentity, { t }: Localizer): Line {
  if (secondFactor === undefined) return [];
  return [text(secondFactor ? t('with MFA') : t('without MFA'))];
}

function consolePart({ invokedBy }: UserIdentity, { language, t }: Localizer): Line {
  if (invokedBy === undefined) return [];
  if (invokedBy.includes('service.console')) return [text(t('through the console'))];
  return fill(t('called by {0}, not through the console'), codes(invokedBy.slice(0, 5), language));
}

/** One list of what is not recorded, because most records say little about their user. */
function missingPart(identity: UserIdentity, { language, t }: Localizer): Line {
  const missing = [
    identity.name === undefined ? t('name') : '',
    identity.account === undefined ? t('account') : '',
    identity.kind === undefined ? t('identity type') : '',
    identity.secondFactor === undefined ? t('MFA') : '',
    identity.invokedBy === undefined ? t('whether the console was used') : '',
  ];
  const names = enumerate(missing.map(sentence), language);
  return names.length === 0 ? [] : fill(t('not recorded: {0}'), names);
}
