/** What the command line answers by its exit code. */
export const exitCodes = {
  /** Nothing at or above the severity to fail on. */
  clean: 0,
  /** Findings; nothing found, where a name or a service was asked for. */
  found: 1,
  /** Wrong use, or an input that could not be read. */
  trouble: 2,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
