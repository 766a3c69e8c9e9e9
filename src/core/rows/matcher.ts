import { readIpRange } from '../record/ip-range';
import type { Trace } from '../record/trace';
import type { Filter, NameField } from './filter';
import { anyNameTest } from './name-pattern';
import type { Row } from './row';
import { textTest } from './text-search';
import { mayBeIn } from './time-window';

/** Whether a filter means a trace. */
export type Matcher = (row: Row, trace: Trace) => boolean;

/** The tests of a filter in one, the cheap ones first. */
export function createMatcher(filter: Filter): Matcher {
  const tests = [...flagTests(filter), ...nameTests(filter), ...costlyTests(filter)];
  return (row, trace) => {
    for (const test of tests) if (!test(row, trace)) return false;
    return true;
  };
}

function flagTests(filter: Filter): readonly Matcher[] {
  const { isChangesOnly, isFailuresOnly, isNotableOnly, ratings, outcomes, notable, window } = filter;
  const tests: (Matcher | undefined)[] = [
    isChangesOnly ? (row) => row.access === 'change' : undefined,
    isFailuresOnly ? hasRowFailed : undefined,
    isNotableOnly ? (row) => row.notable.length > 0 : undefined,
    ratings && ((row) => row.rating !== undefined && ratings.includes(row.rating)),
    outcomes && ((row) => row.outcome !== undefined && outcomes.includes(row.outcome)),
    notable && ((row) => row.notable.some((id) => notable.includes(id))),
    window && ((row) => mayBeIn(window, row)),
  ];
  return tests.filter((test) => test !== undefined);
}

export function hasRowFailed({ outcome }: Row): boolean {
  return outcome === 'failed' || outcome === 'incident';
}

/** The columns in which the names of a filter are searched. */
const columnsOf: Readonly<Record<NameField, readonly (keyof Row & string)[]>> = {
  services: ['service'],
  events: ['event'],
  resources: ['resourceId', 'resourceName', 'resourceType'],
  users: ['user', 'assumedBy', 'userId'],
  accounts: ['account', 'accountId'],
  accessKeys: ['accessKey'],
};

const nameFields = ['events', 'services', 'users', 'accounts', 'accessKeys', 'resources'] as const;

function nameTests(filter: Filter): readonly Matcher[] {
  return nameFields.flatMap((field) => {
    const names = filter[field];
    if (names === undefined) return [];
    const test = anyNameTest(names);
    const columns = columnsOf[field];
    return (row: Row) =>
      columns.some((column) => {
        const value = row[column];
        return typeof value === 'string' && test(value);
      });
  });
}

function costlyTests({ ips, findings, text }: Filter): readonly Matcher[] {
  const tests: (Matcher | undefined)[] = [
    ips && ipTest(ips),
    findings && ((row) => row.findings?.some((rule) => findings.includes(rule)) === true),
    text === undefined ? undefined : textMatcher(text),
  ];
  return tests.filter((test) => test !== undefined);
}

/** Proxies write several addresses into `source_ip`. */
const addressSeparator = /[\s,;]+/;

function ipTest(ips: readonly string[]): Matcher {
  const ranges = ips.map(readIpRange).filter((range) => range !== undefined);
  return ({ sourceIp = '' }) =>
    sourceIp.split(addressSeparator).some((address) => ranges.some((isIn) => isIn(address)));
}

function textMatcher(text: string): Matcher {
  const test = textTest(text);
  return (_, trace) => test(trace);
}
