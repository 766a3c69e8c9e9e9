import { findApiOperation } from '../../core/catalog/api-operations';
import type { Catalog } from '../../core/catalog/catalog';
import { findCloseNames } from '../../core/catalog/close-names';
import { explainName, explainNameAsText } from '../../core/explain/event/look-up-name';
import { editDistance } from '../../core/text/edit-distance';
import type { ExplainOptions } from '../arguments/command-requests';
import { painter } from '../output/colours';
import { type ExitCode, exitCodes } from '../output/exit-code';
import { type Io, writeNotice } from '../output/io';
import { toJsonText } from '../output/json-text';
import { wrap } from '../output/wrap';

/** How many close names are suggested. */
const maxCloseNames = 3;

/** `explain`: shows what the catalog knows about an event name. */
export async function explainCommand(name: string, { format }: ExplainOptions, io: Io): Promise<ExitCode> {
  const explained = explainName(name, io);
  const text = format === 'json' ? toJsonText(explained, 2) : explanationFor(name, io);
  await io.stdout.write(`${text}\n`);
  await io.stdout.flush();
  if (explained.entries.length > 0) return exitCodes.clean;
  await writeCloseNames(name, io);
  return exitCodes.found;
}

function explanationFor(name: string, { localizer, catalog, stdout }: Io): string {
  const paint = painter(stdout.hasColour);
  const text = explainNameAsText(name, { localizer, catalog, emphasise: (shown) => paint('bold', shown) });
  return stdout.columns === undefined ? text : wrap(text, stdout.columns);
}

async function writeCloseNames(name: string, io: Io): Promise<void> {
  // What the name is was explained already
  if (findApiOperation('IMS', name, io.catalog)) return;
  const { t } = io.localizer;
  const close = findCloseNamesAnywhere(name, io.catalog);
  const message =
    close.length > 0
      ? t('Unknown event "{0}". Similar names: {1}', name, close.join(t(', ')))
      : t(
          "Unknown event \"{0}\". 'cts-trace catalog' lists all known events; '--catalog' adds your region's list",
          name,
        );
  await writeNotice(io, message);
}

/** Names of IMS first, whose misspellings are known best, otherwise those of all services. */
function findCloseNamesAnywhere(name: string, catalog: Catalog): readonly string[] {
  const closeIn = (service: string) => findCloseNames({ service, resourceType: undefined, name }, catalog);
  const ofIms = closeIn('IMS');
  if (ofIms.length > 0) return ofIms;
  const services = new Set(catalog.events().map(({ service }) => service));
  const names = new Set([...services].flatMap(closeIn));
  return [...names].sort((a, b) => editDistance(name, a) - editDistance(name, b)).slice(0, maxCloseNames);
}
