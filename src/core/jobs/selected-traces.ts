import { RuleRunner } from '../check/rule-runner';
import { isRecord } from '../file/items';
import type { StreamedItem } from '../file/record-stream';
import type { Trace } from '../record/trace';
import type { Filter } from '../rows/filter';
import type { Row } from '../rows/row';
import type { RowSettings } from '../rows/row-reader';
import { Selector } from '../rows/selector';
import { notableEvent } from '../rules/notable-event';
import type { RuleLevels } from '../rules/severity';
import type { Localizer } from '../text/localization';

export interface SelectSettings extends Pick<RowSettings, 'catalog'> {
  readonly localizer: Localizer;
  readonly filter: Filter;
}

/** @param hasFindings whether rows have the findings of their traces */
export function selectorOf(settings: SelectSettings, hasFindings: boolean): Selector {
  const { catalog, localizer, filter } = settings;
  const isChecked = hasFindings || filter.findings !== undefined;
  const findings = isChecked ? { findingsOf: findingsReader(settings) } : {};
  return new Selector({ catalog, language: localizer.language, filter, ...findings });
}

/** With the rules that are on by default; `notable-event` as well if the filter asks for it. */
function findingsReader({ catalog, localizer, filter }: SelectSettings): (trace: Trace) => readonly string[] {
  const isNotableMeant = filter.findings?.includes(notableEvent.id) === true;
  const levels: RuleLevels = isNotableMeant ? { [notableEvent.id]: 'information' } : {};
  const settings = { catalog, localizer, levels, isSyntaxReportedElsewhere: false, isLineDelimited: false };
  const rules = new RuleRunner(settings);
  return (trace) => [...new Set(rules.findMatches(trace, 'trace').map(({ rule }) => rule.id))];
}

export interface SelectedTrace {
  readonly row: Row;
  readonly trace: Trace;
}

/** How many traces meet all conditions but one, of which it cannot be said; see `Undecided`. */
export interface UndecidedCounts {
  readonly untimed: number;
  readonly unknownAccess: number;
}

/** Damaged traces before the first intact one: more are not held, and left out. */
const maxHeldBack = 10_000;

/** The traces of one file that a filter means. Damaged ones count only if there is an intact one as well. */
export class SelectedTraces {
  private held: SelectedTrace[] = [];
  private hasTrace = false;
  private untimed = 0;
  private unknownAccess = 0;
  private last: SelectedTrace | undefined;

  /** @param path of the file, for people */
  constructor(
    private readonly path: string,
    private readonly selector: Selector,
  ) {}

  get undecided(): UndecidedCounts {
    return { untimed: this.untimed, unknownAccess: this.unknownAccess };
  }

  /** Whether the filter means a trace that is in the item that was added last, even if it is held back. */
  isMeant(trace: Trace): boolean {
    return this.last?.trace === trace;
  }

  add(item: StreamedItem): readonly SelectedTrace[] {
    if (item.kind === 'trace') this.hasTrace = true;
    const selected = isRecord(item) ? this.select(item) : undefined;
    this.last = selected;
    if (this.hasTrace && this.held.length === 0) return selected === undefined ? none : [selected];
    if (selected !== undefined && this.held.length < maxHeldBack) this.held.push(selected);
    return this.hasTrace ? this.release() : none;
  }

  private release(): readonly SelectedTrace[] {
    const released = this.held;
    this.held = [];
    return released;
  }

  private select(item: StreamedItem): SelectedTrace | undefined {
    const trace = item.trace?.();
    if (trace === undefined) return undefined;
    const { line, column } = item.position;
    const place = { path: this.path, line: line + 1, column: column + 1, offset: item.start };
    const row = this.selector.select(trace, place);
    if (row === 'untimed') this.untimed++;
    else if (row === 'unknown-access') this.unknownAccess++;
    return typeof row === 'object' ? { row, trace } : undefined;
  }
}

const none: readonly SelectedTrace[] = [];
