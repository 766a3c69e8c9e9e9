import { Visitor } from 'oxc-parser';
import { modulesIn, parseCode } from '../../scripts/lib/modules.mjs';

export interface Uses {
  /** Modules that are loaded by `require` or `import()`. */
  readonly modules: readonly string[];
  /** All identifiers, but not the content of strings. */
  readonly names: readonly string[];
}

/** The modules and identifiers of a bundle, which show what it could access. */
export function usesIn(code: string): Uses {
  const program = parseCode('bundle.cjs', code);
  const names = new Set<string>();
  new Visitor({ Identifier: ({ name }) => names.add(name) }).visit(program);
  return { modules: [...new Set(modulesIn(program))].sort(), names: [...names] };
}
