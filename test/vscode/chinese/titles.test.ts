import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import manifest from '../../../package.json';
import chinese from '../../../package.nls.zh-cn.json';
import { extensionId } from '../id';

const titles: Readonly<Record<string, string>> = chinese;

/** The path and key of each localised title in the manifest. */
function referencesIn(value: unknown, path: readonly string[] = []): readonly [readonly string[], string][] {
  if (typeof value === 'string') {
    const key = /^%(.+)%$/.exec(value)?.[1];
    return key === undefined ? [] : [[path, key]];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => referencesIn(inner, [...path, name]));
}

/** The translated title; for a command the editor keeps the original next to it. */
function shownAt(value: unknown, path: readonly string[]): unknown {
  const found = path.reduce((inner: unknown, name) => Object(inner)[name], value);
  return typeof found === 'object' && found !== null && 'value' in found ? found.value : found;
}

describe('the manifest in a Chinese window', () => {
  it('has all titles of commands, settings and other contributions in Chinese', () => {
    const shown = vscode.extensions.getExtension(extensionId)?.packageJSON;
    const references = referencesIn(manifest);
    assert.ok(references.some(([path]) => path.includes('commands')));
    assert.deepEqual(
      references.map(([path]) => `${path.join('.')}: ${shownAt(shown, path)}`),
      references.map(([path, key]) => `${path.join('.')}: ${titles[key]}`),
    );
  });
});
