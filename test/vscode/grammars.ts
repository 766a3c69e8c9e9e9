import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { parseRawGrammar, Registry, type RegistryOptions } from 'vscode-textmate';

/** Root scopes of VS Code's grammars for the languages that the extension injects into. */
export const scopesOf = {
  json: 'source.json',
  jsonc: 'source.json.comments',
  jsonl: 'source.json.lines',
} as const;

/** A grammar as contributed in package.json. */
interface ContributedGrammar {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

interface InstalledGrammar extends ContributedGrammar {
  readonly extension: vscode.Uri;
}

export interface GrammarOptions extends Pick<RegistryOptions, 'theme'> {
  /** Whether injection grammars are applied; defaults to true. */
  readonly isInjected?: boolean;
}

/** A TextMate registry as in VS Code, with the installed JSON grammars and the one of this extension. */
export function createRegistry({ isInjected = true, ...options }: GrammarOptions = {}): Registry {
  const grammars = ['vscode.json', 'cts-trace-lens.cts-trace-lens'].flatMap(grammarsOf);
  return new Registry({
    ...options,
    onigLib: loadEngine(),
    loadGrammar: async (scope) => {
      const grammar = grammars.find(({ scopeName }) => scopeName === scope);
      if (!grammar) return null;
      const file = vscode.Uri.joinPath(grammar.extension, grammar.path).fsPath;
      return parseRawGrammar(readFileSync(file, 'utf8'), file);
    },
    getInjections: (scope) =>
      isInjected
        ? grammars.filter(({ injectTo }) => injectTo?.includes(scope)).map(({ scopeName }) => scopeName)
        : [],
  });
}

/** @throws if the extension is not installed */
export function findExtension(id: string): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension(id);
  if (!extension) throw new Error(`${id} is not installed`);
  return extension;
}

function grammarsOf(id: string): readonly InstalledGrammar[] {
  const { packageJSON, extensionUri } = findExtension(id);
  const contributed: readonly ContributedGrammar[] = packageJSON.contributes.grammars;
  return contributed.map((grammar) => ({ ...grammar, extension: extensionUri }));
}

let engine: RegistryOptions['onigLib'] | undefined;

function loadEngine(): RegistryOptions['onigLib'] {
  engine ??= startEngine();
  return engine;
}

async function startEngine(): RegistryOptions['onigLib'] {
  const program = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(new Uint8Array(program).buffer);
  return { createOnigScanner, createOnigString };
}
