import type { Acceptance } from '../accepted/acceptance';
import { acceptanceText } from '../accepted/accepted-texts';
import { type Finding, messageOf } from '../check/finding';
import { severityName } from '../rules/severity';
import type { Localizer } from '../text/localization';
import { lines, strong, text, toMarkdown } from '../text/markdown';

/** Shown when there is nothing to do at the cursor. */
export function noActionsText({ t }: Localizer): string {
  return t('No actions at the cursor');
}

/**
 * A finding as a line of Markdown: its severity and message.
 *
 * @param lineOf the line of an offset, from 0
 */
export function findingText(
  finding: Finding,
  lineOf: (offset: number) => number,
  localizer: Localizer,
): string {
  const severity = strong(severityName(finding.severity, localizer));
  return toMarkdown([lines([severity, text(' · '), text(messageOf(finding, lineOf))])]);
}

/** A finding that is accepted, and why. */
export function acceptedFindingText(
  finding: Finding,
  acceptance: Acceptance,
  lineOf: (offset: number) => number,
  localizer: Localizer,
): string {
  const message = [
    text(messageOf(finding, lineOf)),
    text(' · '),
    text(acceptanceText(acceptance, localizer)),
  ];
  return toMarkdown([lines(message)]);
}
