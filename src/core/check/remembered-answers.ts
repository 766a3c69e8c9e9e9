import type { Catalog } from '../catalog/catalog';
import type { Trace } from '../record/trace';
import type { TraceRule } from '../rules/rule';
import { traceRules } from '../rules/rules';
import type { JsonValue } from '../text/json';

/** The rules whose answer is remembered, see {@link TraceRule.fields}. */
const rememberedRules = traceRules.filter(({ fields }) => fields !== undefined);

/** The fields that decide whether one of them matches, but for the name of the event. */
const nameField = 'trace_name';
const otherFields = [...new Set(rememberedRules.flatMap(({ fields = [] }) => fields))].filter(
  (name) => name !== nameField,
);

interface Answer {
  /** In the order of {@link otherFields}. */
  readonly values: readonly (JsonValue | undefined)[];
  readonly matching: readonly TraceRule[];
}

/** Names of files may be anything: no more are remembered, and no more combinations with other values of each. */
const maxNames = 10_000;
const maxOfName = 32;
/** Longer values are no names; in UTF-16 units. */
const maxLength = 128;

/** Which rules match traces with the same names and ratings: most files have few different ones, again and again. */
export class RememberedAnswers {
  private readonly byName = new Map<string, Answer[]>();

  constructor(private readonly catalog: Catalog) {}

  /** The rules that match a well-formed trace, of those whose answer is remembered. */
  matchingRules(trace: Trace): readonly TraceRule[] {
    const name = trace.value(nameField);
    if (typeof name !== 'string') return this.findMatching(trace);
    const known = this.byName.get(name);
    if (known !== undefined)
      for (const answer of known) if (isAnswerFor(answer, trace)) return answer.matching;
    const matching = this.findMatching(trace);
    this.remember(name, known, { values: otherFields.map((field) => trace.value(field)), matching });
    return matching;
  }

  private findMatching(trace: Trace): readonly TraceRule[] {
    const matching = rememberedRules.filter((rule) => rule.check(trace, this.catalog).length > 0);
    return matching.length === 0 ? noneMatching : matching;
  }

  private remember(name: string, known: Answer[] | undefined, answer: Answer): void {
    if (name.length > maxLength || !answer.values.every(isMemorable)) return;
    if (known === undefined) {
      if (this.byName.size < maxNames) this.byName.set(name, [answer]);
    } else if (known.length < maxOfName) known.push(answer);
  }
}

/** Shared, so that the usual answer is told apart fast. */
export const noneMatching: readonly TraceRule[] = [];

function isAnswerFor({ values }: Answer, trace: Trace): boolean {
  for (let index = 0; index < values.length; index++)
    if (trace.value(otherFields[index] ?? '') !== values[index]) return false;
  return true;
}

function isMemorable(value: JsonValue | undefined): boolean {
  return typeof value === 'string' ? value.length <= maxLength : typeof value !== 'object' || value === null;
}

/** The answers for a catalog, kept for all files that are checked with it. */
export function answersFor(catalog: Catalog): RememberedAnswers {
  const known = byCatalog.get(catalog);
  if (known !== undefined) return known;
  const answers = new RememberedAnswers(catalog);
  byCatalog.set(catalog, answers);
  return answers;
}

const byCatalog = new WeakMap<Catalog, RememberedAnswers>();
