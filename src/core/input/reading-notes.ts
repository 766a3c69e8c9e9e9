import { replaceControlCharacters } from '../text/display-text';
import type { Localizer } from '../text/localization';
import type { InvalidBytes, StopReason } from './evidence-reader';
import type { GzipOutcome } from './gunzip';

/** A sentence about a file, whose subject is its name. */
export function noteAbout(file: string, note: string, { t }: Localizer): string {
  return t('"{0}" {1}', replaceControlCharacters(file), note);
}

/** The same in a list that has the name of the file already, which would push the note out of sight. */
export function noteHereText(note: string, { t }: Localizer): string {
  return t('This file {0}', note);
}

/** How the gzipped data of a file ended; like all notes here it continues a sentence that begins with the file. */
export function gzipNote(outcome: Exclude<GzipOutcome, 'whole'>, { t }: Localizer): string {
  switch (outcome) {
    case 'cut':
      return t(
        'is cut off: the gzipped data ends too early. What could be unpacked was read. Download it again',
      );
    case 'damaged':
      return t('is damaged: the gzipped data cannot be unpacked to its end. What could be unpacked was read');
    case 'wrong-checksum':
      return t('was read, but the checksum of its gzipped data is wrong: it is not what was compressed');
    case 'bytes-after-end':
      return t('has bytes after the end of its gzipped data, which were not read');
  }
}

/** Why a file was not read, or not to its end. */
export function stopNote(reason: StopReason, { t }: Localizer): string {
  switch (reason.kind) {
    case 'zip':
      return t(
        'is a ZIP archive or an Excel table. Unzip an archive first; a table exported from the console lacks most of each record, so use the trace files in OBS instead',
      );
    case 'gzip':
      return t("is gzipped twice. Unzip it once first: 'gunzip FILE'");
    case 'binary':
      return t('is not text: it contains NUL characters. UTF-16 must begin with a byte order mark');
    case 'too-long':
      return t(
        'was read up to line {0}, column {1}: the value that begins there is longer than 64 million characters',
        reason.position.line + 1,
        reason.position.column + 1,
      );
  }
}

export function invalidBytesNote({ encoding, position }: InvalidBytes, { t }: Localizer): string {
  return t(
    'is not valid {0}. Invalid bytes were read as "�", the first at line {1}, column {2}',
    encoding,
    position.line + 1,
    position.column + 1,
  );
}
