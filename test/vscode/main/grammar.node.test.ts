import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IGrammar, IToken, StateStack } from 'vscode-textmate';
import { createRegistry, findExtension, type GrammarOptions, scopesOf } from '../grammars';

type LanguageId = keyof typeof scopesOf;

const caretLine = /^ *\/\/ *\^+ [a-z-]+$/;

/** What a fixture calls a scope. */
const scopeNames: Readonly<Record<string, string>> = {
  'entity.name.function.event.cts-trace': 'event',
  'keyword.control.warning.cts-trace': 'warning',
  'keyword.control.incident.cts-trace': 'incident',
  'entity.name.type.resource.cts-trace': 'resource',
  'entity.name.type.service.cts-trace': 'service',
  'constant.numeric.trace-id.cts-trace': 'id',
};

/**
 * Compares everything that stands out in a text with the carets in it:
 *
 *     "trace_name": "createImage",
 *     //             ^^^^^^^^^^^ event
 */
async function assertStandsOut(language: LanguageId, fixture: string): Promise<void> {
  const lines = fixture.split('\n').filter((line) => !caretLine.test(line));
  const tokens = await tokenize(language, lines);
  const annotated = lines.flatMap((line, index) => [line, ...(tokens[index] ?? []).flatMap(commentOf)]);
  assert.equal(annotated.join('\n'), fixture);
}

/** Nothing in it stands out. */
async function assertLeftAlone(language: LanguageId, text: string): Promise<void> {
  await assertStandsOut(language, text);
}

function commentOf({ startIndex, endIndex, scopes }: IToken): readonly string[] {
  const ownScope = scopes.findLast((scope) => scope.endsWith('.cts-trace'));
  if (ownScope === undefined) return [];
  const carets = '^'.repeat(endIndex - startIndex);
  return [`${'//'.padEnd(startIndex)}${carets} ${scopeNames[ownScope] ?? ownScope}`];
}

async function tokenize(
  language: LanguageId,
  lines: readonly string[],
  options?: GrammarOptions,
): Promise<readonly (readonly IToken[])[]> {
  const grammar = await createRegistry(options).loadGrammar(scopesOf[language]);
  if (!grammar) throw new Error(`There is no grammar for ${language}`);
  return tokensOf(grammar, lines);
}

function tokensOf(grammar: IGrammar, lines: readonly string[]): readonly (readonly IToken[])[] {
  let state: StateStack | null = null;
  return lines.map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens;
  });
}

/** The stretches of a text with the scopes of JSON; in JSON Lines and with comments these end otherwise. */
async function scopesOfJson(language: LanguageId, lines: readonly string[], isInjected: boolean) {
  const tokens = await tokenize(language, lines, { isInjected });
  return tokens.map((line) =>
    line.map(({ startIndex, endIndex, scopes }) => {
      const foreign = scopes.filter((scope) => !scope.endsWith('.cts-trace'));
      return [
        startIndex,
        endIndex,
        ...foreign.map((scope) => scope.replace(/\.json\.(comments|lines)$/, '.json')),
      ];
    }),
  );
}

const record = `{
  "trace_id": "ff5a9b09-e47d-11f1-a04d-02005e100002",
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ id
  "trace_name": "createImage",
//               ^^^^^^^^^^^ event
  "service_type" : "IMS",
//                  ^^^ service
  "resource_type": "image",
//                  ^^^^^ resource
  "trace_rating": "warning",
//                 ^^^^^^^ warning
  "trace_type": "ConsoleAction",
  "user": { "name": "alice", "trace_name": null }
}`;

describe('the grammar', () => {
  for (const language of Object.keys(scopesOf) as LanguageId[]) {
    it(`makes the telling values of a trace stand out in ${language}`, () =>
      assertStandsOut(language, record));

    it(`changes nothing else in ${language}`, async () => {
      const folder = join(findExtension('cts-trace-lens.cts-trace-lens').extensionPath, 'samples');
      for (const name of readdirSync(folder).filter((file) => /\.jsonl?$/.test(file))) {
        const lines = readFileSync(join(folder, name), 'utf8').split('\n');
        const [before, after] = [
          await scopesOfJson(language, lines, false),
          await scopesOfJson(language, lines, true),
        ];
        assert.deepEqual(after, before, name);
      }
    });
  }

  it('reads traces on one line, without blanks and in whatever wraps them', () =>
    assertStandsOut(
      'json',
      `{"traces":[{"trace_name":"addTag","trace_status":"incident"},{"context":{"trace_name":"login"}}],"trace_name":1}
//                        ^^^^^^ event
//                                                ^^^^^^^^ incident
//                                                                                     ^^^^^ event`,
    ));

  it('reads one trace a line', () =>
    assertStandsOut(
      'jsonl',
      `{"trace_name":"createImage","trace_rating":"normal"}
//             ^^^^^^^^^^^ event
{"trace_name":"deleteImage","trace_rating":"warning"}
//             ^^^^^^^^^^^ event
//                                          ^^^^^^^ warning`,
    ));

  it('reads on behind comments', () =>
    assertStandsOut(
      'jsonc',
      `{ // "trace_name": "createImage"
  /* "trace_name": "createImage" */ "trace_name": "updateImage" // updated
//                                                 ^^^^^^^^^^^ event
}`,
    ));

  it('leaves a normal rating and ratings that there are not as they are', () =>
    assertLeftAlone(
      'json',
      '[{ "trace_rating": "normal" }, { "trace_rating": "Warning" }, { "trace_status": "ok" }]',
    ));

  it('leaves JSON inside a text alone', () =>
    assertLeftAlone(
      'json',
      String.raw`{ "request": "{\"trace_name\":\"createImage\",\"service_type\": \"IMS\"}" }`,
    ));

  it('takes no other key for one it knows', () =>
    assertLeftAlone(
      'json',
      String.raw`{ "my_trace_name": "a", "trace_names": "a", "a\"trace_name": "a", "Trace_Name": "a", "trace": "a" }`,
    ));

  it('looks at texts alone, not at what stands in an array or an object', () =>
    assertLeftAlone(
      'json',
      '{ "trace_name": ["createImage"], "service_type": { "name": "IMS" }, "resource_type": 7, "trace_id": null }',
    ));

  it('hardly touches the traces of others', () =>
    assertLeftAlone(
      'json',
      '{ "trace_id": "4bf92f3577b34da6a3ce929d0e0e4736", "trace_id": "xxx", "service_type": "web server", "resource_type": "" }',
    ));

  it('leaves what is cut off or on another line as it is', () =>
    assertLeftAlone('json', '[{ "trace_name":\n    "createImage" },\n  { "trace_name": "createIma'));
});
