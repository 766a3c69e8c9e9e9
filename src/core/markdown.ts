/**
 * A small document that is rendered as Markdown for the editor's hovers and as plain text for terminals. Text of any
 * origin is safe in it: nothing that a trace says becomes markup, a link or a control sequence.
 */

/** A piece of a line. */
export type Inline =
  | { readonly kind: 'text' | 'strong' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

export type Line = readonly Inline[];

/** Lines below each other, or a list with an item a line. Lines without content are left out. */
export interface Block {
  readonly kind: 'lines' | 'list';
  readonly lines: readonly Line[];
}

export type Document = readonly Block[];

/** How much is shown of a piece, in UTF-16 units: names and values stand in code or strong, sentences in text. */
export const longestShown = { text: 1000, link: 1000, strong: 200, code: 200 } as const;

export function text(content: string): Inline {
  return { kind: 'text', text: content };
}

export function strong(content: string): Inline {
  return { kind: 'strong', text: content };
}

export function code(content: string): Inline {
  return { kind: 'code', text: content };
}

/** A link; a plain text where the address is not an https one. */
export function link(content: string, url: string): Inline {
  return isHttps(url) ? { kind: 'link', text: content, url } : text(content);
}

export function lines(...content: readonly Line[]): Block {
  return { kind: 'lines', lines: content };
}

export function list(items: readonly Line[]): Block {
  return { kind: 'list', lines: items };
}

/** Puts the separator between the lines; empty lines are left out. */
export function joinLines(parts: readonly Line[], separator: string): Line {
  const filled = parts.filter((part) => part.length > 0);
  return filled.flatMap((part, index) => (index === 0 ? part : [text(separator), ...part]));
}

/**
 * A sentence with pieces in it.
 * @param template the sentence with the holes `{0}`, `{1}` …; a hole without a piece stays as it is
 */
export function fill(template: string, ...pieces: readonly (Inline | Line)[]): Line {
  return template.split(/(\{\d\})/).flatMap((part) => {
    const piece = /^\{\d\}$/.test(part) ? pieces[Number(part[1])] : undefined;
    if (piece !== undefined) return 'kind' in piece ? [piece] : piece;
    return part === '' ? [] : [text(part)];
  });
}

export function toMarkdown(document: Document): string {
  return renderBlocks(document, ({ kind, lines: content }) => {
    const rendered = content.map((line) => guardLineStart(line.map(inlineToMarkdown).join('').trim()));
    return kind === 'list' ? rendered.map((line) => `- ${line}`).join('\n') : rendered.join('  \n');
  });
}

export function toPlainText(document: Document): string {
  return renderBlocks(document, ({ kind, lines: content }) => {
    const rendered = content.map((line) => line.map(inlineToPlainText).join('').trim());
    return rendered.map((line) => (kind === 'list' ? `  - ${line}` : line)).join('\n');
  });
}

function isHttps(url: string): boolean {
  return /^https:\/\/[\w.-]+(?:[/?#][\w./?#=&%~+:,;@-]*)?$/.test(url);
}

function renderBlocks(document: Document, render: (block: Block) => string): string {
  return document
    .map((block) => ({ kind: block.kind, lines: block.lines.filter(hasContent) }))
    .filter((block) => block.lines.length > 0)
    .map(render)
    .join('\n\n');
}

function hasContent(line: Line): boolean {
  return line.some(({ kind, text: content }) => kind === 'code' || content.trim() !== '');
}

function inlineToMarkdown(inline: Inline): string {
  const visible = toVisible(inline);
  switch (inline.kind) {
    case 'text':
      return escapeMarkdown(visible);
    case 'strong':
      return visible.trim() === '' ? '' : `**${escapeMarkdown(visible.trim())}**`;
    case 'code':
      return codeSpan(visible);
    case 'link':
      return `[${escapeMarkdown(visible)}](${inline.url})`;
  }
}

function inlineToPlainText(inline: Inline): string {
  const visible = toVisible(inline);
  return inline.kind === 'link' ? `${visible}: ${inline.url}` : visible;
}

/** Takes every meaning from Markdown's characters, from HTML and from addresses that a renderer would link by itself. */
function escapeMarkdown(visible: string): string {
  return visible
    .replace(/[\\`*[\]<>#|~&$@]/g, '\\$&')
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/www\./gi, (found) => `${found.slice(0, 3)}\\.`);
}

/** A code span for any text, backticks included. */
function codeSpan(visible: string): string {
  const shown = visible || '""';
  const longestRun = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  const pad = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/**
 * The text of a piece, cut where it is too long, with every character made visible that would steer a screen: control
 * characters, line breaks, bidirectional marks, characters without width, halves of surrogate pairs.
 */
function toVisible({ kind, text: content }: Inline): string {
  return shorten(content, longestShown[kind]).replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu,
    (character) => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}

/** Cuts behind a whole character. */
function shorten(content: string, longest: number): string {
  if (content.length <= longest) return content;
  const last = content.charCodeAt(longest - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return `${content.slice(0, splitsPair ? longest - 1 : longest)}…`;
}

/** Keeps a line from beginning a list, a heading or a rule. */
function guardLineStart(line: string): string {
  return line.replace(/^([-+=])|^(\d{1,9})([.)])/, (_found, mark, digits, point) =>
    mark === undefined ? `${digits}\\${point}` : `\\${mark}`,
  );
}
