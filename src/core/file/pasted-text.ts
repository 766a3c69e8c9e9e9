import { classifyKeys } from '../reading/record-kind';
import { pastedKeys } from './may-hold-traces';

/**
 * A form in which people paste a trace that is not JSON of one. The names of the fields are there, so it is certain
 * what it was; it is told apart, never repaired.
 *
 * - `names-and-values`: a field per line, as copied from the expanded row of the console's list
 * - `single-quotes`: a dict as Python prints it
 * - `unquoted-keys`: an object or map as JavaScript or Java print it
 * - `quoted-lines`: JSON with `>` before each line, as Markdown and mail quote it
 * - `lost-underscores`: JSON whose page or converter changed the names of the fields, such as `tracename`
 */
export type PastedForm =
  | 'names-and-values'
  | 'single-quotes'
  | 'unquoted-keys'
  | 'quoted-lines'
  | 'lost-underscores';

/** How much is searched from the first name of a field on, and before it; in UTF-16 units. */
const searchedLength = 64 * 1024;
const searchedBefore = 4 * 1024;

/**
 * The form of the first trace in a text in which no trace can be read; `undefined` if none is recognised. Needs the
 * names that make an object a trace and a rating: a description of the fields, or code that uses them, is no trace.
 */
export function findPastedForm(text: string): PastedForm | undefined {
  const section = findSection(text);
  if (section === undefined || !rating.test(section)) return undefined;
  return forms.find(({ pattern, keyOf }) => {
    const keys = Array.from(section.matchAll(pattern), ([, key = '']) => keyOf?.(key) ?? key);
    return classifyKeys(new Set(keys)) === 'trace';
  })?.form;
}

function findSection(text: string): string | undefined {
  const found = pastedKeys.map((key) => text.indexOf(key)).filter((at) => at >= 0);
  if (found.length === 0) return undefined;
  const start = Math.max(0, Math.min(...found) - searchedBefore);
  return text.slice(start, start + searchedLength);
}

const fields = [
  ...['trace_name', 'trace_type', 'trace_rating', 'trace_status', 'trace_id'],
  ...['service_type', 'resource_type', 'record_time', 'time'],
];
/** What became of an underscore: nothing, or an escape. */
const lostUnderscore = '(?:\\\\{1,2}_)?';
const field = `(${fields.join('|')})`;
const mangledField = `(${fields.map((name) => name.replace('_', lostUnderscore)).join('|')})`;
const fieldsByLetters = new Map(fields.map((name) => [lettersOf(name), name]));

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}

/** A rating with one of its values behind it, however both are written. */
const rating = new RegExp(
  `trace(?:_|${lostUnderscore})(?:rating|status)[^\\w]{1,12}(?:normal|warning|incident)\\b`,
  'i',
);

interface FormOfText {
  readonly form: PastedForm;
  /** Finds the names of fields in the text; bounded, so that it cannot backtrack far. */
  readonly pattern: RegExp;
  /** The name of the field, if it is written differently. */
  keyOf?(written: string): string | undefined;
}

/** In the order in which they are tried. */
const forms: readonly FormOfText[] = [
  { form: 'quoted-lines', pattern: new RegExp(`^ {0,3}>[> ]{0,80}"${field}" {0,9}:`, 'gm') },
  { form: 'single-quotes', pattern: new RegExp(`'${field}'\\s{0,9}:`, 'g') },
  { form: 'unquoted-keys', pattern: new RegExp(`[{[,]\\s{0,40}${field} {0,9}[:=]`, 'g') },
  {
    form: 'names-and-values',
    pattern: new RegExp(`^[ \\t]{0,40}${field}(?:[ \\t]{0,9}[:：=|\\t]| {2,9}|[ \\t]?\\r?$)`, 'gm'),
  },
  {
    form: 'lost-underscores',
    pattern: new RegExp(`"${mangledField}"\\s{0,9}:`, 'gi'),
    keyOf: (written) => fieldsByLetters.get(lettersOf(written)),
  },
];
