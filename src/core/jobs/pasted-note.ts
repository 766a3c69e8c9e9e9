import type { PastedForm } from '../file/pasted-text';
import type { Localizer } from '../text/localization';

/** Why a trace that was pasted in some other form than JSON was not checked, and what to do about it. */
export function pastedNote(form: PastedForm, { t }: Localizer): string {
  switch (form) {
    case 'names-and-values':
      return t(
        'is not a trace file: the trace is plain text, like an expanded row in the console. Open "View Trace" there and copy the JSON',
      );
    case 'single-quotes':
      return t(
        'is not a trace file: the trace is a Python dict in single quotes, not JSON. Print it with json.dumps',
      );
    case 'unquoted-keys':
      return t(
        'is not a trace file: the trace has unquoted keys, as printed by a program, and is not JSON. Print it as JSON, for example with JSON.stringify',
      );
    case 'quoted-lines':
      return t(
        'is not a trace file: each line of the JSON starts with ">", as in a Markdown or email quote. Remove the ">"',
      );
    case 'lost-underscores':
      return t(
        'is not a trace file: the field names have lost their underscores ("tracename" instead of "trace_name"). Get the trace from another source',
      );
  }
}
