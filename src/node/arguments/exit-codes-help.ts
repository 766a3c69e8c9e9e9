import type { Localizer } from '../../core/text/localization';
import type { Request } from './command-requests';

type Line = readonly [code: number, meaning: string];

/** What the exit codes of a command mean, or those of all commands. */
export function exitCodesHelp(command: Request['command'] | undefined, { t }: Localizer): string {
  const lines = [...resultLines(command, t), ...commonLines(t)].sort(([one], [other]) => one - other);
  return [
    `\n${t('Exit codes:')}`,
    ...lines.map(([code, meaning]) => `${String(code).padStart(5)}  ${meaning}`),
  ].join('\n');
}

function commonLines(t: Localizer['t']): readonly Line[] {
  return [
    [2, t('Usage error, or an input that cannot be read to its end')],
    [130, t('Interrupted')],
  ];
}

function resultLines(command: Request['command'] | undefined, t: Localizer['t']): readonly Line[] {
  switch (command) {
    case 'check':
      return [
        [0, t("No findings at or above '--fail-on'")],
        [1, t("Findings at or above '--fail-on'")],
      ];
    case 'search':
    case 'summary':
      return [[0, t('Done, even if no trace was found')]];
    case 'verify':
      return [
        [0, t('The evidence holds')],
        [1, t('The evidence does not hold')],
        [3, t('Not all of the evidence could be checked')],
      ];
    case 'explain':
    case 'catalog':
      return [
        [0, t('Done')],
        [1, t('Unknown name')],
      ];
    case undefined:
      return [
        [0, t("Done; 'check': no findings at or above '--fail-on'")],
        [1, t('Findings, evidence that does not hold, or an unknown name')],
        [3, t("'verify': not all of the evidence could be checked")],
      ];
  }
}
