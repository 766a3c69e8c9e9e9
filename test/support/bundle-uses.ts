import { Visitor } from 'oxc-parser';
import { modulesIn, parseCode } from '../../scripts/lib/modules.mjs';

export interface Uses {
  /** Modules that are asked for by `require` or `import`. */
  readonly modules: readonly string[];
  /** Every identifier, wherever it stands; texts are none. */
  readonly names: readonly string[];
}

/** What a bundle is made of, as far as that tells what it could reach. */
export function usesIn(code: string): Uses {
  const program = parseCode('bundle.cjs', code);
  const names = new Set<string>();
  new Visitor({ Identifier: ({ name }) => names.add(name) }).visit(program);
  return { modules: [...new Set(modulesIn(program))].sort(), names: [...names] };
}
