import { findEmbeddedPlace } from '../explain/embedded-place';
import { isMeaningful } from '../record/already-masked';
import { readIpAddress } from '../record/ip-address';
import type { Field, Trace } from '../record/trace';
import { findRedactionsIn } from '../secrets/redactions';
import { type JsonValue, tryParse } from '../text/json';
import { endOf, overlaps, type Span, shiftSpan } from '../text/span';

/**
 * A value that traces can have in common. An `id`, an `address` or an `access-key` is the same thing wherever it is; the
 * others are names, which mean something in their places only.
 */
export type SoughtKind = 'id' | 'address' | 'access-key' | NameKind;

export type NameKind = 'user' | 'account' | 'name' | 'operation';

export interface SoughtValue {
  readonly kind: SoughtKind;
  readonly value: string;
}

export interface FoundValue extends SoughtValue {
  /** The value, or the part of it that is an id; counts from the first character of the trace. */
  readonly span: Span;
}

/** The fields whose value is JSON, plain or in a string, or text in which ids are named. */
const textFields: readonly string[] = ['user', 'request', 'response', 'message', 'resource_url'];

const idFields: readonly string[] = [
  'resource_id',
  'resource_account_id',
  'project_id',
  'domain_id',
  'enterprise_project_id',
  'trace_id',
  'request_id',
];

/** In UTF-16 units. Longer values are not searched for what is at the cursor: that could not be fast. */
const maxFieldLength = 128 * 1024;

/** The value at an offset that other traces may have, too; `undefined` if it is none, or a credential. */
export function findSoughtValue(trace: Trace, offset: number): FoundValue | undefined {
  const field = trace.fields().find(({ valueSpan: { offset: start, length } }) => {
    return offset >= start && offset < start + length;
  });
  if (field === undefined || field.valueSpan.length > maxFieldLength || isCredential(trace, field, offset))
    return undefined;
  if (textFields.includes(field.name)) return findInText(trace, field, offset);
  const text = scalarText(field.value);
  const kind = text === undefined ? undefined : kindOfField(field.name, text);
  return kind && text !== undefined ? { kind, value: text, span: field.valueSpan } : undefined;
}

/** What a value is by the place it has in a trace; `undefined` in any other place. */
export function nameKindOf(field: string, keys: readonly string[]): NameKind | undefined {
  if (field === 'resource_name') return 'name';
  if (field === 'operation_id') return 'operation';
  const [key = '', parent] = keys.toReversed();
  if (/^(?:domain|account)_?name$/i.test(key)) return 'account';
  if (/^user_?name$/i.test(key)) return 'user';
  if (field === 'user') return key !== 'name' ? undefined : parent === 'domain' ? 'account' : 'user';
  return (field === 'request' || field === 'response') && nameKey.test(key) ? 'name' : undefined;
}

const nameKey = /(?:^|_)name$|[a-z]Name$/;

/** The fields in which a name of a kind is looked for. */
export const fieldsOfName: Readonly<Record<NameKind, readonly string[]>> = {
  user: ['user', 'request', 'response'],
  account: ['user', 'request', 'response'],
  name: ['resource_name', 'request', 'response'],
  operation: ['operation_id'],
};

/** The characters of an id, and of an address. A value in a text ends before any other. */
export const idCharacter = /[0-9A-Za-z_-]/;
export const addressCharacter = /[0-9A-Za-z.:]/;

function kindOfField(name: string, text: string): SoughtKind | undefined {
  if (idFields.includes(name)) return kindOfId(text);
  if (name === 'source_ip') return readIpAddress(text) === undefined ? undefined : 'address';
  return kindOfName(name, [], text);
}

/** Ids are written where names are expected, too. */
function kindOfName(field: string, keys: readonly string[], text: string): SoughtKind | undefined {
  const kind = isMeaningful(text) ? nameKindOf(field, keys) : undefined;
  return kind !== undefined && isStrictId(text) ? 'id' : kind;
}

function findInText(trace: Trace, field: Field, offset: number): FoundValue | undefined {
  const { offset: start } = field.valueSpan;
  const place = findEmbeddedPlace(trace.text.slice(start, endOf(field.valueSpan)), offset - start);
  if (place === undefined) return findToken(trace.text, offset);
  const text = scalarText(tryParse(place.json) as JsonValue | undefined);
  if (place.kind === 'key' || text === undefined) return undefined;
  const isAccessKey = accessKeyName.test(place.keys.at(-1) ?? '') && isMeaningful(text);
  const kind = isAccessKey ? 'access-key' : kindOfName(field.name, place.keys, text);
  return kind ? { kind, value: text, span: shiftSpan(place.span, start) } : findToken(trace.text, offset);
}

const accessKeyName = /^(?:access_?key(?:_?id)?|ak)$/i;

/** An id or address in a text: as one is in the path of a URL, or in a message. */
function findToken(text: string, offset: number): FoundValue | undefined {
  const address = tokenAt(text, offset, addressCharacter);
  if (address && readIpAddress(address.value) !== undefined) return { kind: 'address', ...address };
  const id = tokenAt(text, offset, idCharacter);
  const kind = id && kindOfId(id.value);
  return kind && id ? { kind, ...id } : undefined;
}

function tokenAt(text: string, offset: number, characters: RegExp): Omit<FoundValue, 'kind'> | undefined {
  let start = offset;
  let end = offset;
  while (start > 0 && offset - start < maxTokenLength && characters.test(text.charAt(start - 1))) start--;
  while (end < text.length && end - offset < maxTokenLength && characters.test(text.charAt(end))) end++;
  // What follows a backslash belongs to an escape
  if (text.charAt(start - 1) === '\\') start += text.charAt(start) === 'u' ? 5 : 1;
  if (start >= end) return undefined;
  return { value: text.slice(start, end), span: { offset: start, length: end - start } };
}

const maxTokenLength = 200;

function kindOfId(text: string): SoughtKind | undefined {
  if (accessKeyForm.test(text)) return 'access-key';
  return isStrictId(text) || isLongId(text) ? 'id' : undefined;
}

/** The form of the ids of access keys, in which a project or a resource has none. */
const accessKeyForm = /^(?=.*[0-9])(?=.*[A-Z])[0-9A-Z]{20}$/;

/** Whether a text is a UUID, with the prefix of a request or not, or one without hyphens. */
export function isStrictId(text: string): boolean {
  return /^(?:req-)?[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i.test(text);
}

/** Whether a text is too long and too mixed to be anything but an id. */
function isLongId(text: string): boolean {
  return /^(?=.*[0-9])(?=.*[A-Za-z])[0-9A-Za-z_-]{16,200}$/.test(text);
}

function scalarText(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value.length <= maxTokenLength ? value.trim() : undefined;
}

/** Whether the value at an offset is masked in copies and hovers: it must not be searched for, nor shown in a title. */
function isCredential({ text }: Trace, { name, valueSpan }: Field, offset: number): boolean {
  const { offset: start } = valueSpan;
  const cursor = { offset: offset - start, length: 1 };
  return findRedactionsIn(text.slice(start, endOf(valueSpan)), name).some(({ hidden }) =>
    overlaps(hidden, cursor),
  );
}
