import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IGrammar, IToken, StateStack } from 'vscode-textmate';
import { createRegistry, findExtension, type GrammarOptions, scopesOf } from '../grammars';

type LanguageId = keyof typeof scopesOf;

const caretLine = /^ *\/\/ *\^+ [a-z-]+$/;

/** Names of scopes in fixtures. */
const scopeNames: Readonly<Record<string, string>> = {
  'entity.name.function.event.cts-trace': 'event',
  'keyword.control.warning.cts-trace': 'warning',
  'keyword.control.incident.cts-trace': 'incident',
  'entity.name.type.resource.cts-trace': 'resource',
  'entity.name.type.service.cts-trace': 'service',
  'constant.numeric.trace-id.cts-trace': 'id',
};

/**
 * Compares the tokens with a scope of this extension with the caret comments in the fixture:
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

/** Asserts that no token has a scope of this extension. */
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

/** Token ranges with the scopes of the JSON grammars, without their suffixes for JSON Lines and comments. */
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

/** The lines up to the first string without its closing quotation mark. */
function untilUnfinished(lines: readonly string[]): readonly string[] {
  const unfinished = lines.findIndex((line) => (line.replace(/\\./g, '').split('"').length - 1) % 2 === 1);
  return unfinished < 0 ? lines : lines.slice(0, unfinished + 1);
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
    it(`highlights the key values of a trace in ${language}`, () => assertStandsOut(language, record));

    it(`changes nothing else in ${language}`, async () => {
      const folder = join(findExtension('cts-trace-lens.cts-trace-lens').extensionPath, 'samples');
      for (const name of readdirSync(folder).filter((file) => /\.jsonl?$/.test(file))) {
        const lines = untilUnfinished(readFileSync(join(folder, name), 'utf8').split('\n'));
        const [before, after] = [
          await scopesOfJson(language, lines, false),
          await scopesOfJson(language, lines, true),
        ];
        assert.deepEqual(after, before, name);
      }
    });
  }

  it('highlights traces on one line, without whitespace and in any wrapper', () =>
    assertStandsOut(
      'json',
      `{"traces":[{"trace_name":"addTag","trace_status":"incident"},{"context":{"trace_name":"login"}}],"trace_name":1}
//                        ^^^^^^ event
//                                                ^^^^^^^^ incident
//                                                                                     ^^^^^ event`,
    ));

  it('highlights one trace per line', () =>
    assertStandsOut(
      'jsonl',
      `{"trace_name":"createImage","trace_rating":"normal"}
//             ^^^^^^^^^^^ event
{"trace_name":"deleteImage","trace_rating":"warning"}
//             ^^^^^^^^^^^ event
//                                          ^^^^^^^ warning`,
    ));

  it('highlights the lines after one that is cut off in a string', () =>
    assertStandsOut(
      'jsonl',
      String.raw`{"trace_name":"createImage","request":"{\"name\":\"cut
//             ^^^^^^^^^^^ event
{"trace_name":"deleteImage","message":"cut\
//             ^^^^^^^^^^^ event
{"trace_name":"copyImage","trace_rating":"warning"}
//             ^^^^^^^^^ event
//                                        ^^^^^^^ warning`,
    ));

  it('gives a string that is cut off the scopes that it has without the grammar', async () => {
    const lines = [String.raw`{"trace_id":"x","request": "{\"name\":\"cut`];
    assert.deepEqual(await scopesOfJson('jsonl', lines, true), await scopesOfJson('jsonl', lines, false));
  });

  it('highlights values after comments', () =>
    assertStandsOut(
      'jsonc',
      `{ // "trace_name": "createImage"
  /* "trace_name": "createImage" */ "trace_name": "updateImage" // updated
//                                                 ^^^^^^^^^^^ event
}`,
    ));

  it('leaves normal and unknown ratings alone', () =>
    assertLeftAlone(
      'json',
      '[{ "trace_rating": "normal" }, { "trace_rating": "Warning" }, { "trace_status": "ok" }]',
    ));

  it('leaves JSON inside a string alone', () =>
    assertLeftAlone(
      'json',
      String.raw`{ "request": "{\"trace_name\":\"createImage\",\"service_type\": \"IMS\"}" }`,
    ));

  it('leaves similar keys alone', () =>
    assertLeftAlone(
      'json',
      String.raw`{ "my_trace_name": "a", "trace_names": "a", "a\"trace_name": "a", "Trace_Name": "a", "trace": "a" }`,
    ));

  it('leaves values that are not strings alone', () =>
    assertLeftAlone(
      'json',
      '{ "trace_name": ["createImage"], "service_type": { "name": "IMS" }, "resource_type": 7, "trace_id": null }',
    ));

  it('leaves most traces of other systems alone', () =>
    assertLeftAlone(
      'json',
      '{ "trace_id": "4bf92f3577b34da6a3ce929d0e0e4736", "trace_id": "xxx", "service_type": "web server", "resource_type": "" }',
    ));

  it('leaves truncated values and values on another line alone', () =>
    assertLeftAlone('json', '[{ "trace_name":\n    "createImage" },\n  { "trace_name": "createIma'));
});
