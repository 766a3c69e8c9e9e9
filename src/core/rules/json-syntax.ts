import type { ParseError, ParseErrorKind } from '../record/trace';
import type { Localizer } from '../text/localization';
import { noMatches, type Report, type RuleMatch, type TraceRule } from './rule';

/** Invalid JSON: one finding per syntax error. */
export const jsonSyntax: TraceRule = {
  id: 'json-syntax',
  level: 'error',
  check(trace) {
    const errors = trace.parseErrors();
    return errors.length === 0 ? noMatches : errors.map(matchOfParseError);
  },
};

/** The match of a syntax error within a record or between records. */
export function matchOfParseError({ kind, span }: ParseError): RuleMatch {
  return { value: kind, report: (localizer): Report => ({ message: messageOf(kind, localizer), span }) };
}

function messageOf(kind: ParseErrorKind, localizer: Localizer): string {
  switch (kind) {
    case 'comma-missing':
      return localizer.t('broken JSON: a comma is missing before this');
    case 'comma-extra':
      return localizer.t('broken JSON: a comma too many');
    case 'colon-missing':
      return localizer.t('broken JSON: a colon is missing behind the key');
    case 'value-missing':
      return localizer.t('broken JSON: a value is missing before this');
    case 'bracket-missing':
      return localizer.t('broken JSON: a closing bracket is missing before this');
    case 'string-unterminated':
      return localizer.t('broken JSON: this text or number has no end');
    case 'string-invalid':
      return localizer.t('broken JSON: an escape or a control character that JSON does not allow');
    case 'unexpected':
      return localizer.t('broken JSON: unexpected text, reading goes on behind it');
    case 'comment':
      return localizer.t(
        'JSON does not allow comments, and programs may reject this one or read what is in it',
      );
    case 'cut':
      return localizer.t(
        'broken JSON: the closing bracket is missing, fetch the file again if it was cut off',
      );
  }
}
