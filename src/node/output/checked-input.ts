import type { FileKind } from '../../core/check/checked-file';
import type { InputOutcome } from '../../core/evidence/input-outcome';
import type { Severity } from '../../core/rules/severity';

/** An input of `check`, before its findings. */
export interface CheckedInput {
  readonly path: string;
  /** As the system names it, in bytes if that is not UTF-8; `undefined` if it is no file. */
  readonly location?: string | Uint8Array | undefined;
  /** Whether the user named it. A folder may hold anything. */
  readonly isNamed: boolean;
  readonly kind: FileKind | 'unreadable';
  /** `undefined` if it is not known before its findings: there are very many of them. */
  readonly traces: number | undefined;
}

/** An input after its findings. */
export interface FinishedInput extends CheckedInput {
  readonly traces: number;
  readonly outcome: InputOutcome;
  /** What is to be said about it, localised: why it was not read or what is wrong with its encoding. */
  readonly note: string | undefined;
  /** Without findings that are accepted. */
  readonly counts: ReadonlyMap<Severity, number>;
  readonly accepted: number;
  /** Whether it is packed: then lines, columns and offsets are those of the text that is unpacked from it. */
  readonly isPacked: boolean;
}
