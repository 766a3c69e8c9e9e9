import type { ListedEvent } from '../catalog/rows/types';
import type { Addition } from '../catalog/service-catalog';
import { member, type Validator } from './validator';

/**
 * The response of the ListOperations API of CTS: every event of the user's region, by service and resource type. The
 * names of the services in it are complete.
 */
export function readListOperations(
  root: Readonly<Record<string, unknown>>,
  file: string,
  form: Validator,
): Addition {
  const groups = form.objects(
    member(root, 'operations'),
    ['operations'],
    (operation, path): ListedEvent[] => {
      const service = form.text(member(operation, 'service_type'), [...path, 'service_type']);
      const resourceType = form.optionalText(member(operation, 'resource_type'), [...path, 'resource_type']);
      const names = form.list(member(operation, 'operation_list'), [...path, 'operation_list'], form.text);
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
