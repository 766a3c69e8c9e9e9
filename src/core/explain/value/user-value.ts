import { isMasked } from '../../record/masked';
import { findUser, type UserFacts, type UserKind, userFactsOf } from '../../record/user-identity';
import type { JsonValue } from '../../text/json';
import type { Voice } from '../../text/localization';
import { code, type Document, fill, type Line, lines, text } from '../../text/markdown';
import type { ExplainValue } from '../parts/explanation';
import { codes, enumerate, heading, sentence } from '../parts/phrases';

/** Explains `user` in one line. */
export const explainUser: ExplainValue = (value, _trace, { voice }) => {
  const user = findUser(value);
  if (user === undefined) return otherDocument(value, voice);
  if (Object.keys(user).length === 0) return absentDocument(voice);
  const facts = userFactsOf(user);
  return [
    lines(
      heading(
        'user',
        namePart(facts, voice),
        accountPart(facts, voice),
        sentence(facts.kind && kindText(facts.kind, voice)),
        raisedPart(facts, voice),
        assumedPart(facts, voice),
        secondFactorPart(facts, voice),
        consolePart(facts, voice),
        missingPart(facts, voice),
      ),
    ),
  ];
};

function otherDocument(value: JsonValue, voice: Voice): Document | undefined {
  if (value === null || value === '') return absentDocument(voice);
  if (typeof value !== 'string') return undefined;
  return isMasked(value) ? [lines(heading('user', text(voice.t('masked'))))] : undefined;
}

function absentDocument({ t }: Voice): Document {
  return [lines(heading('user', text(t('not recorded; usual where the system acted'))))];
}

function namePart({ name }: UserFacts, { t }: Voice): Line {
  if (name === undefined) return [];
  return isMasked(name) ? [text(t('name masked'))] : [code(name)];
}

function accountPart({ account }: UserFacts, { t }: Voice): Line {
  if (account === undefined) return [];
  return isMasked(account) ? [text(t('account masked'))] : fill(t('account {0}'), code(account));
}

function kindText(kind: UserKind, { t }: Voice): string {
  switch (kind) {
    case 'root':
      return t("root: the account's own user");
    case 'user':
      return t('IAM user');
    case 'agency':
      return t('through an agency');
    case 'federated':
      return t('federated user');
  }
}

function raisedPart({ isRaised }: UserFacts, { t }: Voice): Line {
  return isRaised ? fill(t('{0}: rights raised for a while'), code('op_service')) : [];
}

function assumedPart({ assumedBy }: UserFacts, { t }: Voice): Line {
  if (assumedBy === undefined) return [];
  return isMasked(assumedBy)
    ? [text(t('taken on by someone masked'))]
    : fill(t('taken on by {0}'), code(assumedBy));
}

function secondFactorPart({ secondFactor }: UserFacts, { t }: Voice): Line {
  if (secondFactor === undefined) return [];
  return [text(secondFactor ? t('with a second factor') : t('without a second factor'))];
}

function consolePart({ invokedBy }: UserFacts, { language, t }: Voice): Line {
  if (invokedBy === undefined) return [];
  if (invokedBy.includes('service.console')) return [text(t('through the console'))];
  return fill(t('not through the console but {0}'), codes(invokedBy.slice(0, 5), language));
}

/** What the record leaves open, in one place: most records say little of their user. */
function missingPart(facts: UserFacts, { language, t }: Voice): Line {
  const missing = [
    facts.name === undefined ? t('name') : '',
    facts.account === undefined ? t('account') : '',
    facts.kind === undefined ? t('kind of user') : '',
    facts.secondFactor === undefined ? t('second factor') : '',
    facts.invokedBy === undefined ? t('console use') : '',
  ];
  const names = enumerate(missing.map(sentence), language);
  return names.length === 0 ? [] : fill(t('not recorded: {0}'), names);
}
