import { isCaseTwin } from '../catalog/listed-services';
import type { ListedEvent } from '../catalog/rows/row-types';
import type { Addition } from '../catalog/service-catalog';
import type { JsonPath } from './json-path';
import { type JsonObject, member, type Validator } from './validator';

/** Reads this project's own format: schemas/cts-trace-catalog.schema.json, also the output of `cts-trace catalog`. */
export function readOwnFormat(
  root: Readonly<Record<string, unknown>>,
  file: string,
  validator: Validator,
): Addition {
  const source = validator.optionalString(member(root, 'source'), ['source']);
  return {
    events: validator.objects(member(root, 'events'), ['events'], (row, path) =>
      readEvent(row, path, { file, source, validator }),
    ),
    completeServices: validator.list(
      member(root, 'completeServices'),
      ['completeServices'],
      validator.string,
    ),
  };
}

interface ReadContext {
  readonly file: string;
  readonly source: string | undefined;
  readonly validator: Validator;
}

function readEvent(row: JsonObject, path: JsonPath, { file, source, validator }: ReadContext): ListedEvent {
  const at = (key: string) => [member(row, key), [...path, key]] as const;
  const name = validator.string(...at('name'));
  const twins = validator.list(...at('twins'), validator.string);
  const ownSource = validator.optionalString(...at('source')) ?? source;
  return {
    service: validator.string(...at('service')),
    resourceType: validator.optionalString(...at('resourceType')) ?? '',
    name,
    listed: validator.choice(...at('listed'), ['current', 'withdrawn', 'observed']),
    label: readLabel(...at('operation'), validator),
    twins: twins.filter((twin) => !isCaseTwin(twin, name)),
    caseTwins: twins.filter((twin) => isCaseTwin(twin, name)),
    added: { file, ...(ownSource === undefined ? {} : { source: ownSource }) },
  };
}

function readLabel(value: unknown, path: JsonPath, validator: Validator): ListedEvent['label'] {
  if (value === undefined) return {};
  const label = validator.object(value, path, (operation): ListedEvent['label'] => {
    const en = validator.optionalString(member(operation, 'en'), [...path, 'en']);
    const zh = validator.optionalString(member(operation, 'zh'), [...path, 'zh']);
    return { ...(en === undefined ? {} : { en }), ...(zh === undefined ? {} : { zh }) };
  });
  return label ?? {};
}
