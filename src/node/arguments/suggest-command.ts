import { existsSync } from 'node:fs';
import { createCatalog } from '../../core/catalog/catalog';
import { traceFileName } from '../../core/jobs/file-names';

/** The command to suggest for a file, folder or event name in its place; `undefined` for any other word. */
export function findIntendedCommand(word: string): 'check' | 'explain' | undefined {
  if (word === '-' || /[\\/]/.test(word) || traceFileName.test(word) || existsSync(word)) return 'check';
  return createCatalog().findEventsByName(word).length > 0 ? 'explain' : undefined;
}

/** A command line that can be typed as is. */
export function commandLine(command: string, argument: string): string {
  return `cts-trace ${command} ${/^[\w@%+=:,./\\-]+$/.test(argument) ? argument : `"${argument}"`}`;
}
