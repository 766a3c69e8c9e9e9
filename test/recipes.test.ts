import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hour, hoursOf } from '../scripts/lib/story-bucket/deliveries.mjs';
import { writeStoryBucket } from '../scripts/lib/story-bucket/story-bucket.mjs';
import { ctsTrace, folderWith, removeFolders } from './support/command';

type Manifest = ReturnType<typeof writeStoryBucket>;

/** Each question of the recipes, and the answer that the story has. */
const answers: Readonly<Record<string, keyof Manifest['answers']>> = {
  'Who deleted anything in the last two hours?': 'deletedInLastTwoHours',
  'What did this access key do?': 'byAccessKey',
  'Everything that happened to an image, by whom:': 'onImage',
  'What failed, and why?': 'failed',
  'Who signed in without MFA?': 'signedInWithoutMfa',
  'What was shared with another account?': 'sharedToOtherAccount',
};

const page = readFileSync('docs/command-line.md', 'utf8');

/** The commands of each recipe in the documentation, by its question. */
function readRecipes(): ReadonlyMap<string, readonly string[]> {
  const found = page.matchAll(/^(.+)\n\n```sh\n((?:cts-trace (?:search|summary) .*\n)+)```$/gm);
  return new Map(
    [...found].map(([, question = '', commands = '']) => [question, commands.trimEnd().split('\n')]),
  );
}

/** The arguments of a command line without spaces in its values. */
function argumentsOf(command: string): readonly string[] {
  return command
    .split(' ')
    .slice(1)
    .map((word) => word.replace(/^'(.*)'$/, '$1'));
}

describe('the recipes of docs/command-line.md', () => {
  const recipes = readRecipes();
  let cwd = '';
  let manifest: Manifest;

  before(() => {
    cwd = folderWith({});
    // The story has just ended, so that the last two hours are its last two
    const files = 40;
    const start = Date.now() - hoursOf(files) * hour;
    manifest = writeStoryBucket(path.join(cwd, 'bucket'), { files, seed: 7, traces: 8, start });
  });
  after(removeFolders);

  it('answer each question', () => {
    assert.deepEqual([...recipes.keys()], Object.keys(answers));
  });

  it('say what is missing from the bucket, and what was changed', async () => {
    const [, command = ''] = /^```sh\n(cts-trace verify .*)\n```$/m.exec(page) ?? [];
    const { out, code } = await ctsTrace(argumentsOf(command), { cwd });
    assert.equal(code, 1);
    const { missing, cut, altered } = manifest;
    assert.deepEqual(
      [...out.matchAll(/^(.+?): does not hold: it (is missing|was changed)/gm)]
        .map(([, ...found]) => found)
        .sort(),
      [
        [missing, 'is missing'],
        [`bucket/${cut.path}`, 'was changed'],
        [`bucket/${altered.path}`, 'was changed'],
      ].sort(),
    );
  });

  for (const [question, commands] of recipes)
    for (const command of commands)
      it(`${command}`, async () => {
        const expected = manifest.answers[answers[question] ?? 'failed'];
        assert.ok(expected.length > 0, question);
        const isSearch = command.includes(' search ');
        const format = isSearch ? 'ndjson' : 'json';
        const { out } = await ctsTrace([...argumentsOf(command), '--format', format], { cwd });
        if (isSearch) {
          const ids = out
            .trimEnd()
            .split('\n')
            .map((line) => JSON.parse(line).traceId);
          assert.deepEqual(ids.sort(), [...expected].sort());
        } else assert.equal(JSON.parse(out).traces, new Set(expected).size);
        const { out: pretty, code } = await ctsTrace(argumentsOf(command), { cwd });
        assert.ok(pretty.length > 0);
        // One file of the bucket is cut off
        assert.equal(code, 2);
      });
});
