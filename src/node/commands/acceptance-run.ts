import { type Acceptance, type FindingKey, findingKeyOf } from '../../core/accepted/acceptance';
import { AcceptedFindings } from '../../core/accepted/accepted-findings';
import { acceptedFileText, maxAcceptances } from '../../core/accepted/accepted-format';
import { unmatchedText } from '../../core/accepted/accepted-texts';
import { levelOf } from '../../core/check/effective-severity';
import type { PlacedFinding } from '../../core/check/placed-finding';
import { codeOf } from '../../core/jobs/open-error';
import { rules } from '../../core/rules/rules';
import type { RuleLevels } from '../../core/rules/severity';
import { numberText } from '../../core/text/localization';
import type { AcceptOptions } from '../arguments/accept-options';
import { loadAcceptances } from '../input/accepted-file';
import { type Io, writeNotice, writeNoticeAbout } from '../output/io';
import { replaceFile } from '../output/replace-file';
import type { ReportedFinding } from '../output/report';

/** More are only counted. */
const maxNamed = 20;

export interface AcceptanceOptions extends AcceptOptions {
  readonly rule: RuleLevels;
}

/** @returns `undefined` if a file of accepted findings cannot be used, which has been reported */
export async function openAcceptances(
  options: AcceptanceOptions,
  io: Io,
): Promise<AcceptanceRun | undefined> {
  const { accepted, writeAccepted } = options;
  const ofUser = accepted === undefined ? [] : await loadAcceptances(accepted, false, io);
  const before = writeAccepted === undefined ? [] : await loadAcceptances(writeAccepted, true, io);
  return ofUser && before && new AcceptanceRun(options, io, { ofUser, before });
}

/** The accepted findings of a run: those that files accept, and those that are written to one. */
export class AcceptanceRun {
  private readonly known: AcceptedFindings;
  /** Those that the file which is written has, or gets. */
  private readonly written: AcceptedFindings;
  private readonly countBefore: number;
  /** How many findings are in no trace with an id. */
  private unidentified = 0;

  constructor(
    private readonly options: AcceptanceOptions,
    private readonly io: Io,
    { ofUser, before }: { readonly ofUser: readonly Acceptance[]; readonly before: readonly Acceptance[] },
  ) {
    this.known = new AcceptedFindings([...ofUser, ...before]);
    this.written = new AcceptedFindings(before);
    this.countBefore = this.written.size;
  }

  /** Whether findings can be accepted in this run. */
  get isOn(): boolean {
    return this.options.accepted !== undefined || this.options.writeAccepted !== undefined;
  }

  /** Adds to a finding that it is accepted, if it is. */
  take(finding: PlacedFinding): ReportedFinding {
    if (!this.isOn) return finding;
    const key = findingKeyOf(finding);
    if (key === undefined) this.unidentified++;
    const accepted = key && (this.known.match(key) ?? this.accept(key));
    return accepted === undefined ? finding : { ...finding, accepted };
  }

  /** Those that no finding was found for. What rules that are off would find is not known. */
  unmatched(): readonly Acceptance[] {
    const off = new Set(
      rules.filter((rule) => levelOf(rule, this.options.rule) === 'off').map(({ id }) => id),
    );
    return this.known.unmatched().filter(({ rule }) => !off.has(rule));
  }

  async writeUnmatched(): Promise<void> {
    const { t } = this.io.localizer;
    const unmatched = this.unmatched();
    for (const key of unmatched.slice(0, maxNamed))
      await writeNotice(this.io, unmatchedText(key, this.io.localizer));
    const left = unmatched.length - maxNamed;
    if (left > 0)
      await writeNotice(this.io, t('… and {0} more accepted findings no longer found', numberText(left)));
  }

  /**
   * Writes the file that was asked for.
   *
   * @param isCutShort whether the run has ended early: then nothing is accepted
   * @returns whether nothing went wrong
   */
  async write(isCutShort: boolean): Promise<boolean> {
    const { writeAccepted: file } = this.options;
    if (file === undefined) return true;
    const { t } = this.io.localizer;
    if (isCutShort) {
      await writeNoticeAbout(this.io, file, t('was not written: the run was interrupted'));
      return false;
    }
    if (this.unidentified > 0)
      await writeNotice(
        this.io,
        t(
          'Findings that cannot be accepted, since they are in no trace whose trace_id is a UUID: {0}',
          numberText(this.unidentified),
        ),
      );
    const added = this.written.size - this.countBefore;
    if (added === 0) await writeNoticeAbout(this.io, file, t('is unchanged: there is nothing new to accept'));
    return added === 0 || this.writeFile(file, added);
  }

  private async writeFile(file: string, added: number): Promise<boolean> {
    const { t } = this.io.localizer;
    if (this.written.size > maxAcceptances) {
      const most = numberText(maxAcceptances);
      await writeNoticeAbout(
        this.io,
        file,
        t("was not written: it would accept more than {0} findings. Turn rules off with '--rule'", most),
      );
      return false;
    }
    try {
      replaceFile(file, [acceptedFileText(this.written.all())]);
    } catch (error) {
      await writeNoticeAbout(this.io, file, t('cannot be written: {0}', codeOf(error)));
      return false;
    }
    const note =
      added === 1 ? t('accepts 1 more finding') : t('accepts {0} more findings', numberText(added));
    await writeNoticeAbout(this.io, file, note);
    return true;
  }

  private accept(key: FindingKey): Acceptance | undefined {
    const { writeAccepted, reason, author } = this.options;
    if (writeAccepted === undefined || reason === undefined) return undefined;
    const date = new Date().toISOString().slice(0, 'yyyy-mm-dd'.length);
    const acceptance = { ...key, reason, ...(author === undefined ? {} : { author }), date };
    if (this.written.size <= maxAcceptances) this.written.add(acceptance);
    return acceptance;
  }
}
