import type { CheckSettings } from '../../core/check/check-settings';
import type { PlacedFinding } from '../../core/check/placed-finding';
import { StreamCheck } from '../../core/check/stream-check';
import type { StreamedItem } from '../../core/file/record-stream';
import { type Input, isNamedLineDelimited } from '../input/find-inputs';
import type { ItemJob } from './item-job';

export interface CheckResult {
  /** The ids of its traces, four words each; empty if duplicates are not looked for. */
  readonly ids: Uint32Array;
  /** How many findings are counted nowhere; see {@link StreamCheck.unlisted}. */
  readonly unlisted: number;
}

/** Checks one file. */
export class CheckJob implements ItemJob<PlacedFinding, CheckResult> {
  private readonly check: StreamCheck;

  constructor(input: Input, settings: Pick<CheckSettings, 'localizer' | 'catalog' | 'levels'>) {
    this.check = new StreamCheck({
      ...settings,
      isSyntaxReportedElsewhere: false,
      isLineDelimited: isNamedLineDelimited(input.path),
    });
  }

  add(item: StreamedItem): readonly PlacedFinding[] {
    return this.check.add(item);
  }

  end(): readonly PlacedFinding[] {
    return this.check.end();
  }

  result(): CheckResult {
    return { ids: this.check.ids.toWords(), unlisted: this.check.unlisted };
  }
}
