import { findAttribute } from '../../catalog/rows/attributes';
import type { ExplainSettings } from '../../explain/parts/explanation';
import { spanFrom } from '../../text/span';
import { skipWhitespace } from '../../text/whitespace';
import type { SnippetCompletions } from './complete-keys';
import { readCursor } from './cursor';
import type { Surroundings } from './draft';
import { valueSnippet } from './value-snippet';

/** What is typed to get a whole trace. */
export const traceSnippetLabel = 'cts-trace';

/** The fields of the snippet: the six that every trace has, and who did it where. */
const fields = [
  'time',
  'service_type',
  'resource_type',
  'trace_name',
  'trace_rating',
  'trace_type',
  'source_ip',
  'resource_name',
  'code',
] as const;

/**
 * A whole trace, where a value of its own may begin: in an array or outside of everything. In a file that is not known to
 * be meant for traces only if it is empty but for the beginning of the label.
 *
 * @param isOneLine whether the trace has to be on one line, as in JSON Lines
 * @returns spans count from the beginning of the text; `undefined` if no trace may begin there
 */
export function completeTraceAt(
  { text, offset, isTraceFile }: Surroundings,
  isOneLine: boolean,
  settings: ExplainSettings,
): SnippetCompletions | undefined {
  const { open, wordStart, isInString, before } = readCursor(text, offset);
  const word = text.slice(wordStart, offset);
  if (isInString || open.at(-1)?.kind === '{' || !traceSnippetLabel.startsWith(word)) return undefined;
  if (!mayBeginAfter(before, isOneLine && isAlone(text, wordStart, offset))) return undefined;
  if (!isTraceFile && (word === '' || !isEmptyBut(text, wordStart, offset))) return undefined;
  const isFollowed = text.charAt(skipWhitespace(text, offset, text.length)) === '{';
  const snippet = `${traceSnippet(isOneLine, settings.now)}${isFollowed && !isOneLine ? ',' : ''}`;
  const detail = settings.localizer.t('A CTS trace with its required fields');
  const item = { kind: 'trace', label: traceSnippetLabel, detail, snippet, suggestsNext: false } as const;
  return { span: spanFrom(wordStart, offset), items: [{ ...item, explain: () => detail }] };
}

function mayBeginAfter(before: string, isOwnLine: boolean): boolean {
  return before === '' || before === '[' || before === ',' || isOwnLine;
}

/** Whether nothing else is on the line. */
function isAlone(text: string, start: number, end: number): boolean {
  const [before = ''] = text.slice(0, start).split('\n').slice(-1);
  const [after = ''] = text.slice(end).split('\n', 1);
  return before.trim() === '' && after.trim() === '';
}

function isEmptyBut(text: string, start: number, end: number): boolean {
  return /^[\s[\]]*$/.test(text.slice(0, start) + text.slice(end));
}

function traceSnippet(isOneLine: boolean, now: number): string {
  const members = fields.map((name, index) => `"${name}": ${firstValue(name, index + 1, now)}`);
  return isOneLine ? `{ ${members.join(', ')} }` : `{\n\t${members.join(',\n\t')}\n}`;
}

function firstValue(name: (typeof fields)[number], stop: number, now: number): string {
  const given = values[name];
  if (given !== undefined) return `"\${${stop}:${given}}"`;
  const attribute = findAttribute(name);
  return attribute ? valueSnippet(attribute, stop, now).text : `"$${stop}"`;
}

/** Values to begin with, so that the trace is valid as it is inserted. */
const values: Readonly<Record<string, string>> = {
  service_type: 'IMS',
  resource_type: 'ims',
  trace_name: 'createImage',
  source_ip: '192.0.2.10',
  resource_name: 'web-base',
  code: '200',
};
