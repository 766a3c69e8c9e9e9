import type { KeyPath } from '../record/key-paths';
import type { CopyFix, EditFix, Fix, Related, Report } from '../rules/rule';
import { type Severity, severities } from '../rules/severity';
import { endOf, type Span, shiftSpan } from '../text/span';
import type { TextSource } from '../text/text-source';

/** A problem or noteworthy fact in a file. All spans are relative to the beginning of the file. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** See {@link messageOf}. */
  readonly message: string;
  /** The message with the line of the first related place between two parts. */
  readonly aroundLine?: Report['aroundLine'];
  readonly span: Span;
  /** Index of the trace in the file, from 0; `undefined` for a syntax error between traces. */
  readonly trace: number | undefined;
  readonly fixes: readonly Fix[];
  readonly related?: readonly Related[];
  /** For how many findings of its rule that are not shown this one stands. */
  readonly hidden?: number;
  /** See {@link Report}. */
  readonly keyPath?: KeyPath;
}

/** What a report lacks to be a finding. */
export interface Placement {
  readonly rule: string;
  readonly severity: Severity;
  /** Offset in the file that the report's spans are relative to. */
  readonly start: number;
  readonly trace: number | undefined;
  /** Offset in the file that the related spans are relative to. */
  readonly relatedStart?: number | undefined;
}

export function placeReport(
  report: Report,
  { rule, severity, start, trace, relatedStart }: Placement,
): Finding {
  const fixes = (report.fixes ?? []).map((fix) => shiftFix(fix, start));
  const span = shiftSpan(report.span, start);
  const { message, aroundLine, keyPath } = report;
  const messages = aroundLine === undefined ? { message } : { message, aroundLine };
  const missing = keyPath === undefined ? {} : { keyPath };
  return { rule, severity, ...messages, span, trace, fixes, ...missing, ...relatedOf(report, relatedStart) };
}

/**
 * The message of a finding: with the line of the related place, unless that is the line of the finding itself, as in a
 * file of one line.
 *
 * @param lineOf the line of an offset, from 0
 */
export function messageOf(finding: Finding, lineOf: (offset: number) => number): string {
  const [related] = finding.related ?? [];
  if (related === undefined || finding.aroundLine === undefined) return finding.message;
  const line = lineOf(related.span.offset);
  return line === lineOf(finding.span.offset) ? finding.message : finding.aroundLine.join(String(line + 1));
}

function relatedOf(
  { related }: Pick<Finding, 'related'>,
  start: number | undefined,
): Pick<Finding, 'related'> {
  if (related === undefined || start === undefined) return {};
  return { related: related.map(({ message, span }) => ({ message, span: shiftSpan(span, start) })) };
}

/** The same finding in a file that begins `by` UTF-16 units earlier. */
export function shiftFinding(finding: Finding, by: number): Finding {
  const fixes = finding.fixes.map((fix) => shiftFix(fix, by));
  return { ...finding, span: shiftSpan(finding.span, by), fixes, ...relatedOf(finding, by) };
}

function shiftFix(fix: Fix, by: number): Fix {
  return 'copied' in fix ? { ...fix, copied: shiftSpan(fix.copied, by) } : shiftEdits(fix, by);
}

/** The same fix of a record that begins `by` UTF-16 units later. */
export function shiftEdits(fix: EditFix, by: number): EditFix {
  return { ...fix, edits: fix.edits.map(({ span, text }) => ({ span: shiftSpan(span, by), text })) };
}

/** The fixes that edit the record. */
export function editsOf({ fixes }: Pick<Finding, 'fixes'>): readonly EditFix[] {
  return fixes.filter((fix) => 'edits' in fix);
}

/** The text that a fix puts on the clipboard. */
export function textToCopy({ copied, changes }: CopyFix, source: TextSource): string {
  const text = source.slice(copied.offset, endOf(copied));
  let from = 0;
  let changed = '';
  for (const change of changes()) {
    changed += text.slice(from, change.span.offset) + change.text;
    from = endOf(change.span);
  }
  return changed + text.slice(from);
}

/** Sorts by severity, the gravest first; findings of the same severity stay in order. */
export function gravestFirst(findings: readonly Finding[]): readonly Finding[] {
  return severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

/** Sorts by offset; findings at the same offset stay in the order of the rules. */
export function sortByPlace(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length < 2) return findings;
  return [...findings].sort((one, other) => one.span.offset - other.span.offset);
}
