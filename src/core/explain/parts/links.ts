import type { ImsCall } from '../../catalog/rows/row-types';
import type { Language, Localizer } from '../../text/localization';
import { type Line, link, text } from '../../text/markdown';
import { findPageLanguage, type PageLanguage } from './page-languages';
import { joinParts } from './phrases';

/** A link with a description that distinguishes it from the others on the line. */
interface Page {
  readonly url: string;
  readonly about: string;
}

interface GlancePage {
  readonly method: string;
  readonly path: string;
  readonly url?: string;
}

export function linkLine(...links: readonly (readonly Line[])[]): Line {
  return joinParts(...links.flat());
}

/** A link that names the language of the page if it is not the reader's; after the link if that shows its address. */
export function pageLink(label: string, url: string, localizer: Localizer): Line {
  const mark = languageMark(findPageLanguage(url), localizer);
  if (mark === '') return [link(label, url)];
  const blank = localizer.language === 'en' ? ' ' : '';
  return url === `https://${label}`
    ? [link(label, url), text(` ${mark}`)]
    : [link(`${label}${blank}${mark}`, url)];
}

function languageMark(page: PageLanguage | undefined, { language, t }: Localizer): string {
  switch (page) {
    case 'en':
      return language === 'en' ? '' : t('(in English)');
    case 'zh':
      return language === 'en' ? t('(in Chinese)') : '';
    case 'es':
      return t('(in Spanish)');
    case 'id':
      return t('(in Indonesian)');
    case 'th':
      return t('(in Thai)');
    case undefined:
      return '';
  }
}

/** Links to the documentation of the calls, each address once. */
export function glanceLinks(calls: readonly GlancePage[], localizer: Localizer): readonly Line[] {
  const pages = calls.flatMap(({ method, path, url }) =>
    url === undefined ? [] : { url, about: `${method} ${path}` },
  );
  return namedLinks({ api: localizer.t('Glance API'), pages, calls: calls.length }, localizer);
}

export function imsLinks(calls: readonly ImsCall[], localizer: Localizer): readonly Line[] {
  const pages = calls.flatMap((call) => {
    const url = findPage(call, localizer.language);
    const about = call.sdkOperation ?? `${call.method} ${call.path}`;
    return url === undefined ? [] : { url, about };
  });
  return namedLinks({ api: localizer.t('IMS API'), pages, calls: calls.length }, localizer);
}

/** The pages on the calls of an API. */
interface ApiPages {
  readonly api: string;
  readonly pages: readonly Page[];
  readonly calls: number;
}

/** A single page that covers all calls is named after the API alone. */
function namedLinks({ api, pages, calls }: ApiPages, localizer: Localizer): readonly Line[] {
  const firsts = pages.filter(({ url }, index) => pages.findIndex((page) => page.url === url) === index);
  const isAboutAll = firsts.length === 1 && pages.length === calls;
  return firsts.map(({ url, about }) => pageLink(isAboutAll ? api : `${api} ${about}`, url, localizer));
}

/** The page in the user's language, else in the other one. */
function findPage({ url }: ImsCall, language: Language): string | undefined {
  return language === 'en' ? (url?.en ?? url?.zh) : (url?.zh ?? url?.en);
}
