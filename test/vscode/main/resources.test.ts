import { strict as assert } from 'node:assert';
import { createCatalog } from '../../../src/core/catalog/catalog';
import { CheckedFile } from '../../../src/core/check/checked-file';
import type { LocatedTrace } from '../../../src/core/file/located-traces';
import { createLocalizer } from '../../../src/core/text/localization';
import { documentSource } from '../../../src/vscode/documents/document-source';
import { Resources } from '../../../src/vscode/language/resource-index';
import { openText } from '../editor';

const record =
  '{"time":1795136523120,"service_type":"IMS","resource_type":"ims","trace_name":"createImage","trace_rating":"normal","trace_type":"ApiCall","resource_id":"one"}';

/** A file whose first iteration fails. */
class FlakyFile extends CheckedFile {
  failures = 1;

  override traces(): Iterable<LocatedTrace> {
    if (this.failures-- > 0) throw new Error('Not this time');
    return super.traces();
  }
}

describe('the traces of a resource', () => {
  it('are searched again after a failure', async () => {
    const document = await openText(`[${record},${record}]`);
    const settings = {
      localizer: createLocalizer('en', {}),
      levels: {},
      catalog: createCatalog(),
      isSyntaxReportedElsewhere: false,
      isLineDelimited: false,
    };
    const file = new FlakyFile(documentSource(document), settings);
    assert.ok(file.read(() => true));
    const trace = file.traceAt(5)?.trace;
    assert.ok(trace);
    const question = { traceDocument: { document, file, shown: undefined }, trace, isWanted: () => true };
    const resources = new Resources();
    await assert.rejects(async () => resources.findTraces(question));
    assert.equal((await resources.findTraces(question))?.length, 2);
  });
});
