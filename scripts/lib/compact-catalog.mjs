/**
 * The format in which the catalog of services other than IMS is shipped, read by src/core/catalog/listed-services.ts:
 * blocks separated by empty lines. The first block lists the sources, one per line. Every other block is a service: a
 * line with its name, then a line per event with tab-separated columns:
 *
 * 1. the name
 * 2. its sources, as comma-separated base-36 indices
 * 3. its resource types, comma-separated
 * 4. the English label
 * 5. flags: `w` withdrawn, `o` only observed, `d` the service type is derived from the page
 * 6. other documented spellings, comma-separated
 *
 * Trailing empty columns are omitted. IMS is not included: it has its own, more detailed rows. Notes are not either.
 *
 * @typedef {{
 *   service: string, name: string, resourceTypes: string[], labelEn?: string,
 *   listed: 'current' | 'withdrawn' | 'observed', variantOf?: string[],
 *   serviceTypeDocumented: boolean, note?: string, sources: number[]
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
  const flags = `${{ current: '', withdrawn: 'w', observed: 'o' }[listed]}${serviceTypeDocumented ? '' : 'd'}`;
  const columns = [
    name,
    sources.map((source) => source.toString(36)).join(),
    resourceTypes.join(),
    labelEn,
    flags,
    variantOf.join(),
  ];
  if (columns.some((column) => /[\t\n]/.test(column))) throw new Error(`A tab or line break in ${name}`);
  return columns.join('\t').trimEnd();
}
