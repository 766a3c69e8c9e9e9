import type { FindingKey } from '../../core/accepted/acceptance';
import { toJsonText } from './json-text';
import type { AcceptanceTotals, Report, ReportedFinding, Summary } from './report';

/** The format for programs: one JSON object, with a line for each file and each finding. */
export function jsonReport(): Report {
  let isFirstFinding = true;
  let isCountWritten = true;
  return {
    *begin() {
      yield '{"version":1,"files":[';
    },
    *beginFile({ path, kind, traces }, index) {
      isFirstFinding = true;
      isCountWritten = traces !== undefined;
      yield `${index === 0 ? '' : ','}\n${toJsonText({ path, kind, traces }).slice(0, -1)},"findings":[`;
    },
    *findings(_, findings) {
      for (const finding of findings) {
        yield `${isFirstFinding ? '' : ','}\n${toJsonText(findingToJson(finding))}`;
        isFirstFinding = false;
      }
    },
    *endFile({ traces, outcome, note }) {
      const count = isCountWritten ? undefined : traces;
      yield `],${toJsonText({ traces: count, outcome: outcome.kind, note }).slice(1)}`;
    },
    *end({ summary, coverage, acceptance }) {
      const totals = { summary: summaryToJson(summary), coverage, accepted: acceptanceToJson(acceptance) };
      yield `\n],${toJsonText(totals).slice(1)}\n`;
    },
  };
}

/** A finding as programs get it: lines and columns count from 1. */
export function findingToJson({
  rule,
  severity,
  message,
  trace,
  traceId,
  keyPath,
  start,
  end,
  offset,
  length,
  fixes,
  accepted,
}: ReportedFinding) {
  return {
    rule,
    severity,
    message,
    trace,
    traceId,
    keyPath,
    line: start.line + 1,
    column: start.column + 1,
    endLine: end.line + 1,
    endColumn: end.column + 1,
    offset,
    length,
    fixes: fixes.map(({ title, edits }) => ({
      title,
      edits: edits.map((edit) => ({ offset: edit.span.offset, length: edit.span.length, text: edit.text })),
    })),
    accepted: accepted && { reason: accepted.reason, author: accepted.author, date: accepted.date },
  };
}

export function acceptanceToJson(acceptance: AcceptanceTotals | undefined) {
  const keyOf = ({ rule, traceId, keyPath }: FindingKey) => ({ rule, traceId, keyPath });
  return acceptance && { count: acceptance.count, unmatched: acceptance.unmatched?.map(keyOf) };
}

export function summaryToJson({ files, traces, bySeverity }: Summary) {
  const { error, warning, information, hint } = bySeverity;
  return { files, traces, error, warning, information, hint };
}
