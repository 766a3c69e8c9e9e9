import { createVoice } from '../../src/core/language';
import { readTrace } from '../../src/core/read';
import type { Report, TraceRule } from '../../src/core/rules/rule';
import { endOf } from '../../src/core/span';

const english = createVoice('en', {});

/** What a rule says of a record, with the text it marks instead of the span and the record after each fix. */
export interface Said {
  readonly message: string;
  readonly marked: string;
  readonly severity: string;
  /** The title of each fix and what it makes of the record. */
  readonly fixes: readonly (readonly [title: string, record: string])[];
}

/** Applies a rule to the text of one record. */
export function said(rule: TraceRule, text: string): readonly Said[] {
  return rule.check(readTrace(text), english).map((report) => toSaid(rule, report, text));
}

/** The same for a record given as a value. */
export function saidOf(rule: TraceRule, record: Readonly<Record<string, unknown>>): readonly Said[] {
  return said(rule, JSON.stringify(record));
}

function toSaid(rule: TraceRule, report: Report, text: string): Said {
  return {
    message: report.message,
    marked: text.slice(report.span.offset, endOf(report.span)),
    severity: report.severity ?? rule.level,
    fixes: (report.fixes ?? []).map(({ title, edits }) => [
      title,
      edits.reduce(
        (before, edit) => before.slice(0, edit.span.offset) + edit.text + before.slice(endOf(edit.span)),
        text,
      ),
    ]),
  };
}
