import { editDistance } from '../catalog/edit-distance';
import { fold } from '../catalog/known-names';
import { attributes } from '../catalog/rows/attributes';
import type { Attribute } from '../catalog/rows/types';
import { isTelling } from '../record/masked';
import { fieldOf, findText, type Trace } from '../record/trace';
import type { Voice } from '../text/localization';
import { none, type Report, type Sighting, type TraceRule } from './rule';
import { quotedList, replaceText, shown } from './wording';

const listed = attributes.flatMap((attribute) =>
  attribute.values === undefined || attribute.name.includes('.')
    ? []
    : [{ attribute, name: attribute.name, known: new Set(attribute.values.map(({ value }) => value)) }],
);
/** Values are short words: more slips than these make another word. */
const mostSlips = 2;
const longestWord = 40;

/** A `trace_rating`, `trace_status` or `trace_type` that is none of the documented values, letter by letter. */
export const unknownValue: TraceRule = {
  id: 'unknown-value',
  level: 'warning',
  check(trace) {
    let sightings: Sighting[] | undefined;
    for (const { attribute, name, known } of listed) {
      const value = findText(trace, name);
      if (value === undefined || known.has(value) || !isTelling(value)) continue;
      sightings ??= [];
      sightings.push({ value, report: (voice) => report(trace, { attribute, written: value }, voice) });
    }
    return sightings ?? none;
  },
};

interface UnknownValue {
  readonly attribute: Attribute;
  readonly written: string;
}

function report(trace: Trace, { attribute, written }: UnknownValue, voice: Voice): Report {
  const { name, values = [] } = attribute;
  const { valueSpan } = fieldOf(trace, name);
  const known = values.map(({ value }) => value);
  const close = known.filter((value) => isClose(written, value));
  const message = voice.t('unknown {0} "{1}": expected {2}', name, shown(written), quotedList(known, voice));
  const fixes = close.map((value) => replaceText(voice, valueSpan, value));
  return { message, span: valueSpan, fixes };
}

function isClose(written: string, value: string): boolean {
  return written.length <= longestWord && editDistance(fold(written), fold(value)) <= mostSlips;
}
