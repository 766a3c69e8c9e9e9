import { findAttribute } from '../../catalog/rows/attributes';
import { isMasked } from '../../record/already-masked';
import { findUser } from '../../record/user-identity';
import { isObject, type JsonValue, ownValue } from '../../text/json';
import { inLanguage, type Localizer } from '../../text/localization';
import { code, type Document, fill, type Line, lines, text } from '../../text/markdown';
import { heading, sentence } from '../parts/phrases';

/**
 * Explains the account that a user belongs to.
 *
 * @param path of the value that is asked about, such as `user.domain.id`
 * @param value of `user`
 */
export function explainAccount(
  path: string,
  value: JsonValue | undefined,
  localizer: Localizer,
): Document | undefined {
  const { t, language } = localizer;
  const domain = ownValue(findUser(value) ?? {}, 'domain');
  if (!isObject(domain)) return undefined;
  const name = ownValue(domain, 'name');
  const masked = typeof name === 'string' && isMasked(name) ? [text(t('account masked'))] : undefined;
  const attribute = findAttribute('user.domain');
  return [
    lines(
      heading(
        path,
        masked ?? partOf(name, t('account {0}')),
        partOf(ownValue(domain, 'id'), t('ID {0}')),
        sentence(attribute && inLanguage(attribute.meaning, language)),
      ),
    ),
  ];
}

function partOf(value: JsonValue | undefined, template: string): Line {
  return typeof value === 'string' && value.trim() !== '' ? fill(template, code(value)) : [];
}
