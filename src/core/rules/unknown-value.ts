import { attributes } from '../catalog/attributes';
import { fold } from '../catalog/close-names';
import { editDistance } from '../catalog/distance';
import type { Attribute } from '../catalog/types';
import type { Voice } from '../language';
import { isTelling } from '../masked';
import { findField, findText, type Trace } from '../trace';
import type { Report, TraceRule } from './rule';
import { quotedList, replaceText, shown } from './wording';

const listed = attributes.filter((attribute) => attribute.values !== undefined);
/** Values are short words: more slips than these make another word. */
const mostSlips = 2;
const longestWord = 40;

/** A `trace_rating`, `trace_status` or `trace_type` that is none of the documented values, letter by letter. */
export const unknownValue: TraceRule = {
  id: 'unknown-value',
  level: 'warning',
  check(trace, voice) {
    const reports: Report[] = [];
    for (const attribute of listed) {
      const value = findText(trace, attribute.name);
      if (value === undefined || isListed(attribute, value) || !isTelling(value)) continue;
      reports.push(...report(trace, attribute, voice));
    }
    return reports;
  },
};

function isListed({ values = [] }: Attribute, written: string): boolean {
  return values.some(({ value }) => value === written);
}

function report(trace: Trace, { name, values = [] }: Attribute, voice: Voice): readonly Report[] {
  const field = findField(trace, name);
  if (typeof field?.value !== 'string') return [];
  const written = field.value;
  const known = values.map(({ value }) => value);
  const close = known.filter((value) => isClose(written, value));
  const message = voice.t('unknown {0} "{1}": expected {2}', name, shown(written), quotedList(known, voice));
  const fixes = close.map((value) => replaceText(voice, field.valueSpan, value));
  return [{ message, span: field.valueSpan, value: written, fixes }];
}

function isClose(written: string, value: string): boolean {
  return written.length <= longestWord && editDistance(fold(written), fold(value)) <= mostSlips;
}
