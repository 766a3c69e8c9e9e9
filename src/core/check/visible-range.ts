import { findNextRecord } from '../reading/resynchronize';
import { type TextSource, textSource } from '../text/text-source';
import type { CheckSettings } from './check-settings';
import { CheckedFile } from './checked-file';
import { type Finding, shiftFinding } from './finding';

/** How much around the lines on screen is read for the traces that begin before them, in UTF-16 units. */
const margin = 16 * 1024;
/** What is on screen of a file of one line is less than this. */
const longestRange = 64 * 1024;

/**
 * The findings of the traces on screen, before a large file is read: only whole records between the first and the last
 * one that can be told apart. What the reading of the file finds takes their place.
 */
export function checkVisibleRange(
  source: TextSource,
  settings: CheckSettings,
  screen: { readonly start: number; readonly end: number },
): readonly Finding[] {
  const start = Math.max(0, screen.start - margin);
  const end = Math.min(source.length, screen.end + margin, start + longestRange);
  const text = source.slice(start, end);
  const first = findNextRecord(text, 0);
  const file = new CheckedFile(textSource(text.slice(first)), {
    ...settings,
    isSyntaxReportedElsewhere: true,
  });
  file.read(() => true);
  return file.findings().map((finding) => shiftFinding(finding, start + first));
}
