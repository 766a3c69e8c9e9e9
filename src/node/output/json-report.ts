import type { PlacedFinding } from '../../core/check/placed-finding';
import { toJsonText } from './json-text';
import type { Report, Summary } from './report';

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
    *end(summary, coverage) {
      yield `\n],"summary":${toJsonText(summaryToJson(summary))},"coverage":${toJsonText(coverage)}}\n`;
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
}: PlacedFinding) {
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
  };
}

function summaryToJson({ files, traces, bySeverity }: Summary) {
  const { error, warning, information, hint } = bySeverity;
  return { files, traces, error, warning, information, hint };
}
