import ts from 'typescript';

export interface Uses {
  /** Modules that are asked for by `require` or `import`. */
  readonly modules: readonly string[];
  /** Every identifier, wherever it stands; texts are none. */
  readonly names: readonly string[];
}

/** What a bundle is made of, as far as that tells what it could reach. */
export function usesIn(code: string): Uses {
  const modules = new Set<string>();
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isLoading(node.expression)) modules.add(moduleOf(node));
    if (ts.isIdentifier(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('bundle.js', code, ts.ScriptTarget.ES2022, false, ts.ScriptKind.JS));
  return { modules: [...modules].sort(), names: [...names] };
}

function isLoading(called: ts.Expression): boolean {
  return (
    called.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(called) && called.text === 'require')
  );
}

function moduleOf({ arguments: [name] }: ts.CallExpression): string {
  return name && ts.isStringLiteralLike(name) ? name.text : 'a module whose name is computed';
}
