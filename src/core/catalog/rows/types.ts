import type { JsonType } from '../../text/json';
import type { Bilingual } from '../../text/localization';

/** Whether an event stands in the newest list that was read, only in older ones, or in no list but in a published trace. */
export type Listed = 'current' | 'withdrawn' | 'observed';

/** What every catalogued event has. A row is known by service, resource type and name together. */
export interface CatalogEvent {
  /** The `service_type`, in the spelling of the documentation. */
  readonly service: string;
  /** The `trace_name`, exactly as documented, misspelt ones included. */
  readonly name: string;
  /** The `resource_type` this row is about. */
  readonly resourceType: string;
  readonly listed: Listed;
  /** Other documented spellings of the same name: a search for one misses the other. */
  readonly twins: readonly string[];
}

/** A row of which only the identifiers are known: of another service, or of a catalog that the user added. */
export interface ListedEvent extends CatalogEvent {
  /** The official name of the operation in the languages in which it is known. */
  readonly label: Partial<Bilingual>;
  /** Other documented spellings that differ in the case of letters only. */
  readonly caseTwins: readonly string[];
  /** What the public lists say of it; absent where only a user's catalog has it. */
  readonly published?: Published;
  /** Which catalog of the user has it; absent where none does. */
  readonly added?: Added;
}

/** How an event stands in the public documentation. */
export interface Published {
  readonly listed: Listed;
  /** Whether the documentation states the `service_type`; otherwise it is derived from the page. */
  readonly isServiceTypeDocumented: boolean;
  /** Documents by repository and path or by address, with the revision where it is not the newest one. */
  readonly sources: readonly string[];
}

/** How an event stands in a catalog of the user. */
export interface Added {
  /** The catalog file as the user names it. */
  readonly file: string;
  /** What the catalog says of its own source. */
  readonly source?: string;
}

/** Which of the two tables of the IMS user guide a row stands in: IMS's own operations or those it triggers on Glance. */
export type Side = 'ims' | 'glance';

/** A row of the IMS tables, or of their older editions. */
export interface ImsEvent extends CatalogEvent {
  readonly service: 'IMS' | 'EVS';
  readonly side: Side;
  /** The official name of the operation. */
  readonly label: Bilingual;
  /** What the row is about: several rows share an operation. */
  readonly operation: Operation;
  /** The guide and the table that list it, in a few words. */
  readonly guide: Bilingual;
  /** Which editions of which guide list it; where it was withdrawn or is spelt otherwise, that as well. */
  readonly source: Bilingual;
}

/** What is known of an operation on images, whatever its records are called. */
export interface Operation {
  /** The name in the catalog; `deleteMember` for `deleteMemeber`, too. */
  readonly id: string;
  readonly glance: GlanceSide;
  readonly ims: ImsSide;
  /** Why an auditor cares: one short sentence, true of a mere attempt as well, to stand behind a colon. Own words. */
  readonly why: Bilingual;
  readonly auditLevel: 'low' | 'medium' | 'high';
  readonly notes: readonly Note[];
}

/** A sentence without a full stop. */
export interface Note extends Bilingual {
  /** The rows on which an auditor needs it at a glance, one note a row at most; elsewhere it can be looked up. */
  readonly hover?: readonly Side[];
}

/**
 * How much is known of a service: `complete` where a name that no list has is worth a warning, `region` where the user
 * added a list of all events, `partial` where the public lists have gaps.
 */
export type Coverage = 'complete' | 'region' | 'partial';

/** The OpenStack Image API calls behind an operation, or the nearest ones where there is no counterpart. */
export interface GlanceSide {
  /** The counterparts; empty where Glance has none. */
  readonly calls: readonly GlanceCall[];
  /** Calls that are like it and not the same. */
  readonly nearest: readonly NearestCall[];
}

export interface GlanceCall {
  readonly method: string;
  readonly path: string;
  /** The HTTP status of success. */
  readonly success: number;
  /** A few words for what this call does where an operation has more than one: "the metadata change", "an upload". */
  readonly what?: Bilingual;
  /** Glance policy rules, the one that is always asked first. */
  readonly policies: readonly PolicyRule[];
  /** Notification types in the order they are sent. */
  readonly notifications: readonly string[];
  /** The action and target that the CADF audit middleware computes. */
  readonly cadf: { readonly action: string; readonly target: string };
  /** The `openstack` command; absent where no command makes this very call. */
  readonly openstack?: string;
  /** The `glance` command. */
  readonly glance?: string;
  /** The status of the image or member afterwards. */
  readonly resultStatus?: string;
  readonly note?: Bilingual;
  /** Only an address that was seen in a source. */
  readonly url?: string;
}

export interface PolicyRule {
  readonly rule: string;
  /** When the rule is asked; absent where it is for every such call. */
  readonly when?: Bilingual;
}

export interface NearestCall {
  readonly method: string;
  readonly path: string;
  /** The HTTP status of success; absent where no source was read for it. */
  readonly success?: number;
  /** The `openstack` command that makes the call. */
  readonly openstack?: string;
  /** The `glance` command that makes the call. */
  readonly glance?: string;
  readonly policies?: readonly PolicyRule[];
  readonly notifications?: readonly string[];
  /** Why it is not the same, or how it is like it, in a few words. */
  readonly why: Bilingual;
  readonly note?: Bilingual;
  readonly url?: string;
}

/** The Huawei Cloud IMS API calls behind an operation. That they write this event is inferred, nowhere stated. */
export interface ImsSide {
  /** The most usual ones first. */
  readonly calls: readonly ImsCall[];
  /** What the public API lacks, in a few words. */
  readonly gap?: Bilingual;
}

export interface ImsCall {
  /** The name in the SDK; absent where the SDK does not have the call. */
  readonly sdkOperation?: string;
  readonly method: string;
  readonly path: string;
  readonly mode: 'sync' | 'async';
  /** Whether the call goes to IMS's own API or to the native OpenStack one that IMS offers. */
  readonly side: Side;
  /** The HTTP status of success; absent where no source was read for it. */
  readonly success?: number;
  /** IAM actions the caller always needs. */
  readonly iam: readonly string[];
  /** IAM actions the caller needs in some cases only. */
  readonly conditionalIam?: readonly ConditionalAction[];
  readonly deprecated: boolean;
  /** Job types by which an asynchronous call is seen in the job API. */
  readonly jobTypes: readonly string[];
  readonly note?: Bilingual;
  /** Only addresses that were seen in a source. */
  readonly url?: { readonly en?: string; readonly zh?: string };
}

export interface ConditionalAction {
  readonly action: string;
  readonly when: Bilingual;
}

/** A field of a trace as the catalog knows it. */
export interface Attribute {
  /** The key; `user.name` and the like for the members of `user`. */
  readonly name: string;
  readonly meaning: Bilingual;
  /** The JSON types that some edition or sample has for it; absent where nothing is checked. `null` is always allowed. */
  readonly types?: readonly JsonType[];
  /** One of the six fields every trace carries. */
  readonly mandatory: boolean;
  /** The key that older files have in its place. */
  readonly olderName?: string;
  /** The documented values, where there is a closed list. */
  readonly values?: readonly AttributeValue[];
}

export interface AttributeValue {
  readonly value: string;
  readonly meaning: Bilingual;
}
