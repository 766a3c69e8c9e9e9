import type { ArtifactLocation, Invocation, Notification } from 'sarif';
import { version } from '../../../../package.json';
import { missingLines } from '../../../core/bucket/coverage-lines';
import { type Localizer, numberText } from '../../../core/text/localization';
import type { FinishedInput } from '../checked-input';
import { summaryToJson } from '../json-report';
import { toJsonText } from '../json-text';
import type { Report, Totals } from '../report';
import { artifactLocationOf, baseId, folderUri } from './artifact-location';
import { KeptResults } from './kept-results';
import { messageText } from './message-text';
import { ruleDescriptors } from './rule-descriptors';

/** Of more inputs it is only said how many they are. */
const maxNotifications = 1000;

/** The place of a file, which is known before it is read, and whether it is packed, which is known afterwards. */
interface OpenFile {
  readonly location: ArtifactLocation;
  isPacked: boolean;
  locate(path: string): ArtifactLocation;
}

/**
 * SARIF 2.1.0: the format of tools that collect results of analyses. It is written at the end, as the gravest findings
 * are not known before.
 *
 * @param base the folder that relative addresses count from
 */
export function sarifReport(localizer: Localizer, base: string): Report {
  const results = new KeptResults(localizer);
  const notifications: Notification[] = [];
  let unnoted = 0;
  let open: OpenFile | undefined;
  const locate = (path: string | Uint8Array) => artifactLocationOf(path, base);
  return {
    *begin() {},
    beginFile({ path, location }) {
      open = { location: locate(location ?? path), isPacked: false, locate };
      return [];
    },
    findings(_, findings) {
      for (const finding of findings) if (open !== undefined) results.add({ finding, file: open });
      return [];
    },
    endFile(finished) {
      if (open === undefined) return [];
      open.isPacked = finished.isPacked;
      if (finished.note === undefined) return [];
      if (notifications.length < maxNotifications)
        notifications.push(notificationOf(finished, open, localizer));
      else unnoted++;
      return [];
    },
    *end(totals) {
      yield `{"$schema":"${schema}","version":"2.1.0","runs":[{"tool":${toJsonText(toolOf(localizer))},\n`;
      yield `"language":"${localizer.language === 'en' ? 'en-US' : 'zh-CN'}","columnKind":"utf16CodeUnits",`;
      yield `"originalUriBaseIds":${toJsonText({ [baseId]: { uri: folderUri(base) } })},\n"results":[`;
      let separator = '\n';
      for (const result of results.results(totals.acceptance !== undefined)) {
        yield `${separator}${toJsonText(result)}`;
        separator = ',\n';
      }
      const all = [...notifications, ...notificationsAtEnd(totals, unnoted, localizer)];
      yield `\n],"invocations":[${toJsonText(invocationOf(totals, all))}],\n`;
      yield `"properties":${toJsonText(propertiesOf(totals))}}]}\n`;
    },
  };
}

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

function toolOf({ language }: Localizer) {
  const driver = { name: 'CTS Trace Lens', version, semanticVersion: version };
  return { driver: { ...driver, rules: ruleDescriptors(language) } };
}

function notificationOf(
  { path, note = '', outcome }: FinishedInput,
  { location }: OpenFile,
  { t }: Localizer,
): Notification {
  const isUnread = outcome.kind === 'unreadable' || outcome.kind === 'read-in-part';
  return {
    level: isUnread ? 'error' : 'warning',
    message: messageText(t('"{0}" {1}', path, note)),
    locations: [{ physicalLocation: { artifactLocation: location } }],
  };
}

function notificationsAtEnd(
  { coverage, acceptance }: Totals,
  unnoted: number,
  localizer: Localizer,
): Notification[] {
  const { t } = localizer;
  const unmatched = acceptance?.unmatched?.length ?? 0;
  const warnings = [
    ...(unnoted > 0 ? [t('Notes on {0} more files, which are not listed', numberText(unnoted))] : []),
    ...missingLines(coverage, localizer),
    ...(unmatched > 0 ? [t('Accepted findings no longer found: {0}', numberText(unmatched))] : []),
  ];
  return warnings.map((text) => ({ level: 'warning', message: messageText(text) }));
}

function invocationOf({ summary, isCutShort }: Totals, notifications: Notification[]): Invocation {
  return {
    executionSuccessful: summary.isWhole && !isCutShort,
    ...(notifications.length > 0 && { toolExecutionNotifications: notifications }),
  };
}

function propertiesOf({ summary, coverage, acceptance }: Totals) {
  const accepted = acceptance && { count: acceptance.count };
  return { summary: summaryToJson(summary), coverage, accepted };
}
