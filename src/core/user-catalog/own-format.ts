import { isCaseTwin } from '../catalog/listed-services';
import type { ListedEvent } from '../catalog/rows/types';
import type { Addition } from '../catalog/service-catalog';
import type { JsonPath } from './json-path';
import { type JsonObject, member, type Validator } from './validator';

/** The form of this project, described by schemas/cts-trace-catalog.schema.json; `cts-trace catalog` prints it, too. */
export function readOwnFormat(
  root: Readonly<Record<string, unknown>>,
  file: string,
  form: Validator,
): Addition {
  const source = form.optionalText(member(root, 'source'), ['source']);
  return {
    events: form.objects(member(root, 'events'), ['events'], (row, path) =>
      readEvent(row, path, { file, source, form }),
    ),
    completeServices: form.list(member(root, 'completeServices'), ['completeServices'], form.text),
  };
}

interface Reading {
  readonly file: string;
  readonly source: string | undefined;
  readonly form: Validator;
}

function readEvent(row: JsonObject, path: JsonPath, { file, source, form }: Reading): ListedEvent {
  const at = (key: string) => [member(row, key), [...path, key]] as const;
  const name = form.text(...at('name'));
  const twins = form.list(...at('twins'), form.text);
  const ownSource = form.optionalText(...at('source')) ?? source;
  return {
    service: form.text(...at('service')),
    resourceType: form.optionalText(...at('resourceType')) ?? '',
    name,
    listed: form.choice(...at('listed'), ['current', 'withdrawn', 'observed']),
    label: readLabel(...at('operation'), form),
    twins: twins.filter((twin) => !isCaseTwin(twin, name)),
    caseTwins: twins.filter((twin) => isCaseTwin(twin, name)),
    added: { file, ...(ownSource === undefined ? {} : { source: ownSource }) },
  };
}

function readLabel(value: unknown, path: JsonPath, form: Validator): ListedEvent['label'] {
  if (value === undefined) return {};
  const label = form.object(value, path, (operation): ListedEvent['label'] => {
    const en = form.optionalText(member(operation, 'en'), [...path, 'en']);
    const zh = form.optionalText(member(operation, 'zh'), [...path, 'zh']);
    return { ...(en === undefined ? {} : { en }), ...(zh === undefined ? {} : { zh }) };
  });
  return label ?? {};
}
