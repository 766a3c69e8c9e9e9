/** Different values, counted exactly up to {@link maxDistinct}. */
export interface Distinct {
  /** A list while they are few, which takes far less memory; none once there are too many. */
  values: readonly string[] | Set<string>;
  /** Whether there are more than {@link maxDistinct}. */
  isMore: boolean;
}

/** How many different values are counted; above it, it is only known that there are more. */
export const maxDistinct = 1000;
const maxListed = 8;

export function createDistinct(): Distinct {
  return { values: none, isMore: false };
}

/** Adds a value in place. */
export function addDistinct(distinct: Distinct, value: string): void {
  if (distinct.isMore) return;
  const { values } = distinct;
  if (values instanceof Set) {
    values.add(value);
    if (values.size > maxDistinct) forget(distinct);
  } else if (!values.includes(value)) {
    const more = [...values, value];
    distinct.values = more.length > maxListed ? new Set(more) : more;
  }
}

/** Adds the values of another in place. */
export function addAllDistinct(distinct: Distinct, { values, isMore }: Distinct): void {
  if (isMore) forget(distinct);
  else for (const value of values) addDistinct(distinct, value);
}

/** `undefined` if there are more than {@link maxDistinct}. */
export function countDistinct({ values, isMore }: Distinct): number | undefined {
  if (isMore) return undefined;
  return values instanceof Set ? values.size : values.length;
}

function forget(distinct: Distinct): void {
  distinct.values = none;
  distinct.isMore = true;
}

/** Shared, as most groups have a single value or none. */
const none: readonly string[] = [];
