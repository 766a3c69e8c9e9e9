import { replaceControlCharacters } from '../../../core/text/display-text';

/** An annotation of GitHub Actions. Lines and columns count from 1. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  readonly column: number;
  readonly endColumn: number;
  readonly title: string;
  readonly message: string;
}

/** The line of a workflow command that makes an annotation. Columns are allowed within one line only. */
export function workflowCommand(annotation: Annotation): string {
  const { level, file, line, endLine, column, endColumn, title, message } = annotation;
  const properties = [
    ['file', file],
    ['line', line],
    ['endLine', endLine],
    ...(line === endLine ? [['col', column] as const, ['endColumn', endColumn] as const] : []),
    ['title', title],
  ] as const;
  const written = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${level} ${written.join(',')}::${escapeData(message)}`;
}

/** A line that the runner takes for no command: it also searches within lines for those of its older form. */
export function plainLine(text: string): string {
  return replaceControlCharacters(text).replaceAll('##[', '## [');
}

function escapeProperty(value: string): string {
  return escapeData(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Control characters would get into the log, which terminals show, too; line breaks are no data of ours. */
function escapeData(value: string): string {
  return replaceControlCharacters(value).replaceAll('%', '%25');
}
