import type { Localizer } from '../text/localization';
import { mayBeMisread } from './file-names';

/** Why an input could not be opened or read. @param code that of the system, or another reason */
export function openErrorText(path: string, code: string, { t }: Localizer): string {
  switch (code) {
    case 'ENOENT':
      if (mayBeMisread(path))
        return t('cannot be opened: its name is not valid UTF-8. Check the folder that contains it instead');
      return t('cannot be opened: no such file or folder');
    case 'EACCES':
    case 'EPERM':
      return t('cannot be opened: permission denied');
    case 'ELOOP':
      return t('cannot be opened: the link points back to itself');
    case 'ENAMETOOLONG':
      return t(
        'cannot be opened: the path is too long. Change to a folder closer to it and check from there',
      );
    case 'EISDIR':
      return t('is a folder. Name a file in it');
    case 'EFBIG':
      return t('is too large to be read here. Use the command line');
    case 'link':
      return t('is a link to a folder, which is not followed here');
    case 'misread':
      return t('cannot be opened here: its name is not valid UTF-8. Use the command line');
    case 'EIO':
      return t('could not be read to its end: the device reports an error (EIO)');
    default:
      return t('cannot be opened: {0}', code);
  }
}

/** The code of the system, or whatever else was thrown, as text. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
