import type { CheckedFile } from '../check/checked-file';
import type { LocatedTrace } from '../file/located-traces';
import { hasFailed, outcomeOf } from '../record/outcome';
import type { Localizer } from '../text/localization';
import type { Span } from '../text/span';
import { nameSpanOf } from './related-traces';

/**
 * Finds the next failed trace after an offset, starting over at the beginning of the file. Yields after each trace, so
 * that the caller can pause.
 *
 * @returns the span of its name in the file; `undefined` if no trace has failed
 */
export function* findNextFailure(file: CheckedFile, offset: number): Generator<void, Span | undefined> {
  const end = file.source.length;
  for (const start of [offset, 0]) {
    for (const located of file.tracesIn({ start, end, maxLength: end })) {
      const name = failureIn(located);
      if (name && (start === 0 || name.offset > offset)) return name;
      yield;
    }
  }
  return undefined;
}

/** Shown when there is no failed trace to go to. */
export function noFailureText({ t }: Localizer): string {
  return t('No trace in this file has failed');
}

/** Shown when a command needs a trace file and none is active. */
export function noTraceFileText({ t }: Localizer): string {
  return t('Open a trace file first');
}

function failureIn(located: LocatedTrace): Span | undefined {
  return hasFailed(outcomeOf(located.trace)) ? nameSpanOf(located) : undefined;
}
