/** Different values, counted exactly up to {@link maxDistinct}. */
export interface Distinct {
  /** A list while they are few, which takes far less memory; none once there are too many. */
  values: string[] | Set<string>;
  /** Whether there are more than {@link maxDistinct}. */
  isMore: boolean;
}

/** How many different values are counted; above it, it is only known that there are more. */
export const maxDistinct = 1000;
const maxListed = 8;

export function createDistinct(): Distinct {
  return { values: [], isMore: false };
}

/** Adds a value in place. */
export function addDistinct(distinct: Distinct, value: string): void {
  if (distinct.isMore) return;
  const { values } = distinct;
  if (Array.isArray(values)) {
    if (values.includes(value)) return;
    if (values.length < maxListed) values.push(value);
    else distinct.values = new Set([...values, value]);
  } else {
    values.add(value);
    if (values.size > maxDistinct) forget(distinct);
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
  return Array.isArray(values) ? values.length : values.size;
}

function forget(distinct: Distinct): void {
  distinct.values = [];
  distinct.isMore = true;
}
