import type { AcceptedTrouble } from '../accepted/accepted-texts';
import type { FileKind } from '../check/checked-file';
import type { Damage, FilePlace } from '../check/damage';
import type { PastedForm } from '../file/pasted-text';
import type { ValueSequence } from '../file/value-sequence';
import type { Severity } from '../rules/severity';
import type { ChosenTimeZone } from '../text/chosen-time-zone';

/** The state of the active document. */
export interface StatusFacts {
  readonly kind: FileKind;
  /** Whether it has no traces but resembles a trace file. */
  readonly isLookAlike: boolean;
  /** The form of a trace that is not JSON, if it has no other traces. */
  readonly pastedForm: PastedForm | undefined;
  readonly isChecking: boolean;
  readonly traceCount: number;
  /** The number of findings, folded ones included. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** How many findings are accepted, and not among these. */
  readonly acceptedCount: number;
  /** Why the file of accepted findings is not used, if it is not. */
  readonly acceptedTrouble: AcceptedTrouble | undefined;
  /** How many findings the editor has no room for. */
  readonly hiddenCount: number;
  /** What is wrong with the JSON, and where. */
  readonly damage: { readonly kind: Damage['kind']; readonly place: FilePlace } | undefined;
  readonly valueSequence: ValueSequence;
  /** Whether the editor's own JSON support validates the document: it allows one value per file. */
  readonly isOneValueExpected: boolean;
  /** The length of a line too long for the editor to highlight, in UTF-16 units. */
  readonly longLine: number | undefined;
  readonly isTrusted: boolean;
  /** What is to be known about the time zone of the times that are shown. */
  readonly timeZone: ChosenTimeZone;
  /** The original file name if the document is a formatted view. */
  readonly formattedOf: string | undefined;
}

export type StatusAction =
  | 'show-rules'
  | 'show-findings'
  | 'show-hints'
  | 'show-original'
  | 'treat-as-json-lines'
  | 'open-formatted'
  | 'manage-trust'
  | 'set-time-zone'
  | 'open-accepted';

/** One line of the language status. */
export interface StatusEntry {
  readonly id:
    | 'status'
    | 'formatted'
    | 'shape'
    | 'line'
    | 'hidden'
    | 'hints'
    | 'accepted'
    | 'outline'
    | 'zone'
    | 'trust';
  readonly text: string;
  readonly detail: string;
  /** Whether it is shown with the severity of a warning, which marks the status bar. */
  readonly isProminent: boolean;
  readonly isBusy: boolean;
  readonly action: { readonly kind: StatusAction; readonly title: string } | undefined;
}

/** For entries that have none of it. */
export const plainEntry = { isProminent: false, isBusy: false, action: undefined } as const;
