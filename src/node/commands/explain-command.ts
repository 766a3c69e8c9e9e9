import { findApiOperation } from '../../core/catalog/api-operations';
import { findCloseNamesAnywhere } from '../../core/catalog/close-names-anywhere';
import { explainName, explainNameAsText } from '../../core/explain/event/look-up-name';
import type { ExplainOptions } from '../arguments/command-requests';
import { painter } from '../output/colours';
import { type ExitCode, exitCodes } from '../output/exit-code';
import { type Io, writeNotice } from '../output/io';
import { toJsonText } from '../output/json-text';
import { wrap } from '../output/wrap';

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
