import type { Problem, ProblemKind } from '../record/trace';
import type { Voice } from '../text/localization';
import { none, type Report, type Sighting, type TraceRule } from './rule';

/** Broken JSON: one finding a broken spot, with what can be done about it. */
export const jsonSyntax: TraceRule = {
  id: 'json-syntax',
  level: 'error',
  check(trace) {
    return trace.whole ? none : trace.problems().map(sightProblem);
  },
};

/** A broken spot, inside a record or between records. */
export function sightProblem({ kind, span }: Problem): Sighting {
  return { value: kind, report: (voice): Report => ({ message: messageOf(kind, voice), span }) };
}

function messageOf(kind: ProblemKind, voice: Voice): string {
  switch (kind) {
    case 'comma-missing':
      return voice.t('broken JSON: a comma is missing before this');
    case 'comma-extra':
      return voice.t('broken JSON: a comma too many');
    case 'colon-missing':
      return voice.t('broken JSON: a colon is missing behind the key');
    case 'value-missing':
      return voice.t('broken JSON: a value is missing before this');
    case 'bracket-missing':
      return voice.t('broken JSON: a closing bracket is missing before this');
    case 'text-unfinished':
      return voice.t('broken JSON: this text or number has no end');
    case 'text-invalid':
      return voice.t('broken JSON: an escape or a control character that JSON does not allow');
    case 'unexpected':
      return voice.t('broken JSON: unexpected text, reading goes on behind it');
    case 'cut':
      return voice.t('broken JSON: the closing bracket is missing, fetch the file again if it was cut off');
  }
}
