import type { ImsEvent } from '../../catalog/rows/row-types';
import { imageMembersOf } from '../../record/image-members';
import type { Trace } from '../../record/trace';
import { type Bilingual, inLanguage, type Language, type Localizer } from '../../text/localization';
import { code, fill, type Line, strong, text } from '../../text/markdown';
import { codes, joinParts, labelled, sentence } from '../parts/phrases';

/** The event name, then the operation in the user's language and in the other one. */
export function titleLine({ name, label }: ImsEvent, language: Language): Line {
  const labels = language === 'en' ? [label.en, label.zh] : [label.zh, label.en];
  return joinParts([strong(name)], ...labels.map(sentence));
}

export function sideLine({ service, side, resourceType }: ImsEvent, { t }: Localizer): Line {
  if (side === 'ims' && resourceType !== 'ims')
    return fill(t('Listed under {0}, resource type {1}'), text(service), code(resourceType));
  return side === 'glance'
    ? fill(t('OpenStack (Glance) call made by IMS, resource type {0}'), code(resourceType))
    : fill(t("IMS's own operation, resource type {0}"), code(resourceType));
}

export function twinLine({ twins }: ImsEvent, { language, t }: Localizer): Line {
  if (twins.length === 0) return [];
  return fill(t('Also spelt {0}; search for every spelling'), codes(twins, language));
}

/** Catalog prose in the user's language; an empty line if there is none. */
export function bilingual(content: Bilingual | undefined, { language }: Localizer): Line {
  return sentence(content && inLanguage(content, language));
}

/** More members are not named. */
const maxMembers = 5;

/** With whom the image is shared, or no longer; empty if the record does not say. */
export function memberLine(trace: Trace, { t, language }: Localizer): Line {
  const members = imageMembersOf(trace);
  if (members.length === 0) return [];
  const shown = codes(members.slice(0, maxMembers), language);
  const content =
    members.length > maxMembers ? fill(t('{0} and more ({1} in all)', '{0}', members.length), shown) : shown;
  return labelled(t('Member of the shared image:'), content);
}
