import { editsOf, type Finding } from '../../core/check/finding';
import { type CheckedInput, messageIn, placeOf } from './checked-input';
import { toJsonText } from './json-text';
import type { Report, Summary } from './report';

/** The format for programs: one JSON object, with a line for each file and each finding. */
export const jsonReport: Report = {
  *begin() {
    yield '{"version":1,"files":[';
  },
  *file(checked, index) {
    const { path, kind, traces, findings } = checked;
    const head = toJsonText({ path, kind, traces }).slice(0, -1);
    yield `${index === 0 ? '' : ','}\n${head},"findings":[`;
    let separator = '';
    for (const finding of findings) {
      yield `${separator}\n${toJsonText(toJson(finding, checked))}`;
      separator = ',';
    }
    const { note } = checked.remarks();
    yield note === undefined ? ']}' : `],"note":${toJsonText(note)}}`;
  },
  *end(summary) {
    yield `\n],"summary":${toJsonText(summaryToJson(summary))}}\n`;
  },
};

function toJson(finding: Finding, checked: CheckedInput) {
  const { rule, severity, trace, span } = finding;
  return {
    rule,
    severity,
    message: messageIn(finding, checked),
    trace,
    ...placeOf(finding, checked),
    offset: span.offset,
    length: span.length,
    fixes: editsOf(finding).map(({ title, edits }) => ({
      title,
      edits: edits.map((edit) => ({ offset: edit.span.offset, length: edit.span.length, text: edit.text })),
    })),
  };
}

function summaryToJson({ files, traces, bySeverity }: Summary) {
  const { error, warning, information, hint } = bySeverity;
  return { files, traces, error, warning, information, hint };
}
