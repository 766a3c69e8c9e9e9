import { readTrace } from '../reading/read-trace';
import { toMarkdown } from '../text/markdown';
import type { ExplainSettings } from './parts/explanation';
import { valueExplainers } from './value/value-explainers';

/**
 * Explains a value outside of any trace, such as a completion item.
 *
 * @param fields the assumed fields of the trace, including `field` itself
 * @returns Markdown; empty if there is no explanation
 */
export function explainGivenValue(
  field: string,
  fields: Readonly<Record<string, string>>,
  settings: ExplainSettings,
): string {
  const trace = readTrace(JSON.stringify(fields));
  const document = valueExplainers.get(field)?.(fields[field] ?? '', trace, settings);
  return document === undefined ? '' : toMarkdown(document);
}
