import assert from 'node:assert/strict';
import { parseSync, Visitor } from 'oxc-parser';

/**
 * The syntax tree of a program; its language is that of the file's extension.
 *
 * @param {string} file
 * @param {string} text
 */
export function parseCode(file, text) {
  const { program, errors } = parseSync(file, text);
  assert.deepEqual(errors, [], `${file} cannot be parsed`);
  return program;
}

/**
 * Every module that a program imports or requires, type-only imports included.
 *
 * @param {import('oxc-parser').Program} program
 */
export function modulesIn(program) {
  /** @type {string[]} */
  const modules = [];
  /** @param {import('oxc-parser').Argument | null | undefined} source */
  const add = (source) => {
    if (source !== null) modules.push(literalOf(source) ?? 'a module whose name is computed');
  };
  new Visitor({
    ImportDeclaration: ({ source }) => add(source),
    ExportAllDeclaration: ({ source }) => add(source),
    ExportNamedDeclaration: ({ source }) => add(source),
    ImportExpression: ({ source }) => add(source),
    TSImportType: ({ source }) => add(source),
    TSExternalModuleReference: ({ expression }) => add(expression),
    CallExpression: (call) => {
      if (isRequire(call)) add(call.arguments[0]);
    },
  }).visit(program);
  return modules;
}

/** @param {import('oxc-parser').CallExpression} call */
function isRequire({ callee }) {
  return callee.type === 'Identifier' && callee.name === 'require';
}

/**
 * The value of a string literal, or of a template without expressions.
 *
 * @param {import('oxc-parser').Argument | null | undefined} node
 */
export function literalOf(node) {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type !== 'TemplateLiteral' || node.expressions.length > 0) return undefined;
  return node.quasis[0]?.value.cooked ?? undefined;
}
