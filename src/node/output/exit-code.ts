export const exitCodes = {
  /** No findings at or above the severity of `--fail-on`. */
  clean: 0,
  /** Findings; for `explain` and `catalog`, an unknown name or service. */
  found: 1,
  /** Usage error, or an input that could not be read. */
  trouble: 2,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
