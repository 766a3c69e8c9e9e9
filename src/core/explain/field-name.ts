import { findAttribute } from '../catalog/rows/attributes';
import type { Attribute } from '../catalog/rows/row-types';
import { inLanguage, type Localizer } from '../text/localization';
import { code, type Document, fill, type Line, lines, list, text } from '../text/markdown';
import { codes, heading } from './parts/phrases';

/** @param path the key, or a path such as `user.domain.id` for a nested member */
export function explainFieldName(path: string, localizer: Localizer): Document | undefined {
  const attribute = findAttribute(path);
  if (attribute === undefined) return undefined;
  return [
    lines(
      heading(attribute.name, text(inLanguage(attribute.meaning, localizer.language))),
      typeLine(attribute, localizer),
      mandatoryLine(attribute, localizer),
      attribute.values === undefined ? [] : [text(localizer.t('Documented values:'))],
    ),
    list(valueLines(attribute, localizer)),
  ];
}

function typeLine({ types = [] }: Attribute, { language, t }: Localizer): Line {
  return types.length === 0 ? [] : fill(t('JSON type: {0}'), codes(types, language));
}

function mandatoryLine({ name, mandatory }: Attribute, { t }: Localizer): Line {
  if (mandatory) return [text(t('Required: one of the six fields in every trace'))];
  if (name === 'trace_status') return [text(t('Older name of trace_rating'))];
  return [text(t('Optional'))];
}

function valueLines({ values = [] }: Attribute, { language }: Localizer): readonly Line[] {
  return values.map(({ value, meaning }) =>
    fill('{0} – {1}', code(value), text(inLanguage(meaning, language))),
  );
}
