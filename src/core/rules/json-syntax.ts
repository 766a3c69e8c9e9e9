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
      return localizer.t('Invalid JSON: missing comma before this');
    case 'comma-extra':
      return localizer.t('Invalid JSON: extra comma');
    case 'colon-missing':
      return localizer.t('Invalid JSON: missing colon after the key');
    case 'value-missing':
      return localizer.t('Invalid JSON: missing value before this');
    case 'bracket-missing':
      return localizer.t('Invalid JSON: missing closing bracket before this');
    case 'string-unterminated':
      return localizer.t('Invalid JSON: unterminated string or number');
    case 'string-invalid':
      return localizer.t('Invalid JSON: escape sequence or control character that is not allowed');
    case 'unexpected':
      return localizer.t('Invalid JSON: unexpected text. Parsing continues after it');
    case 'comment':
      return localizer.t(
        'Invalid JSON: comments are not allowed. A parser may reject it or read what is in the comment',
      );
    case 'cut':
      return localizer.t(
        'Invalid JSON: missing closing bracket. If the file is truncated, download it again',
      );
  }
}
