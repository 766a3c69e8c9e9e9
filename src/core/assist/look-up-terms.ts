import { isImsEvent } from '../catalog/catalog';
import { normalizeName } from '../catalog/known-names';
import { imsAliases } from '../catalog/rows/aliases';
import type { CatalogEvent, ImsEvent } from '../catalog/rows/row-types';
import { searchWords } from '../catalog/rows/search-words';
import { findServiceName } from '../catalog/service-names';

/** The names of the service, its code first. */
export function serviceTermsOf(service: string): readonly string[] {
  const { en, zh } = findServiceName(service) ?? {};
  return [service, ...(en === undefined ? [] : [en]), ...(zh === undefined ? [] : [zh])];
}

/** What finds an event beside its name and labels: calls with their paths, commands, words of the guides. */
export function operationTermsOf(rows: readonly CatalogEvent[]): readonly string[] {
  return [...new Set(rows.filter(isImsEvent).flatMap(termsOf))];
}

/** Other names of an event, normalized as by `normalizeName`; not for display. */
export function aliasesOf({ service, name }: Pick<CatalogEvent, 'service' | 'name'>): readonly string[] {
  if (service !== 'IMS') return [];
  const rows = imsAliases.filter((row) => normalizeName(row.name) === normalizeName(name));
  return rows.flatMap(({ aliases, apiOperations = [] }) => [...aliases, ...apiOperations]);
}

function termsOf({ operation }: ImsEvent): readonly string[] {
  const { glance, ims } = operation;
  const glanceTerms = [...glance.calls, ...glance.nearest].flatMap((call) => [
    callTerm(call),
    ...(call.openstack === undefined ? [] : [call.openstack]),
    ...(call.glance === undefined ? [] : [call.glance]),
  ]);
  const imsTerms = ims.calls.flatMap((call) => [
    callTerm(call),
    ...(call.sdkOperation === undefined ? [] : [call.sdkOperation]),
  ]);
  return [...(searchWords[operation.id] ?? []), ...glanceTerms, ...imsTerms];
}

function callTerm({ method, path }: { readonly method: string; readonly path: string }): string {
  return `${method} ${path}`;
}
