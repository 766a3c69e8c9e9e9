import assert from 'node:assert/strict';
import { type Argument, type CallExpression, type Program, parseSync, Visitor } from 'oxc-parser';

/** The tree of a program; the ending of the file tells its language. */
export function parseCode(file: string, text: string): Program {
  const { program, errors } = parseSync(file, text);
  assert.deepEqual(errors, [], `${file} cannot be parsed`);
  return program;
}

/** Every module that a program asks for, by whatever means, types included. */
export function modulesIn(program: Program): readonly string[] {
  const modules: string[] = [];
  const add = (source: Argument | null | undefined) => {
    if (source !== null) modules.push(writtenText(source) ?? computed);
  };
  new Visitor({
    ImportDeclaration: ({ source }) => add(source),
    ExportAllDeclaration: ({ source }) => add(source),
    ExportNamedDeclaration: ({ source }) => add(source),
    ImportExpression: ({ source }) => add(source),
    TSImportType: ({ source }) => add(source),
    TSExternalModuleReference: ({ expression }) => add(expression),
    CallExpression: (call) => isRequire(call) && add(call.arguments[0]),
  }).visit(program);
  return modules;
}

const computed = 'a module whose name is computed';

function isRequire({ callee }: CallExpression): boolean {
  return callee.type === 'Identifier' && callee.name === 'require';
}

/** The value of a text that is written out, and not put together. */
export function writtenText(node: Argument | null | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type !== 'TemplateLiteral' || node.expressions.length > 0) return undefined;
  return node.quasis[0]?.value.cooked ?? undefined;
}
