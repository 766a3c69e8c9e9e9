import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as ts from 'typescript';

/** A file of src, by its path there without the ending. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
  /** What it imports: of src by the path there without the ending, else as it is written. */
  readonly imports: readonly string[];
  /** Whether it exports what it imports. */
  readonly passesOn: boolean;
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
  const { importedFiles } = ts.preProcessFile(text, true, true);
  const imports = importedFiles.map(({ fileName }) =>
    fileName.startsWith('.') ? path.posix.join(path.posix.dirname(file), fileName) : fileName,
  );
  const { statements } = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const passesOn = statements.some(
    (statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier,
  );
  return { name: file.replace(/\.ts$/, ''), text, imports, passesOn };
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
    const file = ts.createSourceFile(`${name}.ts`, text, ts.ScriptTarget.Latest, true);
    const messages: Message[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && isTranslation(node.expression)) messages.push(toMessage(node, file));
      ts.forEachChild(node, visit);
    };
    visit(file);
    return messages;
  });
}

function isTranslation(callee: ts.Expression): boolean {
  const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
  return ts.isIdentifier(name) && name.text === 't';
}

function toMessage(
  { arguments: [message, ...values], pos }: ts.CallExpression,
  file: ts.SourceFile,
): Message {
  const { line } = file.getLineAndCharacterOfPosition(pos);
  const isSpread = values.some(ts.isSpreadElement);
  return {
    place: `${folder}/${file.fileName}:${line + 1}`,
    text: message && ts.isStringLiteralLike(message) ? message.text : undefined,
    values: isSpread ? Number.POSITIVE_INFINITY : values.length,
  };
}
