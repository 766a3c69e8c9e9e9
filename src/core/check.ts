import type { Catalog } from './catalog/catalog';
import { type Finding, placeReport, sortByPlace } from './finding';
import { foldFindings, mostOfRule, type RulesByChunk } from './fold';
import { type Item, isRecord, lengthOf } from './items';
import type { Voice } from './language';
import { type Mark, MarkTable } from './marks';
import type { PlacedTrace, Stretch } from './placed-traces';
import { jsonSyntax, sightProblem } from './rules/json-syntax';
import type { Report, Sighting, TraceRule } from './rules/rule';
import { traceRules } from './rules/rules';
import type { RuleLevels, Severity } from './settings';
import type { TextSource } from './source';
import { spanFrom } from './span';
import type { Problem, Trace } from './trace';
import { type Change, type ReadItem, TraceIndex, type Work } from './trace-index';
import type { ValueOrder } from './value-order';

/** What a check goes by. */
export interface CheckSettings {
  readonly voice: Voice;
  readonly levels: RuleLevels;
  /** The events that are known. */
  readonly catalog: Catalog;
  /** Whether someone else already tells of broken JSON, as the editor's own JSON support does. */
  readonly isSyntaxToldElsewhere: boolean;
  /** Whether the file is JSON Lines by its kind. */
  readonly isLineDelimited: boolean;
}

/** What a file turned out to be. */
export type FileKind = 'traces' | 'digest' | 'other';

/** An item with findings, and where it is. */
export interface MarkedItem {
  readonly item: Item<readonly Mark[]>;
  readonly from: number;
  /** How many traces stand before it. */
  readonly traceNumber: number;
}

/**
 * A file under check. Findings are kept per record, as marks without places or words; those that are shown are made
 * from the text when they are asked for.
 */
export class CheckedFile {
  private readonly marks = new MarkTable();
  private readonly rulesByChunk: RulesByChunk = new WeakMap();
  private readonly keptReports = new WeakMap<readonly Mark[], readonly RuleReport[]>();
  private readonly rules: readonly TraceRule[];
  private readonly index: TraceIndex<readonly Mark[]>;

  constructor(
    private readonly source: TextSource,
    private readonly settings: CheckSettings,
  ) {
    this.rules = traceRules.filter((rule) => levelOf(rule, settings) !== 'off');
    const reader = {
      note: (item: ReadItem) => this.marksOf(item),
      drop: (marks: readonly Mark[]) => this.marks.drop(marks),
    };
    this.index = new TraceIndex(source, reader, settings);
  }

  /** The events that were known to the check. */
  get catalog(): Catalog {
    return this.settings.catalog;
  }

  get isComplete(): boolean {
    return this.index.isComplete;
  }

  get kind(): FileKind {
    if (this.index.traceCount > 0) return 'traces';
    return this.index.hasDigest ? 'digest' : 'other';
  }

  /** How the values of the file stand. */
  get order(): ValueOrder {
    return this.index.order;
  }

  get traceCount(): number {
    return this.index.traceCount;
  }

  get work(): Work {
    return this.index.work;
  }

  /**
   * Reads and checks on; see {@link TraceIndex.read}.
   *
   * @returns whether everything is checked
   */
  read(mayGoOn: () => boolean): boolean {
    return this.index.read(mayGoOn);
  }

  /** Takes note of changes; what they touched is checked again by the next {@link read}. */
  update(changes: readonly Change[]): void {
    this.index.update(changes);
  }

  traceAt(offset: number): PlacedTrace | undefined {
    return this.index.traceAt(offset);
  }

  /** The traces in their order, each read when it is its turn. Nobody may change the text in between. */
  traces(): Iterable<PlacedTrace> {
    return this.kind === 'traces' ? this.index.records() : [];
  }

  /** The records that touch a stretch; see {@link TraceIndex.tracesIn}. */
  tracesIn(stretch: Stretch): Iterable<PlacedTrace> {
    return this.kind === 'traces' ? this.index.tracesIn(stretch) : [];
  }

  /** How many findings there are of a severity, folded ones included. */
  count(severity: Severity): number {
    return this.kind === 'traces' ? this.marks.count(severity) : 0;
  }

  /** Every finding, in the order of the text. */
  findings(): readonly Finding[] {
    if (this.kind !== 'traces') return [];
    return sortByPlace(
      [...this.markedItems()].flatMap((marked) => this.findingsOf(marked, this.readReports(marked))),
    );
  }

  /** The findings that an editor shows: of very many alike, the first ones and how many more there are. */
  shownFindings(): readonly Finding[] {
    if (this.kind !== 'traces') return [];
    return sortByPlace(
      foldFindings({
        chunks: this.index.chunks(),
        marks: this.marks,
        rulesByChunk: this.rulesByChunk,
        voice: this.settings.voice,
        findingsOf: (marked, ids) => {
          const reports = this.shownReportsOf(marked).filter(({ rule }) => ids.has(rule));
          return this.findingsOf(marked, reports);
        },
      }),
    );
  }

