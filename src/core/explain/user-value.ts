import type { Voice } from '../language';
import { code, type Document, fill, type Line, lines, text } from '../markdown';
import { isMasked } from '../masked';
import type { JsonValue } from '../trace';
import { findUser, type UserFacts, type UserKind, userFactsOf } from '../user-facts';
import type { ExplainValue } from './explanation';
import { codes, heading, sentence } from './phrases';

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
        nameLine(facts, voice),
        accountLine(facts, voice),
        sentence(kindText(facts.kind, voice)),
        raisedLine(facts, voice),
        assumedLine(facts, voice),
        sentence(secondFactorText(facts, voice)),
        consoleLine(facts, voice),
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

function nameLine({ name }: UserFacts, { t }: Voice): Line {
  if (name === undefined) return [text(t('no name recorded'))];
  return isMasked(name) ? [text(t('name masked'))] : [code(name)];
}

function accountLine({ account }: UserFacts, { t }: Voice): Line {
  if (account === undefined) return [text(t('no account recorded'))];
  return isMasked(account) ? [text(t('account masked'))] : fill(t('account {0}'), code(account));
}

function kindText(kind: UserKind | undefined, { t }: Voice): string {
  switch (kind) {
    case 'root':
      return t("root: the account's own user");
    case 'user':
      return t('IAM user');
    case 'agency':
      return t('through an agency');
    case 'federated':
      return t('federated user');
    case undefined:
      return t('kind not recorded');
  }
}

function raisedLine({ isRaised }: UserFacts, { t }: Voice): Line {
  return isRaised ? fill(t('{0}: rights raised for a while'), code('op_service')) : [];
}

function assumedLine({ assumedBy }: UserFacts, { t }: Voice): Line {
  if (assumedBy === undefined) return [];
  return isMasked(assumedBy)
    ? [text(t('taken on by someone masked'))]
    : fill(t('taken on by {0}'), code(assumedBy));
}

function secondFactorText({ secondFactor }: UserFacts, { t }: Voice): string {
  if (secondFactor === undefined) return t('second factor not recorded');
  return secondFactor ? t('with a second factor') : t('without a second factor');
}

function consoleLine({ invokedBy }: UserFacts, { language, t }: Voice): Line {
  if (invokedBy === undefined) return [text(t('through the console or not: not recorded'))];
  if (invokedBy.includes('service.console')) return [text(t('through the console'))];
  return fill(t('not through the console but {0}'), codes(invokedBy.slice(0, 5), language));
}
