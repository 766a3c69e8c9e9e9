import type { Localizer } from '../../core/text/localization';

/** A question, and the arguments of each command that answers it. */
export type Example = readonly [question: string, ...args: readonly string[]];

/** Examples for the help of a command. */
export function examplesHelp(
  examplesOf: (localizer: Localizer) => readonly Example[],
  localizer: Localizer,
): string {
  const lines = examplesOf(localizer).flatMap(([question, ...commands]) => [
    `  ${question}`,
    ...commands.map((args) => `    cts-trace ${args}`),
  ]);
  return ['', localizer.t('Examples:'), ...lines].join('\n');
}
