import { acceptanceToJson, findingToJson, summaryToJson } from './json-report';
import { toJsonText } from './json-text';
import type { Report } from './report';

/** The format for programs that read line by line: an object for each finding, and one at the end for all. */
export function ndjsonReport(): Report {
  return {
    *begin() {},
    *beginFile() {},
    *findings({ path }, findings) {
      for (const finding of findings)
        yield `${toJsonText({ type: 'finding', path, ...findingToJson(finding) })}\n`;
    },
    *endFile() {},
    *end({ summary, coverage, acceptance }) {
      const accepted = acceptanceToJson(acceptance);
      yield `${toJsonText({ type: 'summary', version: 1, summary: summaryToJson(summary), coverage, accepted })}\n`;
    },
  };
}
