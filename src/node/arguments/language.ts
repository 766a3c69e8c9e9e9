import zhCn from '../../../l10n/bundle.l10n.zh-cn.json';
import {
  createLocalizer,
  type Language,
  type Localizer,
  languageOfLocale,
} from '../../core/text/localization';

/** The accepted values of `--lang`. */
export const uiLanguages: readonly Language[] = ['en', 'zh-cn'];

/** The messages are bundled, because the command line is a single file. */
export function localizerOf(language: Language): Localizer {
  return createLocalizer(language, zhCn);
}

/**
 * The language of messages, needed before the arguments are parsed: that of `--lang`, otherwise that of the
 * environment. An unknown value of `--lang` is ignored here and reported by the parser.
 */
export function languageOf(args: readonly string[], env: NodeJS.ProcessEnv): Language {
  return findRequestedLanguage(args) ?? environmentLanguage(env);
}

function findRequestedLanguage(args: readonly string[]): Language | undefined {
  const end = args.indexOf('--');
  const requested = (end < 0 ? args : args.slice(0, end)).flatMap((arg, index, all) =>
    arg === '--lang' ? (all[index + 1] ?? []) : arg.startsWith('--lang=') ? arg.slice('--lang='.length) : [],
  );
  return uiLanguages.find((language) => language === normalizeLanguageTag(requested.at(-1) ?? ''));
}

/** Normalises common spellings such as `zh-CN` and `zh_CN`. */
export function normalizeLanguageTag(given: string): string {
  return given.toLowerCase().replace('_', '-');
}

/** By the first variable that is set, as in POSIX; if none is, as on Windows, by the system locale. */
function environmentLanguage({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language {
  const locale = LC_ALL || LC_MESSAGES || LANG || Intl.DateTimeFormat().resolvedOptions().locale;
  return languageOfLocale(locale);
}
