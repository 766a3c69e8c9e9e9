import type { Attribute } from '../../catalog/rows/row-types';
import { explainFieldName } from '../../explain/field-name';
import type { ExplainSettings } from '../../explain/parts/explanation';
import type { Trace } from '../../record/trace';
import type { Localizer } from '../../text/localization';
import { toMarkdown } from '../../text/markdown';
import type { Span } from '../../text/span';
import { findKeySlot, type KeySlot } from './key-slot';
import { fieldsToOffer, valueSnippet } from './value-snippet';

/** A key, or a whole trace, to offer at the cursor. */
export interface SnippetCompletion {
  readonly kind: 'key' | 'trace';
  readonly label: string;
  /** A short description in the user's language. */
  readonly detail: string;
  /** What is inserted, in the editor's snippet syntax. */
  readonly snippet: string;
  /** Whether values can be completed right after it. */
  readonly suggestsNext: boolean;
  /** The explanation as Markdown, built on demand. */
  explain(): string;
}

export interface SnippetCompletions {
  /** The text to replace. Counts from the first character of the trace. */
  readonly span: Span;
  /** The likeliest first. */
  readonly items: readonly SnippetCompletion[];
}

/**
 * The keys that the trace lacks: the six that every trace has first, then the most frequent.
 *
 * @param offset counts from the first character of the trace
 * @returns `undefined` if no key of the trace itself may stand there
 */
export function completeKeysAt(
  trace: Trace,
  offset: number,
  settings: ExplainSettings,
): SnippetCompletions | undefined {
  const slot = findKeySlot(trace, offset);
  if (slot === undefined) return undefined;
  const missing = fieldsToOffer.filter(({ name, olderName }) => !hasAny(slot, [name, olderName]));
  return { span: slot.span, items: missing.map((field) => toCompletion(field, slot, settings)) };
}

function hasAny({ present }: KeySlot, names: readonly (string | undefined)[]): boolean {
  return names.some((name) => name !== undefined && present.has(name));
}

function toCompletion(
  field: Attribute,
  { hasValue, needsComma }: KeySlot,
  { localizer, now }: ExplainSettings,
): SnippetCompletion {
  const { name } = field;
  const value = valueSnippet(field, 1, now);
  const member = hasValue ? '' : `: ${value.text}${needsComma ? ',' : ''}`;
  return {
    kind: 'key',
    label: name,
    detail: detailOf(field, localizer),
    snippet: `"${name}"${member}`,
    suggestsNext: !hasValue && value.isCompleted,
    explain: () => toMarkdown(explainFieldName(name, localizer) ?? []),
  };
}

function detailOf({ mandatory }: Attribute, { t }: Localizer): string {
  return mandatory ? t('Required: one of the six fields in every trace') : t('Optional');
}
