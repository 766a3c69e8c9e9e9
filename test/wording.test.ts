import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import chineseMessages from '../l10n/bundle.l10n.zh-cn.json';
import english from '../package.nls.json';
import chinese from '../package.nls.zh-cn.json';
import { readMessages } from './support/source-files';

/** What users read, by the place where it is written. */
type Texts = Readonly<Record<string, string>>;

/** A phrase that reads like a translation, and what to write instead. */
type BannedPhrase = readonly [phrase: RegExp, better: string];

const bannedInEnglish: readonly BannedPhrase[] = [
  [/\bstands?\b(?! out)/i, 'is, appears'],
  [/\b(?:a|an|inner|empty) texts?\b(?! (?:file|editor))/i, 'a string'],
  [/\b(?:as|in) (?:a )?texts?\b|\btexts that\b/i, 'a string'],
  [/\bin clear\b/i, 'in plain text'],
  [/\b(?:is|are|of) no (?:UUID|text|time|number|real|known)\b/i, 'is not a …'],
  [/\bno UUID\b/i, 'not a UUID'],
  [/\bsecond factor\b/i, 'MFA'],
  [/\bkind of user\b/i, 'identity type'],
  [/\bin another's name\b/i, 'through an agency'],
  [/\bthat (?:was|were|could be) read\b/i, 'known, found'],
  [/\b(?:tells?|told) of\b/i, 'reports, mentions'],
  [/\b(?:is|are|was|were|not|merely) told\b/i, 'is reported'],
  [/\b(?:it|page|line|hover|md|message|record|rule|status that) tells\b(?! you)/i, 'says, explains'],
  [/\bof (?:its|their|this extension's) own form\b|\bform of its own\b/i, 'in its own format'],
  [/\bbehind\b/i, 'after, corresponding'],
  [/\bcomes? apart\b/i, 'is installed separately'],
  [/\bmend(?:s|ed|ing)?\b/i, 'fix, correct'],
  [/\bin force\b/i, 'used, in effect'],
  [/\bfault of this program\b/i, 'internal error'],
  [/\bwrong use\b/i, 'usage error'],
  [/\ba comma too many\b/i, 'extra comma'],
  [/\bhas no end\b|\bwithout an end\b/i, 'unterminated'],
  [/\breading goes on\b/i, 'parsing continues'],
  [/\blook(?:s|ed)? for\b/i, 'check for, find'],
  [/\bvery time\b/i, 'same time'],
  [/\b(?:does not|do not|doesn't) go with\b|\bgoes with\b/i, 'is not valid for'],
  [/\bclosest known\b/i, 'did you mean …?'],
  [/\bwhat there is\b/i, 'everything'],
  [/\bslips? of\b/i, 'a wrong …'],
  [/\bvouch(?:es)?\b/i, 'lists the checksums of'],
  [/\bhand(?:s|ed)? (?:it |them )?(?:over|on|back|around)\b/i, 'pass'],
  [/\bone [\w ]{3,12} a (?:line|row|call|file|image)\b|\bOne value a line\b/i, 'per line'],
  [/\bpassed over\b/i, 'skipped, ignored'],
  [/\bleaves? (?:\w+ )?alone\b/i, 'ignores'],
  [/\bfalls? out of\b/i, 'is missed by'],
  [/\bwakes? up\b/i, 'activates'],
  [/\bunasked\b/i, 'unless you …'],
  [/\bSilent:/, 'Not reported:'],
  [/\bquiet hints?\b/i, 'hints'],
  [/\b(?:put|rest) the pointer\b/i, 'hover over'],
  [/\bevery (?:CTS )?trace carries\b/i, 'required'],
  [/\btrace carries it\b/i, 'required'],
  [/\bserves? for\b/i, 'is used for'],
  [/\bin the newest edition that\b/i, 'in the newest list'],
];

const bannedInChinese: readonly BannedPhrase[] = [
  [/[，。；：、！？（）“”] (?=[\p{Script=Han}“（])/u, '全角标点后不加空格'],
  [/(?<!\*扩)\p{Script=Han}[,:;!?](?:\s|$)/u, '全角标点'],
  [/非空文本|(?<!纯)文本形式/, '字符串'],
  [/作声/, '报告'],
  [/根用户(?!（root）)/, '账号根用户（root）'],
  [/载入|加入/, '添加'],
  [/为什么重要/, '审计要点，关注原因'],
  [/灌入|摸底|一朵云|命运|多半是|成败/, '见英文原意，另行表述'],
  [/不是每个事件都有|(?<!必有字段：)每个事件都有的/, '可选字段，必有字段'],
  [/以他人身份/, '通过委托操作'],
  [/背后的/, '对应的'],
  [/想看到的/, '应关注的'],
  [/时钟/, '时间'],
  [/等另外/, '和另外'],
];

/** What the user types, outside of single quotes. */
const unquotedCode = /(?<![\w'])--[a-z][\w-]*|\bcts-trace (?:check|explain|catalog)\b|\bctsTrace\.\w+/;

/** A text without what it has in single quotes; apostrophes remain. */
function withoutQuoted(text: string): string {
  return text.replace(/(?<!\w)'[^']*'(?!\w)/g, '');
}

const documents = [
  'README.md',
  'CHANGELOG.md',
  'catalog/README.md',
  'samples/README.md',
  ...readdirSync('docs')
    .filter((name) => /^[\w-]+\.md$/.test(name))
    .map((name) => `docs/${name}`),
];
const chineseDocuments = ['README.zh-cn.md', 'docs/rules.zh-cn.md'];

/** The paragraphs of documents, without code: it quotes records, and messages, which are checked where they are written. */
function paragraphsOf(files: readonly string[]): Texts {
  return Object.fromEntries(
    files.flatMap((file) => {
      const prose = readFileSync(file, 'utf8')
        .replace(/^```.*?^```$/gms, '')
        .replace(/`[^`\n]+`/g, '`…`');
      return prose.split(/\n{2,}|\n(?=[-|] ?)/).map((text, index) => [`${file} ¶${index + 1}`, text]);
    }),
  );
}

/** Each banned phrase in texts, with its place and what to write instead. */
function bannedIn(texts: Texts, phrases: readonly BannedPhrase[]): readonly string[] {
  return Object.entries(texts).flatMap(([place, text]) =>
    phrases.flatMap(([phrase, better]) => {
      const found = phrase.exec(text.replace(/\n\s*/g, ' '))?.[0];
      return found === undefined ? [] : [`${place}: "${found}" in "${text}", better: ${better}`];
    }),
  );
}

describe('the wording', () => {
  it('of English documents has no banned phrase', () => {
    assert.deepEqual(bannedIn(paragraphsOf(documents), bannedInEnglish), []);
  });

  it('of English titles and settings has no banned phrase', () => {
    assert.deepEqual(bannedIn(english, bannedInEnglish), []);
  });

  it('of English messages has no banned phrase', () => {
    const messages = readMessages().map(({ place, text = '' }) => [place, text]);
    assert.deepEqual(bannedIn(Object.fromEntries(messages), bannedInEnglish), []);
  });

  it('of messages has commands, options and settings in single quotes', () => {
    const unquoted = Object.entries(chineseMessages)
      .flat()
      .filter((text) => unquotedCode.test(withoutQuoted(text)));
    assert.deepEqual(unquoted, []);
  });

  it('of Chinese documents has no banned phrase', () => {
    assert.deepEqual(bannedIn(paragraphsOf(chineseDocuments), bannedInChinese), []);
  });

  it('of Chinese titles and settings has no banned phrase', () => {
    assert.deepEqual(bannedIn(chinese, bannedInChinese), []);
  });

  it('of Chinese messages has no banned phrase', () => {
    assert.deepEqual(bannedIn(chineseMessages, bannedInChinese), []);
  });
});
