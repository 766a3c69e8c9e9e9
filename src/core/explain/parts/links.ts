import type { ImsCall } from '../../catalog/rows/row-types';
import type { Language, Localizer } from '../../text/localization';
import { type Line, link, text } from '../../text/markdown';
import { joinParts } from './phrases';

/** A link with a description that distinguishes it from the others on the line. */
interface Page {
  readonly url: string;
  readonly about: string;
  /** What follows the link, such as a language that the reader may not expect. */
  readonly suffix?: string;
}

interface GlancePage {
  readonly method: string;
  readonly path: string;
  readonly url?: string;
}

export function linkLine(...links: readonly (readonly Line[])[]): Line {
  return joinParts(...links.flat());
}

/** Links to the documentation of the calls, each address once. */
export function glanceLinks(calls: readonly GlancePage[], { t }: Localizer): readonly Line[] {
  const pages = calls.flatMap(({ method, path, url }) =>
    url === undefined ? [] : { url, about: `${method} ${path}` },
  );
  return namedLinks(t('Glance API'), pages, calls.length);
}

export function imsLinks(calls: readonly ImsCall[], { language, t }: Localizer): readonly Line[] {
  const pages = calls.flatMap((call) => {
    const url = findPage(call, language);
    const isForeign = language === 'en' && call.url?.en === undefined;
    const about = call.sdkOperation ?? `${call.method} ${call.path}`;
    return url === undefined ? [] : { url, about, ...(isForeign ? { suffix: t('(in Chinese)') } : {}) };
  });
  return namedLinks(t('IMS API'), pages, calls.length);
}

/** A single page that covers all calls is named after the API alone. */
function namedLinks(api: string, pages: readonly Page[], calls: number): readonly Line[] {
  const firsts = pages.filter(({ url }, index) => pages.findIndex((page) => page.url === url) === index);
  const isAboutAll = firsts.length === 1 && pages.length === calls;
  return firsts.map(({ url, about, suffix }) => {
    const page = link(isAboutAll ? api : `${api} ${about}`, url);
    return suffix === undefined ? [page] : [page, text(` ${suffix}`)];
  });
}

/** The page in the user's language, else in the other one. */
function findPage({ url }: ImsCall, language: Language): string | undefined {
  return language === 'en' ? (url?.en ?? url?.zh) : (url?.zh ?? url?.en);
}
