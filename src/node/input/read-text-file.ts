import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { codeOf, openErrorText } from '../../core/jobs/open-error';
import type { Localizer } from '../../core/text/localization';
import { type DecodedText, type DecodeProblem, decode } from './decode';
import type { Location } from './location';

/** Longer files are no catalogs; in bytes. */
const maxLength = 256 * 1024 * 1024;

/** Reads a text file that belongs to the user rather than to the evidence. @returns the localised reason if it cannot be read */
export function readTextFile(
  location: Location,
  localizer: Localizer,
): DecodedText | { readonly reason: string } {
  try {
    const bytes = readBytes(location);
    const decoded = bytes === undefined ? ({ problem: 'too-long' } as const) : decode(bytes);
    return 'text' in decoded ? decoded : { reason: decodeProblemText(decoded.problem, localizer) };
  } catch (error) {
    return { reason: openErrorText(String(location), codeOf(error), localizer) };
  }
}

function readBytes(location: Location): Uint8Array | undefined {
  const file = openSync(location, 'r');
  try {
    return fstatSync(file).size > maxLength ? undefined : readFileSync(file);
  } finally {
    closeSync(file);
  }
}

function decodeProblemText(problem: DecodeProblem, { t }: Localizer): string {
  switch (problem) {
    case 'gzip':
    case 'zip':
      return t('is packed. Unpack it first');
    case 'binary':
      return t('is not text: it contains NUL characters. UTF-16 must begin with a byte order mark');
    case 'too-long':
      return t('is too large to read');
  }
}
