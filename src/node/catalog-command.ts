import { findLabel } from '../core/catalog/labels';
import { isListedEvent } from '../core/catalog/shelf';
import type { CatalogEvent } from '../core/catalog/types';
import { listedText } from '../core/explain/listed-event';
import { operationOf } from '../core/explain/name';
import { visible } from '../core/visible';
import { painter } from './colours';
import { type ExitCode, exitCodes } from './exit-code';
import { type Io, note } from './io';
import type { Format } from './options';
import { layOut } from './table';

export interface CatalogOptions {
  readonly service?: string;
  readonly format: Format;
  /** Catalogs to add. */
  readonly catalog: readonly string[];
}

/** `catalog`: every event that is known, or those of a service. */
export async function catalogCommand({ service, format }: CatalogOptions, io: Io): Promise<ExitCode> {
  const rows = service === undefined ? io.catalog.events() : io.catalog.eventsOf(service);
  if (format === 'json') await io.stdout.write(`${JSON.stringify({ events: rows.map(toJson) }, null, 2)}\n`);
  else if (rows.length > 0) await io.stdout.write(`${table(rows, io).join('\n')}\n`);
  await io.stdout.flush();
  if (rows.length > 0) return exitCodes.clean;
  await tellServices(service ?? '', io);
  return exitCodes.found;
}

async function tellServices(service: string, io: Io): Promise<void> {
  const { t } = io.voice;
  const known = [...new Set(io.catalog.events().map((event) => event.service))];
  await note(
    io,
    t('no events of a service "{0}" are known; the services are {1}', visible(service), known.join(t(', '))),
  );
}

function toJson(event: CatalogEvent) {
  const { service, resourceType, name, listed } = event;
  const twins = isListedEvent(event) ? [...event.twins, ...event.caseTwins] : event.twins;
  return { service, resourceType, name, operation: operationOf(event), listed, twins };
}

function table(rows: readonly CatalogEvent[], { voice, stdout }: Io): readonly string[] {
  const { t, language } = voice;
  const heading = [t('service'), t('resource type'), t('event'), t('operation'), t('listed')];
  const body = rows.map((event) => {
    const label = findLabel(event, language) ?? '';
    return [event.service, event.resourceType, event.name, label, listedText(event.listed, voice)];
  });
  const [first = '', ...rest] = layOut([heading, ...body]);
  return [painter(stdout.hasColour)('bold', first), ...rest];
}
