import type { Localizer } from '../../core/text/localization';

/** A question, and the arguments that answer it. */
export type Example = readonly [question: string, args: string];

/** Examples for the help of a command. */
export function examplesHelp(
  examplesOf: (localizer: Localizer) => readonly Example[],
  localizer: Localizer,
): string {
  const lines = examplesOf(localizer).flatMap(([question, args]) => [
    `  ${question}`,
    `    cts-trace ${args}`,
  ]);
  return ['', localizer.t('Examples:'), ...lines].join('\n');
}
