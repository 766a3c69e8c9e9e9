import assert from 'node:assert/strict';
import { createCatalog } from '../../src/core/catalog/catalog';
import type { CheckSettings } from '../../src/core/check/check-settings';
import { CheckedFile } from '../../src/core/check/checked-file';
import type { Finding } from '../../src/core/check/finding';
import { readTrace } from '../../src/core/reading/read-trace';
import type { Edit, RuleMatch, TraceRule } from '../../src/core/rules/rule';
import { rules } from '../../src/core/rules/rules';
import type { RuleLevels } from '../../src/core/rules/severity';
import { createLocalizer } from '../../src/core/text/localization';
import { endOf, type Span, shiftSpan } from '../../src/core/text/span';
import { type TextSource, textSource } from '../../src/core/text/text-source';

export const english = createLocalizer('en', {});

export const builtInCatalog = createCatalog();

/** The default settings of the command line. */
export const plainSettings: CheckSettings = {
  localizer: english,
  levels: {},
  catalog: builtInCatalog,
  isSyntaxReportedElsewhere: false,
  isLineDelimited: false,
};

/** Checks a whole text. Pass a source if the text changes afterwards. */
export function checkText(text: string | TextSource, settings: Partial<CheckSettings> = {}): CheckedFile {
  const source = typeof text === 'string' ? textSource(text) : text;
  const file = new CheckedFile(source, { ...plainSettings, ...settings });
  file.read(() => true);
  return file;
}

/** Settings that turn off all rules but one. */
export function onlyRule(id: string): { readonly levels: RuleLevels } {
  const others = rules.filter((rule) => rule.id !== id);
  return { levels: Object.fromEntries(others.map((rule) => [rule.id, 'off'])) };
}

const caretLine = /^ *\/\/ *\^+ .*$/;

/**
 * Compares all findings in a file with those it is annotated with. Under each position is a comment with carets, the
 * rule id, the severity if it is not the rule's default, and the message:
 *
 *     "trace_type": "console"
 *     //            ^^^^^^^^^ unknown-value: unknown trace_type …
 *
 * The comments are blanked for the check, so offsets stay the same and the JSON is valid.
 */
export function assertFindings(fixture: string, settings: Partial<CheckSettings> = {}): void {
  const text = blankCarets(fixture);
  assert.equal(annotate(text, checkText(text, settings).findings()), fixture);
}

/** Like {@link assertFindings} for one rule and one record, which need not be recognisable as a trace. */
export function assertReports(rule: TraceRule, fixture: string): void {
  const text = blankCarets(fixture);
  const start = text.search(/\S/);
  const findings = rule.check(readTrace(text.slice(start).trimEnd()), builtInCatalog).map((match) => {
    const { message, span } = match.report(english);
    const severity = match.severity ?? rule.level;
    return { rule: rule.id, severity, message, span: shiftSpan(span, start) };
  });
  assert.equal(annotate(text, findings), fixture);
}

type Shown = Pick<Finding, 'rule' | 'message' | 'span'> & { readonly severity: string };

function blankCarets(fixture: string): string {
  return eachLine(fixture, (line) => (caretLine.test(line) ? ' '.repeat(line.length) : line));
}

/** Puts a comment under each finding, and removes the blank lines that replaced comments. */
function annotate(text: string, findings: readonly Shown[]): string {
  let from = 0;
  const lines = text.split('\n').flatMap((line) => {
    const start = from;
    from += line.length + 1;
    const here = findings.filter(({ span }) => span.offset >= start && span.offset < from);
    const comments = here.map((shown) => commentOf(shown, line, start));
    return line.length > 0 && line.trim() === '' && from <= text.length ? comments : [line, ...comments];
  });
  return lines.join('\n');
}

function commentOf({ rule, severity, message, span }: Shown, line: string, lineStart: number): string {
  const column = span.offset - lineStart;
  if (column < 2)
    throw new Error(`indent the fixture: there is no room for the slashes of a comment (${message})`);
  const carets = '^'.repeat(Math.max(1, Math.min(span.length, line.length - column)));
  const usual = rules.find(({ id }) => id === rule)?.level;
  const name = severity === usual ? rule : `${rule}(${severity})`;
  const indent = Math.min(line.search(/\S|$/), column - 2);
  return `${`${' '.repeat(indent)}//`.padEnd(column)}${carets} ${name}: ${message}`;
}

function eachLine(text: string, change: (line: string) => string): string {
  return text.split('\n').map(change).join('\n');
}

/** A text without the `$0` that marks its cursor, and the offset of that. */
export function takeCursor(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('$0');
  return { text: marked.replace('$0', ''), offset };
}

/** A finding of a rule in one record, in a form that is easy to compare. */
export interface RecordFinding {
  readonly message: string;
  /** The text of the span. */
  readonly marked: string;
  readonly severity: string;
  /** The title of each fix with the record that it makes or copies. */
  readonly fixes: readonly (readonly [title: string, record: string])[];
}

/** Runs a rule on the text of one record. */
export function checkRecordText(rule: TraceRule, text: string): readonly RecordFinding[] {
  return rule.check(readTrace(text), builtInCatalog).map((match) => toRecordFinding(rule, match, text));
}

/** Runs a rule on one record. */
export function checkRecord(
  rule: TraceRule,
  record: Readonly<Record<string, unknown>>,
): readonly RecordFinding[] {
  return checkRecordText(rule, JSON.stringify(record));
}

function toRecordFinding(rule: TraceRule, match: RuleMatch, text: string): RecordFinding {
  const report = match.report(english);
  return {
    message: report.message,
    marked: marked(text, report.span),
    severity: match.severity ?? rule.level,
    fixes: (report.fixes ?? []).map((fix) => [
      fix.title,
      applyEdits(text, 'edits' in fix ? fix.edits : fix.changes()),
    ]),
  };
}

/** The text of a span. */
export function marked(text: string, span: Span): string {
  return text.slice(span.offset, endOf(span));
}

/** Applies the edits of one fix, which do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const lastFirst = [...edits].sort((one, other) => other.span.offset - one.span.offset);
  return lastFirst.reduce(
    (before, { span, text: inserted }) => before.slice(0, span.offset) + inserted + before.slice(endOf(span)),
    text,
  );
}
