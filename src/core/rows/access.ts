import { isImsEvent } from '../catalog/catalog';
import type { CatalogEvent } from '../catalog/rows/row-types';
import type { Trace } from '../record/trace';
import type { Access } from './row';

/**
 * Whether an event only reads or changes something: by `read_only`, otherwise by the name of the event where that is
 * certain. `login`, `exportX` or `checkX` are not.
 *
 * @param event the row of the catalog, if there is one
 */
export function accessOf(trace: Trace, name: string, event: CatalogEvent | undefined): Access | undefined {
  const readOnly = trace.value('read_only');
  if (readOnly === true || readOnly === 'true') return 'read-only';
  if (readOnly === false || readOnly === 'false') return 'change';
  if (event !== undefined && isImsEvent(event)) return queries.has(name) ? 'read-only' : 'change';
  if (changePattern.test(name)) return 'change';
  return readPattern.test(name) ? 'read-only' : undefined;
}

/** The one operation in the tables of IMS that only reads, whatever its name: querying images by tag. */
const queries: ReadonlySet<string> = new Set(['batchTagsAction']);

const readVerbs = ['list', 'show', 'get', 'query', 'search', 'describe', 'count', 'head'];

const changeVerbs = [
  ...[
    'create',
    'delete',
    'update',
    'modify',
    'add',
    'remove',
    'set',
    'change',
    'edit',
    'drop',
    'replace',
    'put',
  ],
  ...[
    'attach',
    'detach',
    'associate',
    'disassociate',
    'bind',
    'unbind',
    'enable',
    'disable',
    'assign',
    'unassign',
  ],
  ...[
    'start',
    'stop',
    'restart',
    'reboot',
    'resize',
    'reset',
    'rename',
    'upgrade',
    'restore',
    'register',
    'revoke',
  ],
  ...['import', 'upload', 'move', 'copy'],
];

const readPattern = verbPattern(readVerbs);
const changePattern = verbPattern(changeVerbs);

/** A verb at the beginning of a name, after `batch` or not: `deleteImage`, `BatchDeleteTags`, `DELETE.OBJECT`. */
function verbPattern(verbs: readonly string[]): RegExp {
  const written = verbs.flatMap((verb) => [verb, verb[0]?.toUpperCase() + verb.slice(1), verb.toUpperCase()]);
  return new RegExp(`^(?:(?:batch|Batch|BATCH)[-_.]?)?(?:${written.join('|')})(?![a-z])`);
}
