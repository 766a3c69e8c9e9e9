import type { MissingEvidence } from './coverage';
import { findObjectName } from './object-name';
import { isOutsideWindow, type NamedWindow, windowMargin } from './time-window';

/** What is missing from a window of time: without what certainly has no traces of it, by the times at which CTS delivers. */
export function missingInWindow(
  missing: readonly MissingEvidence[],
  window: NamedWindow,
): readonly MissingEvidence[] {
  return missing.filter((each) => mayMatter(each, window));
}

function mayMatter(missing: MissingEvidence, window: NamedWindow): boolean {
  switch (missing.kind) {
    case 'empty-hours':
    case 'hours-without-digest': {
      const { from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = window;
      return missing.range.to > from - windowMargin && missing.range.from <= until + windowMargin;
    }
    case 'listed-file': {
      const name = findObjectName(missing.object);
      return name === undefined || !isOutsideWindow(name, window);
    }
  }
}
