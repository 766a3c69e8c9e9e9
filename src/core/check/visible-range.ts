import { nextRecordFrom } from '../reading/resume-points';
import { type TextSource, textSource } from '../text/text-source';
import type { CheckSettings } from './check-settings';
import { CheckedFile } from './checked-file';
import { type Finding, shiftFinding } from './finding';

/** How much around the visible range is read, so that traces which begin before it are found; in UTF-16 units. */
const margin = 16 * 1024;
/** Bounds the range in a file of a single line, of which far less is visible. */
const maxRangeLength = 64 * 1024;

/**
 * The findings in the visible range of a large file, until the check of the whole file replaces them. Syntax errors are
 * left out, because the range may cut records.
 */
export function checkVisibleRange(
  source: TextSource,
  settings: CheckSettings,
  visible: { readonly start: number; readonly end: number },
): readonly Finding[] {
  const start = Math.max(0, visible.start - margin);
  const end = Math.min(source.length, visible.end + margin, start + maxRangeLength);
  const text = source.slice(start, end);
  const first = nextRecordFrom(text, 0);
  const file = new CheckedFile(textSource(text.slice(first)), {
    ...settings,
    isSyntaxReportedElsewhere: true,
  });
  file.read(() => true);
  return file.findings().map((finding) => shiftFinding(finding, start + first));
}
