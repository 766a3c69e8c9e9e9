import zhCn from '../../../l10n/bundle.l10n.zh-cn.json';
import { createLocalizer, type Language, type Localizer } from '../../core/text/localization';

/** The languages as the user writes them. */
export const languages: readonly Language[] = ['en', 'zh-cn'];

/** The messages are part of the bundle: the command line is a single file. */
export function localizerOf(language: Language): Localizer {
  return createLocalizer(language, zhCn);
}

/**
 * The language to speak before the arguments are read: theirs, else that of the environment. A language that is asked
 * for and not known is told of when the arguments are read.
 */
export function languageOf(args: readonly string[], env: NodeJS.ProcessEnv): Language {
  return findAskedLanguage(args) ?? environmentLanguage(env);
}

function findAskedLanguage(args: readonly string[]): Language | undefined {
  const end = args.indexOf('--');
  const asked = (end < 0 ? args : args.slice(0, end)).flatMap((arg, index, all) =>
    arg === '--lang' ? (all[index + 1] ?? []) : arg.startsWith('--lang=') ? arg.slice('--lang='.length) : [],
  );
  return languages.find((language) => language === asLanguageTag(asked.at(-1) ?? ''));
}

/** As the names of languages are written here: `zh-CN` and `zh_CN` are common, too. */
export function asLanguageTag(given: string): string {
  return given.toLowerCase().replace('_', '-');
}

/** As POSIX has it, the first of the variables that is set decides; where none is, as on Windows, the system. */
function environmentLanguage({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language {
  const locale = LC_ALL || LC_MESSAGES || LANG || Intl.DateTimeFormat().resolvedOptions().locale;
  return /^zh/i.test(locale) ? 'zh-cn' : 'en';
}
