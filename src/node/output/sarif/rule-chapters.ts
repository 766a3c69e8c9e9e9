/** What the documentation says about a rule. */
export interface RuleChapter {
  /** What the rule reports, as a phrase. */
  readonly brief: string;
  /** What it reports, as a paragraph without markup. */
  readonly full: string;
  /** The whole chapter without its heading. */
  readonly markdown: string;
  readonly text: string;
}

/** The chapters of docs/rules.md or its translation, by the id of their rule. */
export function readRuleChapters(document: string): ReadonlyMap<string, RuleChapter> {
  const briefs = new Map(
    [...document.matchAll(tableRow)].map(([, id = '', brief = '']) => [id, toPlain(brief)]),
  );
  const chapters = document.split(/^## /m).slice(1);
  return new Map(chapters.flatMap((chapter) => toEntry(chapter, briefs)));
}

/** A row of the table of rules: id, default, what it reports. */
const tableRow = /^\| \[`([\w-]+)`\]\(#[\w-]+\) \|[^|\n]*\| (.+) \|$/gm;

function toEntry(
  chapter: string,
  briefs: ReadonlyMap<string, string>,
): readonly (readonly [string, RuleChapter])[] {
  const [heading = '', ...lines] = chapter.split('\n');
  const id = heading.replaceAll('`', '').trim();
  const brief = briefs.get(id);
  if (brief === undefined) return [];
  const markdown = lines.join('\n').trim();
  // The first paragraph is on the default severity
  const [, full = ''] = markdown.split(/\n{2,}/);
  return [
    [
      id,
      {
        brief: capitalize(brief),
        full: toPlain(full).replaceAll('\n', ' '),
        markdown,
        text: toPlain(markdown),
      },
    ],
  ];
}

function capitalize(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}

/** Without the markup that the documentation uses; paragraphs and code stay in lines of their own. */
function toPlain(markdown: string): string {
  return markdown
    .replace(/^```\w*$/gm, '')
    .replace(/`([^`\n]+)`/g, '$1')
    .replaceAll('**', '')
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
