import type { ListedEvent } from '../catalog/rows/row-types';
import type { Addition } from '../catalog/service-catalog';
import { member, type Validator } from './validator';

/**
 * Reads a response of the ListOperations API of CTS: every event of the user's region, by service and resource type. It
 * is complete for each service that it lists.
 */
export function readListOperations(
  root: Readonly<Record<string, unknown>>,
  file: string,
  validator: Validator,
): Addition {
  const groups = validator.objects(
    member(root, 'operations'),
    ['operations'],
    (operation, path): ListedEvent[] => {
      const service = validator.string(member(operation, 'service_type'), [...path, 'service_type']);
      const resourceType = validator.optionalString(member(operation, 'resource_type'), [
        ...path,
        'resource_type',
      ]);
      const names = validator.list(
        member(operation, 'operation_list'),
        [...path, 'operation_list'],
        validator.string,
      );
      return names.map((name) => ({
        service,
        resourceType: resourceType ?? '',
        name,
        listed: 'current',
        label: {},
        twins: [],
        caseTwins: [],
        added: { file },
      }));
    },
  );
  const events = groups.flat();
  return { events, completeServices: [...new Set(events.map(({ service }) => service))] };
}
