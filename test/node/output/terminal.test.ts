import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';
import { runCommandLine } from '../../../src/node/run';
import { ctsTrace } from '../../support/command';

/** The output on a terminal of some width. */
async function shownOn(columns: number, ...args: readonly string[]): Promise<string> {
  const stdout = Object.assign(new PassThrough(), { isTTY: true, columns });
  const stderr = new PassThrough();
  const shown = text(stdout);
  const argv = ['node', 'cts-trace', ...args];
  const { signal } = new AbortController();
  const streams = { stdin: new PassThrough(), stdout, stderr };
  await runCommandLine({ argv, env: { LANG: 'en_US' }, ...streams, script: '', cores: 1, signal });
  stdout.end();
  return shown;
}

function linesOf(shown: string): readonly string[] {
  return stripVTControlCharacters(shown).trimEnd().split('\n');
}

describe('cts-trace explain on a terminal', () => {
  it('wraps lines between words', async () => {
    const lines = linesOf(await shownOn(80, 'explain', 'updateImage'));
    assert.ok(lines.every((line) => line.length <= 80 || /^ *https:\S+$/.test(line)));
    assert.ok(lines.includes('  - PATCH /v2/images/{image_id} → 200 · a metadata change · policies:'));
    assert.ok(
      lines.includes('    modify_image (any property), publicize_image (visibility becomes public),'),
    );
  });

  it('emphasises names and titles', async () => {
    const shown = await shownOn(80, 'explain', 'updateImage');
    assert.ok(shown.startsWith('\u001B[1mupdateImage\u001B[22m · Modifying an image'));
    const plain = await shownOn(80, 'explain', 'updateImage', '--no-color');
    assert.equal(plain, stripVTControlCharacters(shown));
  });

  it('does not wrap if the width is unknown, nor in JSON', async () => {
    assert.ok(linesOf(await shownOn(0, 'explain', 'updateImage')).some((line) => line.length > 200));
    const json = await shownOn(20, 'explain', 'updateImage', '--format', 'json');
    assert.equal(JSON.parse(json).name, 'updateImage');
  });
});

describe('cts-trace search on a terminal', () => {
  it('has the place of each trace on a line below it, which other output has before it', async () => {
    const args = ['search', '--user', 'alice', 'samples/start-here.json'];
    const { out } = await ctsTrace(args);
    const lines = out.trimEnd().split('\n');
    assert.equal(lines.length, 4);
    assert.deepEqual(
      linesOf(await shownOn(60, ...args)),
      lines.flatMap((line) => {
        const [, place = '', sentence = ''] = /^(\S+:\d+:\d+): (.*)$/.exec(line) ?? [];
        return [sentence, `    ${place}`];
      }),
    );
    const csv = [...args, '--format', 'csv'];
    assert.equal((await shownOn(60, ...csv)).replaceAll('\r', ''), (await ctsTrace(csv)).out);
  });
});

describe('cts-trace catalog on a terminal', () => {
  it('prints a table if it fits', async () => {
    const lines = linesOf(await shownOn(105, 'catalog', '--service', 'EVS'));
    assert.equal(lines.length, 6);
    assert.match(lines[0] ?? '', /^service {2}resource type {2}event {2}/);
  });

  it('prints a paragraph for each event if a table does not fit', async () => {
    const lines = linesOf(await shownOn(50, 'catalog', '--service', 'EVS'));
    assert.deepEqual(lines.slice(-3), [
      'EVS · evs · volume_upload_imageVolume',
      '    Creating an image from an ECS · only in older',
      '    lists',
    ]);
  });
});
