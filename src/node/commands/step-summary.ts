import { appendFileSync } from 'node:fs';
import { codeOf } from '../../core/jobs/open-error';
import { type Io, writeNoticeAbout } from '../output/io';
import type { Report, Totals } from '../output/report';

/** Adds to the summary of the step in GitHub Actions, which several programs of a step may write to. */
export async function writeStepSummary(report: Report, totals: Totals, io: Io): Promise<void> {
  const { stepSummary: file } = io;
  if (file === undefined || report.stepSummary === undefined) return;
  try {
    appendFileSync(file, report.stepSummary(totals));
  } catch (error) {
    await writeNoticeAbout(io, file, io.localizer.t('cannot be written: {0}', codeOf(error)));
  }
}
