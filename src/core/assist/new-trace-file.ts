import { isLineDelimited } from '../file/json-lines';
import { headOf } from '../file/may-hold-traces';
import { findPastedForm } from '../file/pasted-text';
import { searchFurther, sniffContent } from '../file/sniff-content';
import { formatInSteps } from '../formatting/format';
import type { Localizer } from '../text/localization';
import { textSource } from '../text/text-source';
import { pastedTexts } from './language-status';

/** The content of a new file and its language in the editor. */
export interface NewTraceFile {
  readonly text: string;
  readonly languageId: 'json' | 'jsonl';
}

/**
 * Makes a file of traces that were copied. Text of a single line is laid out over lines, by whitespace outside of strings
 * alone; any other text stays as it is. Yields now and then, so that the caller can check the clock.
 *
 * @returns `undefined` if the text contains no traces
 */
export function* newTraceFileInSteps(
  copied: string,
): Generator<number | undefined, NewTraceFile | undefined> {
  const text = copied.replace(/^\uFEFF/, '');
  const source = textSource(text);
  const sniffed = sniffContent(source, false);
  let found: number | boolean = sniffed === 'search' ? 0 : sniffed === 'yes';
  while (typeof found === 'number') {
    found = searchFurther(source, found);
    yield;
  }
  if (!found) return undefined;
  if (text.trim().includes('\n')) {
    return { text, languageId: isLineDelimited(source, false) ? 'jsonl' : 'json' };
  }
  const formatted = yield* formatInSteps(text, { isLineDelimited: false, lineBreak: '\n' });
  return { text: formatted.text, languageId: formatted.valueCount > 1 ? 'jsonl' : 'json' };
}

/** Says that copied text contains no traces, and what to copy instead if that can be told. */
export function noTracesText(copied: string, localizer: Localizer): string {
  const { t } = localizer;
  if (copied.trim() === '') return t('The clipboard contains no text');
  const form = findPastedForm(headOf(textSource(copied)));
  if (form === undefined) return t('The clipboard contains no CTS traces');
  const { text, detail } = pastedTexts(form, localizer);
  return t('The clipboard contains no JSON. {0}: {1}', text, detail);
}
