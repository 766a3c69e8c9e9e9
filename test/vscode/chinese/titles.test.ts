import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import manifest from '../../../package.json';
import chinese from '../../../package.nls.zh-cn.json';
import { extensionId } from '../id';

const titles: Readonly<Record<string, string>> = chinese;

/** Where in the manifest which title stands. */
function placesOf(value: unknown, path: readonly string[] = []): readonly [readonly string[], string][] {
  if (typeof value === 'string') {
    const key = /^%(.+)%$/.exec(value)?.[1];
    return key === undefined ? [] : [[path, key]];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => placesOf(inner, [...path, name]));
}

/** The editor keeps the English title of a command beside the translated one. */
function shownAt(value: unknown, path: readonly string[]): unknown {
  const found = path.reduce((inner: unknown, name) => Object(inner)[name], value);
  return typeof found === 'object' && found !== null && 'value' in found ? found.value : found;
}

describe('the manifest in a Chinese window', () => {
  it('has every title of commands, settings and the like in Chinese', () => {
    const shown = vscode.extensions.getExtension(extensionId)?.packageJSON;
    const places = placesOf(manifest);
    assert.ok(places.some(([path]) => path.includes('commands')));
    assert.deepEqual(
      places.map(([path]) => `${path.join('.')}: ${shownAt(shown, path)}`),
      places.map(([path, key]) => `${path.join('.')}: ${titles[key]}`),
    );
  });
});
