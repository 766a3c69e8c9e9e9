import type { FileVerdict } from '../../evidence/file-verdict';
import type { Verdict } from '../../evidence/verdict';
import { replaceControlCharacters } from '../../text/display-text';
import { type Localizer, numberText } from '../../text/localization';
import { reasonText, verdictName } from '../verdict-text';
import { overallVerdict, type VerifyReport } from '../verify-report';
import { doubtLines, holeLines, overallText, reachLines, remarkLines } from '../verify-texts';
import type { BucketNode } from './bucket-node';
import { capped, fileTexts } from './node-rows';

/** The gravest first. */
const kinds: readonly Verdict['kind'][] = ['does-not-hold', 'cannot-be-checked', 'not-covered', 'holds'];

const icons: Readonly<Record<Verdict['kind'], string>> = {
  holds: 'verified',
  'does-not-hold': 'error',
  'cannot-be-checked': 'question',
  'not-covered': 'circle-slash',
};

/** Whether signatures were checked, and how they can be: the command line says it in other words. */
function keyLines({ hasKey, digests }: VerifyReport, { t }: Localizer): readonly string[] {
  if (hasKey || digests.length === 0) return [];
  return [
    t("Signatures not checked. To check them, set 'ctsTrace.signatureKey' to the file with the public key"),
  ];
}

/** What `verify` came to: verdicts with their files, times that nothing covers, and what the verdicts do not say. */
export function verifyNode(report: VerifyReport, localizer: Localizer): BucketNode {
  const { t } = localizer;
  const overall = overallVerdict(report);
  const all = [...report.files, ...report.digests];
  const children = (): readonly BucketNode[] => [
    ...lineNodes('doubt', doubtLines(report, localizer), 'warning'),
    ...kinds.flatMap((kind) =>
      verdictNodes(
        kind,
        all.filter(({ verdict }) => verdict.kind === kind),
        localizer,
      ),
    ),
    ...unreadNodes(report, localizer),
    ...lineNodes('hole', holeLines(report, localizer), 'warning'),
    ...lineNodes('reach', reachLines(report, localizer), 'calendar'),
    ...lineNodes(
      'remark',
      [...keyLines(report, localizer), ...remarkLines({ ...report, hasKey: true }, localizer)],
      'info',
    ),
  ];
  return {
    id: 'verification',
    label: t('Verification'),
    description: overallText(overall, localizer),
    icon: icons[overall],
    children,
    isOpen: true,
  };
}

function verdictNodes(
  kind: Verdict['kind'],
  verdicts: readonly FileVerdict[],
  localizer: Localizer,
): readonly BucketNode[] {
  if (verdicts.length === 0) return [];
  const children = () =>
    capped(verdicts, localizer, `verdict ${kind}`, (verdict, index) =>
      fileRow(`verdict ${kind} ${index}`, verdict, localizer),
    );
  return [
    {
      id: `verdict ${kind}`,
      label: capitalized(verdictName(kind, localizer)),
      description: numberText(verdicts.length),
      icon: icons[kind],
      children,
    },
  ];
}

/** A row begins with a capital letter, as all others do; the name of a verdict also continues sentences. */
function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function fileRow(id: string, verdict: FileVerdict, localizer: Localizer): BucketNode {
  return {
    id,
    ...fileTexts(verdict.path ?? verdict.object ?? '', reasonText(verdict, localizer)),
    icon: 'file',
    path: verdict.path ?? verdict.listedBy,
  };
}

function unreadNodes({ unread }: VerifyReport, localizer: Localizer): readonly BucketNode[] {
  return capped(unread, localizer, 'unread', ({ path, reason }, index) => ({
    id: `unread ${index}`,
    label: replaceControlCharacters(path.slice(path.lastIndexOf('/') + 1)),
    description: replaceControlCharacters(reason),
    tooltip: replaceControlCharacters(`${path}\n${reason}`),
    icon: 'error',
    path,
  }));
}

function lineNodes(id: string, lines: readonly string[], icon: string): readonly BucketNode[] {
  return lines.map((line, index) => {
    const label = replaceControlCharacters(line);
    return { id: `${id} ${index}`, label, tooltip: label, icon };
  });
}
