import { readTrace } from '../reading/read-trace';
import { toMarkdown } from '../text/markdown';
import type { ExplainSetting } from './parts/explanation';
import { valueExplainers } from './value/value-explainers';

/**
 * Explains a value that stands in no record, as in a list to choose from.
 *
 * @param fields what is taken as given, the field itself among it
 * @returns Markdown, empty where there is nothing to say
 */
export function explainGivenValue(
  field: string,
  fields: Readonly<Record<string, string>>,
  setting: ExplainSetting,
): string {
  const trace = readTrace(JSON.stringify(fields));
  const document = valueExplainers.get(field)?.(fields[field] ?? '', trace, setting);
  return document === undefined ? '' : toMarkdown(document);
}
