import { findLabel } from '../../core/catalog/labels';
import type { CatalogEvent } from '../../core/catalog/rows/row-types';
import { isListedEvent } from '../../core/catalog/service-catalog';
import { listedText } from '../../core/explain/event/listed-event';
import { operationOf } from '../../core/explain/event/look-up-name';
import { replaceControlCharacters } from '../../core/text/display-text';
import type { Localizer } from '../../core/text/localization';
import type { CatalogOptions } from '../arguments/command-requests';
import { findClosestName } from '../arguments/option-values';
import { painter } from '../output/colours';
import { type ExitCode, exitCodes } from '../output/exit-code';
import { type Io, writeNotice } from '../output/io';
import { toJsonText } from '../output/json-text';
import { layOutTable, widthOf } from '../output/table';
import { wrap } from '../output/wrap';

/** `catalog`: lists all events of the catalog, or those of a service. */
export async function catalogCommand({ service, format }: CatalogOptions, io: Io): Promise<ExitCode> {
  const rows = service === undefined ? io.catalog.events() : io.catalog.eventsOf(service);
  if (format === 'json') await io.stdout.write(`${toJsonText({ events: rows.map(toJson) }, 2)}\n`);
  else if (rows.length > 0) await io.stdout.write(`${renderEvents(rows, io).join('\n')}\n`);
  await io.stdout.flush();
  if (rows.length > 0) return exitCodes.clean;
  await writeServices(service ?? '', io);
  return exitCodes.found;
}

async function writeServices(service: string, io: Io): Promise<void> {
  const { t } = io.localizer;
  const services = [...new Set(io.catalog.events().map((event) => event.service))];
  const closest = findClosestName(service, services);
  await writeNotice(
    io,
    closest === undefined
      ? t('No known events of service "{0}". Services: {1}', service, services.join(t(', ')))
      : t('No known events of service "{0}". Did you mean "{1}"?', service, closest),
  );
}

function toJson(event: CatalogEvent) {
  const { service, resourceType, name, listed } = event;
  const twins = isListedEvent(event) ? [...event.twins, ...event.caseTwins] : event.twins;
  return { service, resourceType, name, operation: operationOf(event), listed, twins };
}

/** A table, or paragraphs if it is wider than the terminal. */
function renderEvents(events: readonly CatalogEvent[], { localizer, stdout }: Io): readonly string[] {
  const { t } = localizer;
  const { columns = Number.POSITIVE_INFINITY } = stdout;
  const heading = [t('service'), t('resource type'), t('event'), t('operation'), t('listed')];
  const rows = events.map((event) => toRow(event, localizer).map(replaceControlCharacters));
  const [first = '', ...rest] = layOutTable([heading, ...rows]);
  if ([first, ...rest].some((line) => widthOf(line) > columns))
    return rows.map((row) => wrap(paragraph(row), columns));
  return [painter(stdout.hasColour)('bold', first), ...rest];
}

/** Service, resource type, name, label and how it is listed. */
type Row = readonly string[];

function toRow(event: CatalogEvent, localizer: Localizer): Row {
  const label = findLabel(event, localizer.language) ?? '';
  return [event.service, event.resourceType, event.name, label, listedText(event.listed, localizer)];
}

function paragraph([service = '', resourceType = '', name = '', label = '', listed = '']: Row): string {
  const join = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' · ');
  return `${join(service, resourceType, name)}\n    ${join(label, listed)}`;
}
