import { type Group, groupsInOrder, reasonsOf, type Summary } from '../../../core/rows/summary';
import { toJsonText } from '../json-text';
import { timeText } from './row-columns';
import { countOf, distinctColumns } from './summary-columns';

/** One JSON object, with a line for each group. */
export function* summaryJson(summary: Summary): Iterable<string> {
  yield `{"version":1,"by":${toJsonText(summary.by)},"groups":[`;
  let separator = '\n';
  let traces = 0;
  for (const group of groupsInOrder(summary)) {
    yield `${separator}${toJsonText(groupToJson(group))}`;
    separator = ',\n';
    traces += group.count;
  }
  yield `\n],"traces":${traces}}\n`;
}

/** `atLeast` names the counts that are only known to be at least as large. */
function groupToJson(group: Group) {
  const { key, within, names, hasMoreNames, count, untimed, inexact, changes, failures } = group;
  const [events, resources, ips] = distinctColumns.map((column) => countOf(group, column).value);
  const atLeast = distinctColumns.filter((column) => countOf(group, column).isLeast);
  return {
    key: key ?? null,
    ...(within === undefined ? {} : { within }),
    ...(names.length === 0 ? {} : { names }),
    ...(hasMoreNames ? { hasMoreNames } : {}),
    count,
    first: timeText(group.first, true),
    last: timeText(group.last, true),
    withoutTime: untimed,
    withoutZone: inexact,
    changes,
    failures,
    notable: group.notable,
    reasons: Object.fromEntries(reasonsOf(group)),
    events,
    resources,
    ips,
    ...(atLeast.length === 0 ? {} : { atLeast }),
  };
}
