import type { JsonType } from '../../text/json';
import type { Bilingual } from '../../text/localization';

/** In the newest list read (`current`), only in older lists (`withdrawn`), only in a published trace (`observed`). */
export type Listed = 'current' | 'withdrawn' | 'observed';

/** A catalogued event, identified by service, resource type and name together. */
export interface CatalogEvent {
  /** The `service_type`, in the spelling of the documentation. */
  readonly service: string;
  /** The `trace_name` exactly as documented, misspellings included. */
  readonly name: string;
  /** The `resource_type`. */
  readonly resourceType: string;
  readonly listed: Listed;
  /** Other documented spellings of the name: a search for one misses the others. */
  readonly twins: readonly string[];
}

/** An event known by its identifiers only: of a service other than IMS, or from a user's catalog. */
export interface ListedEvent extends CatalogEvent {
  /** The official operation name, in the languages in which it is known. */
  readonly label: Partial<Bilingual>;
  /** Other documented spellings that differ in letter case only; not repeated in `twins`. */
  readonly caseTwins: readonly string[];
  /** What public documents say of it; absent if only a user's catalog has it. */
  readonly published?: Published;
  /** The user's catalog that has it, if any. */
  readonly added?: Added;
}

/** How an event appears in the public documentation. */
export interface Published {
  readonly listed: Listed;
  /** Whether the documentation gives the `service_type`; otherwise it is derived from the page. */
  readonly isServiceTypeDocumented: boolean;
  /** Repository and path, or address, of each document; with `@revision` if an old revision was read. */
  readonly sources: readonly string[];
}

export interface Added {
  /** The file name of the user's catalog, as the user wrote it. */
  readonly file: string;
  /** The source that the catalog itself names. */
  readonly source?: string;
}

/** The table of the IMS user guide that a row is from: IMS's own operations or those it triggers on Glance. */
export type Side = 'ims' | 'glance';

/** A row of the IMS tables, current or from older editions. */
export interface ImsEvent extends CatalogEvent {
  readonly service: 'IMS' | 'EVS';
  readonly side: Side;
  /** The official operation name. */
  readonly label: Bilingual;
  /** Several rows may share an operation. */
  readonly operation: Operation;
  /** The guide and table that list it, in a few words. */
  readonly guide: Bilingual;
  /** The editions of the guide that list it, and whether it was withdrawn or is spelt differently in some. */
  readonly source: Bilingual;
}

/** An image operation, independent of the event names it is recorded under. */
export interface Operation {
  /** The correctly spelt event name: `deleteMember` for `deleteMemeber` as well. */
  readonly id: string;
  readonly glance: GlanceSide;
  readonly ims: ImsSide;
  /** Why an auditor cares: a short sentence that can follow a colon and holds for failed attempts too. Wording ours. */
  readonly why: Bilingual;
  readonly auditLevel: 'low' | 'medium' | 'high';
  readonly notes: readonly Note[];
}

/** A sentence without a full stop. */
export interface Note extends Bilingual {
  /** The side whose rows the note is true of; absent if it is true of all rows of the operation. */
  readonly side?: Side;
  /** The sides whose hover shows the note, at most one note per hover; the reference shows all notes. */
  readonly hover?: readonly Side[];
}

/**
 * How completely the event names of a service are known: `complete` if an unlisted name deserves a warning, `region` if
 * the user added a list of all events in a region, `partial` if only the public lists with their gaps are known.
 */
export type Coverage = 'complete' | 'region' | 'partial';

/** The OpenStack Image API calls that an operation corresponds to, and calls like them. */
export interface GlanceSide {
  /** The counterparts; empty if Glance has none. */
  readonly calls: readonly GlanceCall[];
  /** Similar or related calls that are not equivalent; the reference shows them also beside counterparts. */
  readonly nearest: readonly NearestCall[];
}

export interface GlanceCall {
  readonly method: string;
  readonly path: string;
  /** The HTTP status of success. */
  readonly success: number;
  /** Tells the calls of one operation apart: "the metadata change", "an upload". */
  readonly what?: Bilingual;
  /** Glance policy rules; the one that is always checked comes first. */
  readonly policies: readonly PolicyRule[];
  /** Notification types in the order they are sent. */
  readonly notifications: readonly string[];
  /** The action and target that the CADF audit middleware computes. */
  readonly cadf: { readonly action: string; readonly target: string };
  /** The `openstack` command; absent if no command makes exactly this call. */
  readonly openstack?: string;
  readonly glance?: string;
  /** The status of the image or member after success. */
  readonly resultStatus?: string;
  readonly note?: Bilingual;
  /** Only if seen in a source, never guessed. */
  readonly url?: string;
}

export interface PolicyRule {
  readonly rule: string;
  /** The condition under which the rule is checked; absent if it always is. */
  readonly when?: Bilingual;
}

export interface NearestCall {
  readonly method: string;
  readonly path: string;
  /** The HTTP status of success; absent if no source was read for it. */
  readonly success?: number;
  readonly openstack?: string;
  readonly glance?: string;
  readonly policies?: readonly PolicyRule[];
  readonly notifications?: readonly string[];
  /** How it differs or what it has in common, in a few words. */
  readonly why: Bilingual;
  readonly note?: Bilingual;
  readonly url?: string;
}

/** The Huawei Cloud IMS API calls of an operation. That they record its events is inferred; no document says so. */
export interface ImsSide {
  /** The most common ones first. */
  readonly calls: readonly ImsCall[];
  /** What the public API cannot do, in a few words. */
  readonly gap?: Bilingual;
}

export interface ImsCall {
  /** The name in the SDK; absent if the SDK lacks the call. */
  readonly sdkOperation?: string;
  readonly method: string;
  readonly path: string;
  readonly mode: 'sync' | 'async';
  /** Whether it is a call of IMS's own API or of the native OpenStack API that IMS offers. */
  readonly side: Side;
  /** The HTTP status of success; absent if no source was read for it. */
  readonly success?: number;
  /** IAM actions that the caller always needs. */
  readonly iam: readonly string[];
  /** IAM actions that the caller needs under a condition. */
  readonly conditionalIam?: readonly ConditionalAction[];
  readonly deprecated: boolean;
  /** Job types under which an asynchronous call appears in the job API. */
  readonly jobTypes: readonly string[];
  readonly note?: Bilingual;
  /** Only addresses seen in a source. */
  readonly url?: { readonly en?: string; readonly zh?: string };
}

export interface ConditionalAction {
  readonly action: string;
  readonly when: Bilingual;
}

/** A known field of a trace. */
export interface Attribute {
  /** The key, or a path such as `user.name` for a member of `user`. */
  readonly name: string;
  readonly meaning: Bilingual;
  /** The JSON types found in any edition or sample; absent if not checked. `null` is always allowed. */
  readonly types?: readonly JsonType[];
  /** Whether it is one of the six fields that every trace has. */
  readonly mandatory: boolean;
  /** The key that older files use instead. */
  readonly olderName?: string;
  /** The documented values, if they form a closed list. */
  readonly values?: readonly AttributeValue[];
}

export interface AttributeValue {
  readonly value: string;
  readonly meaning: Bilingual;
}
