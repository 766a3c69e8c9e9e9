/**
 * A small document model, rendered as Markdown for the editor's hovers and as plain text for terminals. Text of any
 * origin is safe in it: nothing in a trace can become markup, a link or a control sequence.
 */

/** A piece of a line. */
export type Inline =
  | { readonly kind: 'text' | 'strong' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

export type Line = readonly Inline[];

/** Lines, or a list with one item per line (lines without content are dropped), or JSON that is already formatted. */
export type Block =
  | { readonly kind: 'lines' | 'list'; readonly lines: readonly Line[] }
  | { readonly kind: 'json'; readonly rows: readonly string[] };

export type Document = readonly Block[];

/** Where each kind of text is cut, in UTF-16 units. Names and values are code or strong, sentences are text. */
export const maxShownLength = { text: 1000, link: 1000, strong: 200, code: 200, row: 300 } as const;

export function text(content: string): Inline {
  return { kind: 'text', text: content };
}

export function strong(content: string): Inline {
  return { kind: 'strong', text: content };
}

export function code(content: string): Inline {
  return { kind: 'code', text: content };
}

/** A link, or plain text if `url` is not an https address. */
export function link(content: string, url: string): Inline {
  return isHttps(url) ? { kind: 'link', text: content, url } : text(content);
}

export function lines(...content: readonly Line[]): Block {
  return { kind: 'lines', lines: content };
}

export function list(items: readonly Line[]): Block {
  return { kind: 'list', lines: items };
}

/** Formatted JSON by line, syntax-coloured where possible. */
export function json(rows: readonly string[]): Block {
  return { kind: 'json', rows };
}

/** Joins lines to one, with the separator between them; empty lines are left out. */
export function joinLines(parts: readonly Line[], separator: string): Line {
  const filled = parts.filter((part) => part.length > 0);
  return filled.flatMap((part, index) => (index === 0 ? part : [text(separator), ...part]));
}

/**
 * Puts pieces into a sentence.
 * @param template has placeholders `{0}`, `{1}` …; one without a piece stays as it is
 */
export function fill(template: string, ...pieces: readonly (Inline | Line)[]): Line {
  return template.split(/(\{\d\})/).flatMap((part) => {
    const piece = /^\{\d\}$/.test(part) ? pieces[Number(part[1])] : undefined;
    if (piece !== undefined) return 'kind' in piece ? [piece] : piece;
    return part === '' ? [] : [text(part)];
  });
}

export function toMarkdown(document: Document): string {
  return renderBlocks(document, (block) => {
    if (block.kind === 'json') return codeBlock(block.rows.map(rowText));
    const rendered = block.lines.map((line) => guardLineStart(line.map(inlineToMarkdown).join('').trim()));
    return block.kind === 'list' ? rendered.map((line) => `- ${line}`).join('\n') : rendered.join('  \n');
  });
}

/** @param emphasise formats strong text for a terminal, as in bold; by default it stays plain */
export function toPlainText(document: Document, emphasise: (shown: string) => string = identity): string {
  return renderBlocks(document, (block) => {
    if (block.kind === 'json') return block.rows.map(rowText).join('\n');
    const rendered = block.lines.map((line) =>
      line
        .map((inline) => inlineToPlainText(inline, emphasise))
        .join('')
        .trim(),
    );
    return rendered.map((line) => (block.kind === 'list' ? `  - ${line}` : line)).join('\n');
  });
}

function isHttps(url: string): boolean {
  return /^https:\/\/[\w.-]+(?:[/?#][\w./?#=&%~+:,;@-]*)?$/.test(url);
}

function renderBlocks(document: Document, render: (block: Block) => string): string {
  return document
    .map((block) => (block.kind === 'json' ? block : { ...block, lines: block.lines.filter(hasContent) }))
    .filter((block) => (block.kind === 'json' ? block.rows : block.lines).length > 0)
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

function inlineToPlainText(inline: Inline, emphasise: (shown: string) => string): string {
  const visible = toVisible(inline);
  if (inline.kind === 'strong') return emphasise(visible);
  if (inline.kind !== 'link' || inline.url === visible) return visible;
  return inline.url === `https://${visible}` ? inline.url : `${visible}: ${inline.url}`;
}

function identity(shown: string): string {
  return shown;
}

/** Escapes all that Markdown or HTML would interpret, and addresses that a renderer would link on its own. */
function escapeMarkdown(visible: string): string {
  return visible
    .replace(/[\\`*[\]<>#|~&$@]/g, '\\$&')
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/www\./gi, (match) => `${match.slice(0, 3)}\\.`);
}

/** The fence is longer than any run of backticks inside, so nothing ends the block early. */
function codeBlock(rows: readonly string[]): string {
  const fence = '`'.repeat(Math.max(2, ...rows.map(longestBacktickRun)) + 1);
  return [`${fence}json`, ...rows, fence].join('\n');
}

/** As in {@link codeBlock}, the fence outnumbers the backticks inside. */
function codeSpan(visible: string): string {
  const shown = visible || '""';
  const fence = '`'.repeat(longestBacktickRun(shown) + 1);
  const pad = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

function longestBacktickRun(shown: string): number {
  return Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
}

/**
 * The text of a piece, cut to length, with every character made visible that could steer a screen: control characters,
 * line breaks, bidirectional marks, zero-width characters, lone surrogates.
 */
function toVisible({ kind, text: content }: Inline): string {
  return makeVisible(shorten(content, maxShownLength[kind]));
}

function rowText(row: string): string {
  return makeVisible(shorten(row, maxShownLength.row));
}

function makeVisible(content: string): string {
  return content.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu,
    (character) => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}

/** Never splits a surrogate pair. */
function shorten(content: string, maxLength: number): string {
  if (content.length <= maxLength) return content;
  const last = content.charCodeAt(maxLength - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return `${content.slice(0, splitsPair ? maxLength - 1 : maxLength)}…`;
}

/** Keeps a line from starting a list, a heading or a rule. */
function guardLineStart(line: string): string {
  return line.replace(/^([-+=])|^(\d{1,9})([.)])/, (_match, marker, digits, delimiter) =>
    marker === undefined ? `${digits}\\${delimiter}` : `\\${marker}`,
  );
}
