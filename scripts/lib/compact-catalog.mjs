/**
 * The form in which the catalog of other services than IMS is shipped, which src/core/catalog/listed-services.ts reads:
 * blocks with an empty line between them. The first holds the sources, a line each. Every other one is a service: a line
 * with its name, then a line for each event with columns between tabs:
 *
 * 1. the name
 * 2. its sources, as numbers to base 36 with commas between them
 * 3. its resource types with commas between them
 * 4. the English label
 * 5. marks: `w` withdrawn, `o` only observed, `d` the service type is derived from the page
 * 6. other documented spellings with commas between them
 *
 * Columns that are empty at the end of a line are left out. IMS has rows of its own with far more in them.
 *
 * @typedef {{
 *   service: string, name: string, resourceTypes: string[], labelEn?: string,
 *   listed: 'current' | 'withdrawn' | 'observed', variantOf?: string[],
 *   serviceTypeDocumented: boolean, sources: number[]
 * }} Row
 */

/**
 * @param {{ sources: string[], events: Row[] }} collected
 */
export function toCompactCatalog({ sources, events }) {
  const rows = events.filter(({ service }) => service !== 'IMS');
  const services = [...new Set(rows.map(({ service }) => service))];
  const blocks = services.map((service) => [
    service,
    ...rows.filter((row) => row.service === service).map(toLine),
  ]);
  return `${[sources, ...blocks].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** @param {Row} row */
function toLine({
  name,
  sources,
  resourceTypes,
  labelEn = '',
  listed,
  serviceTypeDocumented,
  variantOf = [],
}) {
  const marks = `${{ current: '', withdrawn: 'w', observed: 'o' }[listed]}${serviceTypeDocumented ? '' : 'd'}`;
  const columns = [
    name,
    sources.map((source) => source.toString(36)).join(),
    resourceTypes.join(),
    labelEn,
    marks,
    variantOf.join(),
  ];
  if (columns.some((column) => /[\t\n]/.test(column))) throw new Error(`A tab or line break in ${name}`);
  return columns.join('\t').trimEnd();
}