  private *markedItems(): Iterable<MarkedItem> {
    let from = 0;
    let traceNumber = 0;
    for (const { items } of this.index.chunks()) {
      for (const item of items) {
        if (item.note) yield { item, from, traceNumber };
        from += lengthOf(item);
        if (isRecord(item)) traceNumber++;
      }
    }
  }

  /** The marks of an item that was just read. */
  private marksOf({ kind, isBroken, problem, trace }: ReadItem): readonly Mark[] | undefined {
    if (problem !== undefined) return this.takeMarks(this.sightSpot({ kind: problem, span: spanFrom(0, 1) }));
    if (trace === undefined || !(isBroken || kind === 'trace' || kind === 'damaged')) return undefined;
    const sightings = this.sightAll(trace(), kind);
    const marks = this.takeMarks(sightings);
    const isShown = marks?.some((mark) => this.marks.countOfRule(mark.rule) <= mostOfRule + 1);
    if (marks && isShown) this.keptReports.set(marks, this.report(sightings));
    return marks;
  }

  private takeMarks(sightings: readonly RuleSighting[]): readonly Mark[] | undefined {
    if (sightings.length === 0) return undefined;
    return sightings.map(({ rule, sighting }) =>
      this.marks.take(rule.id, sighting.value, severityOf(rule, sighting, this.settings)),
    );
  }

  private findingsOf(marked: MarkedItem, reports: readonly RuleReport[]): readonly Finding[] {
    const start = marked.from + marked.item.lead;
    const trace = isRecord(marked.item) ? marked.traceNumber : undefined;
    return reports.map(({ rule, severity, report }) => placeReport(report, { rule, severity, start, trace }));
  }

  /**
   * The reports of findings that are shown, made once for as long as the item stays as it is; only the place of a spot
   * is not known before it stands in the index.
   */
  private shownReportsOf(marked: MarkedItem): readonly RuleReport[] {
    if (marked.item.problem !== undefined) return this.readReports(marked);
    const marks = marked.item.note;
    const known = marks && this.keptReports.get(marks);
    if (known) return known;
    const reports = this.readReports(marked);
    if (marks) this.keptReports.set(marks, reports);
    return reports;
  }

  /** The reports of an item, made from the text. */
  private readReports({ item, from }: MarkedItem): readonly RuleReport[] {
    const { problem, length } = item;
    if (problem === undefined)
      return this.report(this.sightAll(this.index.readEntry({ item, from }), item.kind));
    const offset = placeOfSpot(from + item.lead, length, this.source);
    return this.report(this.sightSpot({ kind: problem, span: { offset, length: Math.max(1, length) } }));
  }

  private report(sightings: readonly RuleSighting[]): readonly RuleReport[] {
    return sightings.map(({ rule, sighting }) => ({
      rule: rule.id,
      severity: severityOf(rule, sighting, this.settings),
      report: sighting.report(this.settings.voice),
    }));
  }

  private sightAll(trace: Trace, kind: ReadItem['kind']): readonly RuleSighting[] {
    let found: RuleSighting[] | undefined;
    const isTrace = kind === 'trace' || kind === 'damaged';
    for (const rule of this.rules) {
      if (!isTrace && rule !== jsonSyntax) continue;
      for (const sighting of rule.check(trace, this.settings.catalog)) {
        found ??= [];
        found.push({ rule, sighting });
      }
    }
    return found ?? nothing;
  }

  private sightSpot(problem: Problem): readonly RuleSighting[] {
    return this.rules.includes(jsonSyntax)
      ? [{ rule: jsonSyntax, sighting: sightProblem(problem) }]
      : nothing;
  }
}

const nothing: readonly RuleSighting[] = [];

interface RuleSighting {
  readonly rule: TraceRule;
  readonly sighting: Sighting;
}

/** What is told of a sighting, ready to be placed. */
interface RuleReport {
  readonly rule: string;
  readonly severity: Severity;
  readonly report: Report;
}

/** Where a spot without a length is shown: at the character there, at the end of the file at the last one. */
function placeOfSpot(start: number, length: number, source: TextSource): number {
  return length === 0 && start >= source.length ? -1 : 0;
}

function levelOf(rule: TraceRule, settings: CheckSettings): Severity | 'off' {
  if (rule === jsonSyntax && settings.isSyntaxToldElsewhere) return 'off';
  return userLevel(rule, settings) ?? rule.level;
}

function severityOf(rule: TraceRule, sighting: Sighting, settings: CheckSettings): Severity {
  const level = userLevel(rule, settings) ?? sighting.severity ?? rule.level;
  return level === 'off' ? 'hint' : level;
}

function userLevel(rule: TraceRule, { levels }: CheckSettings): Severity | 'off' | undefined {
  return Object.hasOwn(levels, rule.id) ? levels[rule.id] : undefined;
}
