const languages = ['en', 'zh', 'es', 'id', 'th'] as const;

/** The languages of the pages that links lead to. */
export type PageLanguage = (typeof languages)[number];

/** The language of a site whose addresses name none. */
const sites: readonly (readonly [start: RegExp, language: PageLanguage])[] = [
  [/^https:\/\/support\.huaweicloud\.com\/eu\//, 'en'],
  [/^https:\/\/support\.huaweicloud\.com\/(?!intl\/)/, 'zh'],
  [/^https:\/\/docs\.openstack\.org\//, 'en'],
  [/^https:\/\/github\.com\//, 'en'],
];

/** The language of a web page, by a locale in its address such as `/intl/en-us/`, else by its site. */
export function findPageLanguage(url: string): PageLanguage | undefined {
  const locale = /\/(?:[a-z]{2}\.)?([a-z]{2})-[a-z]{2}\//.exec(url)?.[1];
  if (locale !== undefined) return languages.find((language) => language === locale);
  return sites.find(([start]) => start.test(url))?.[1];
}
