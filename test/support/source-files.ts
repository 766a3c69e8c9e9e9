import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type CallExpression, type Statement, Visitor } from 'oxc-parser';
import { literalOf, modulesIn, parseCode } from '../../scripts/lib/modules.mjs';

/** A file of src, by its path there without the ending. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
  /** What it imports: of src by the path there without the ending, else as it is written. */
  readonly imports: readonly string[];
  /** Whether it re-exports what it imports. */
  readonly hasReExports: boolean;
}

const folder = 'src';

/** Every file of src. */
export const sourceFiles: readonly SourceFile[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => file.endsWith('.ts'))
  .sort()
  .map(readSource);

function readSource(file: string): SourceFile {
  const text = readFileSync(path.join(folder, file), 'utf8');
  const program = parseCode(file, text);
  const imports = modulesIn(program).map((module) =>
    module.startsWith('.') ? path.posix.join(path.posix.dirname(file), module) : module,
  );
  const hasReExports = program.body.some(isReExport);
  return { name: file.replace(/\.ts$/, ''), text, imports, hasReExports };
}

function isReExport(statement: Statement): boolean {
  return (
    statement.type === 'ExportAllDeclaration' ||
    (statement.type === 'ExportNamedDeclaration' && statement.source !== null)
  );
}

/** A message as it is handed to `t`; no text where it is put together and not written out. */
export interface Message {
  readonly place: string;
  readonly text: string | undefined;
  /** How many values it is given. */
  readonly values: number;
}

/** Every call of `t` in src. */
export function readMessages(): readonly Message[] {
  return sourceFiles.flatMap(({ name, text }) => {
    const file = `${name}.ts`;
    const messages: Message[] = [];
    new Visitor({
      CallExpression: (call) =>
        isTranslation(call) && messages.push(toMessage(call, placeIn(file, text, call))),
    }).visit(parseCode(file, text));
    return messages;
  });
}

function isTranslation({ callee }: CallExpression): boolean {
  const name = callee.type === 'MemberExpression' && !callee.computed ? callee.property : callee;
  return name.type === 'Identifier' && name.name === 't';
}

function placeIn(file: string, text: string, { start }: CallExpression): string {
  return `${folder}/${file}:${text.slice(0, start).split('\n').length}`;
}

function toMessage({ arguments: [message, ...values] }: CallExpression, place: string): Message {
  const isSpread = values.some(({ type }) => type === 'SpreadElement');
  return {
    place,
    text: literalOf(message),
    values: isSpread ? Number.POSITIVE_INFINITY : values.length,
  };
}
