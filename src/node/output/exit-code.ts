import { type Severity, severities } from '../../core/rules/severity';
import type { Summary } from './report';

export const exitCodes = {
  /** No findings at or above the severity of `--fail-on`. */
  clean: 0,
  /** Findings; for `explain` and `catalog`, an unknown name or service; for `verify`, evidence that does not hold. */
  found: 1,
  /** Usage error, or an input that could not be read to its end. */
  trouble: 2,
  /** For `verify`: something that was asked for could not be checked. */
  unverified: 3,
  /** The user interrupted it: 128 and the number of SIGINT, as shells have it. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Unread evidence must not pass as clean. */
export function exitCodeOfCheck({ bySeverity, isWhole }: Summary, failOn: Severity): ExitCode {
  if (!isWhole) return exitCodes.trouble;
  const failing = severities.slice(0, severities.indexOf(failOn) + 1);
  return failing.some((severity) => bySeverity[severity] > 0) ? exitCodes.found : exitCodes.clean;
}
