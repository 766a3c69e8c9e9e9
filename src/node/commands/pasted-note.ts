import type { PastedForm } from '../../core/file/pasted-text';
import type { Localizer } from '../../core/text/localization';

/** Why a trace that was pasted in some other form than JSON was not checked, and what to do about it. */
export function pastedNote(form: PastedForm, { t }: Localizer): string {
  switch (form) {
    case 'names-and-values':
      return t(
        'is not a trace file: it has the fields of a trace as plain text, like the expanded row in the console; open "View Trace" there and copy the JSON',
      );
    case 'single-quotes':
      return t(
        'is not a trace file: it has a trace as a Python dict, in single quotes, not as JSON; print it with json.dumps',
      );
    case 'unquoted-keys':
      return t(
        'is not a trace file: it has a trace as an object printed by a program, with unquoted keys, not as JSON; print it as JSON, in JavaScript with JSON.stringify',
      );
    case 'quoted-lines':
      return t(
        'is not a trace file: each line of the JSON starts with ">", as in a Markdown or mail quote; remove the ">"',
      );
    case 'lost-underscores':
      return t(
        'is not a trace file: the field names of its trace have lost their underscores ("tracename" instead of "trace_name"); get the trace from another source',
      );
  }
}
