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

/** What is built in. */
export const builtInCatalog = createCatalog();

/** The settings of the command line where the user set nothing. */
export const plainSettings: CheckSettings = {
  localizer: english,
  levels: {},
  catalog: builtInCatalog,
  isSyntaxReportedElsewhere: false,
  isLineDelimited: false,
};

/** Checks a whole text, or a source that may change afterwards. */
export function checkText(text: string | TextSource, settings: Partial<CheckSettings> = {}): CheckedFile {
  const source = typeof text === 'string' ? textSource(text) : text;
  const file = new CheckedFile(source, { ...plainSettings, ...settings });
  file.read(() => true);
  return file;
}

/** Settings under which only one rule speaks. */
export function onlyRule(id: string): { readonly levels: RuleLevels } {
  const others = rules.filter((rule) => rule.id !== id);
  return { levels: Object.fromEntries(others.map((rule) => [rule.id, 'off'])) };
}

const caretLine = /^ *\/\/ *\^+ .*$/;

/**
 * Compares everything that is found in a text with what stands in it: under each place a comment of carets, the rule
 * with its severity where that is not its usual one, and the message:
 *
 *     "trace_type": "console"
 *     //            ^^^^^^^^^ unknown-value: unknown trace_type …
 *
 * For the check the comments are blanked, so they move nothing and the JSON is sound.
 */
export function assertFindings(fixture: string, settings: Partial<CheckSettings> = {}): void {
  const text = blankCarets(fixture);
  assert.equal(annotate(text, checkText(text, settings).findings()), fixture);
}

/** The same for one rule and one record, which need not be enough of a trace to be recognised. */
export function assertReports(rule: TraceRule, fixture: string): void {
  const text = blankCarets(fixture);
  const start = text.search(/\S/);
  const found = rule.check(readTrace(text.slice(start).trimEnd()), builtInCatalog).map((sighting) => {
    const { message, span } = sighting.report(english);
    const severity = sighting.severity ?? rule.level;
    return { rule: rule.id, severity, message, span: shiftSpan(span, start) };
  });
  assert.equal(annotate(text, found), fixture);
}

type Shown = Pick<Finding, 'rule' | 'message' | 'span'> & { readonly severity: string };

function blankCarets(fixture: string): string {
  return eachLine(fixture, (line) => (caretLine.test(line) ? ' '.repeat(line.length) : line));
}

/** Puts a comment under each place; the blank lines that stood for comments go. */
function annotate(text: string, found: readonly Shown[]): string {
  let from = 0;
  const lines = text.split('\n').flatMap((line) => {
    const start = from;
    from += line.length + 1;
    const here = found.filter(({ span }) => span.offset >= start && span.offset < from);
    const comments = here.map((shown) => commentOf(shown, line, start));
    return line.length > 0 && line.trim() === '' && from <= text.length ? comments : [line, ...comments];
  });
  return lines.join('\n');
}

function commentOf({ rule, severity, message, span }: Shown, line: string, lineStart: number): string {
  const column = span.offset - lineStart;
  if (column < 2) throw new Error(`indent the fixture: a comment fits only behind its slashes (${message})`);
  const carets = '^'.repeat(Math.max(1, Math.min(span.length, line.length - column)));
  const usual = rules.find(({ id }) => id === rule)?.level;
  const name = severity === usual ? rule : `${rule}(${severity})`;
  const indent = Math.min(line.search(/\S|$/), column - 2);
  return `${`${' '.repeat(indent)}//`.padEnd(column)}${carets} ${name}: ${message}`;
}

function eachLine(text: string, change: (line: string) => string): string {
  return text.split('\n').map(change).join('\n');
}

/** A text with its cursor, which stands at `$0`. */
export function takeCursor(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('$0');
  return { text: marked.replace('$0', ''), offset };
}

/** What a rule says of a record, with the text it marks instead of the span and the record after each fix. */
export interface Said {
  readonly message: string;
  readonly marked: string;
  readonly severity: string;
  /** The title of each fix and what it makes of the record, or copies of it. */
  readonly fixes: readonly (readonly [title: string, record: string])[];
}

/** Applies a rule to the text of one record. */
export function said(rule: TraceRule, text: string): readonly Said[] {
  return rule.check(readTrace(text), builtInCatalog).map((sighting) => toSaid(rule, sighting, text));
}

/** The same for a record given as a value. */
export function saidOf(rule: TraceRule, record: Readonly<Record<string, unknown>>): readonly Said[] {
  return said(rule, JSON.stringify(record));
}

function toSaid(rule: TraceRule, sighting: RuleMatch, text: string): Said {
  const report = sighting.report(english);
  return {
    message: report.message,
    marked: marked(text, report.span),
    severity: sighting.severity ?? rule.level,
    fixes: (report.fixes ?? []).map((fix) => [
      fix.title,
      applyEdits(text, 'edits' in fix ? fix.edits : fix.changes),
    ]),
  };
}

/** The stretch of a text that a span covers. */
export function marked(text: string, span: Span): string {
  return text.slice(span.offset, endOf(span));
}

/** Edits of one fix: they do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const fromBehind = [...edits].sort((one, other) => other.span.offset - one.span.offset);
  return fromBehind.reduce(
    (before, { span, text: inserted }) => before.slice(0, span.offset) + inserted + before.slice(endOf(span)),
    text,
  );
}
