import type { GroupList } from './bucket-report';
import { type GroupColumns, RowGroups } from './row-groups';

/** How many files are kept of a group: its traces are listed from these. */
export const maxFiles = 200;
/**
 * How many groups are known at most; of later ones it is only known how often they were found. A bucket may have a resource
 * for each trace, and each takes 200 bytes.
 */
const defaultMaxKnown = 50_000;
/** How many groups are listed. */
const maxGroups = 1000;

/** Groups of traces of many files, with the files that they are in. */
export class GroupFiles {
  private readonly groups = new RowGroups();
  private readonly firstFiles: number[] = [];
  /** The further files of the groups that have several. */
  private readonly moreFiles = new Map<number, number[]>();

  private passedOver = 0;

  constructor(private readonly maxKnown = defaultMaxKnown) {}

  /** @param file the number of the file, higher than those before */
  add(columns: GroupColumns, file: number): void {
    for (let from = 0; from < columns.keys.length; from++) {
      const name = { key: columns.keys[from], within: columns.withins[from] };
      if (this.groups.length >= this.maxKnown && !this.groups.has(name)) {
        this.passedOver++;
        continue;
      }
      const index = this.groups.addGroup(columns, from);
      if (index === this.firstFiles.length) this.firstFiles.push(file);
      else this.addFile(index, file);
    }
  }

  /** Those with most traces. */
  list(): GroupList {
    const order = this.groups.inOrder();
    const shown = order.slice(0, maxGroups).map((index) => ({
      ...this.groups.groupAt(index),
      files: [this.firstFiles[index] ?? 0, ...(this.moreFiles.get(index) ?? [])],
    }));
    return { shown, hidden: order.length - shown.length + this.passedOver, isExact: this.passedOver === 0 };
  }

  private addFile(index: number, file: number): void {
    const files = this.moreFiles.get(index);
    if (files === undefined) this.moreFiles.set(index, [file]);
    else if (files.length < maxFiles - 1) files.push(file);
  }
}
