import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import manifest from '../package.json';
import { extensionPage, withoutFileLinks } from '../scripts/lib/extension-page.mjs';

/** The anchor of a heading, as the editor and GitHub make it. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

describe('the page of the extension', () => {
  const page = extensionPage(readFileSync('README.md', 'utf8'), readFileSync('README.zh-cn.md', 'utf8'));

  it('links only to web pages and to its own headings', () => {
    const headings = [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => `#${anchorOf(heading)}`);
    const targets = [...page.matchAll(/\]\(([^)]*)\)/g)].map(([, target = '']) => target);
    assert.ok(targets.length > 10);
    const dead = targets.filter((target) => !target.startsWith('https:') && !headings.includes(target));
    assert.deepEqual(dead, []);
    assert.doesNotMatch(page, /!\[|<!--/);
  });

  it('has the chapters of both READMEs that do not need the sources', () => {
    const chaptersOf = (text: string) => [...text.matchAll(/^## (.*)$/gm)].map(([, title = '']) => title);
    const all = ['README.md', 'README.zh-cn.md'].flatMap((file) => chaptersOf(readFileSync(file, 'utf8')));
    const left = ['Try it', 'Install', '试用', '安装'];
    assert.deepEqual(
      chaptersOf(page),
      all.filter((title) => !left.includes(title)),
    );
    assert.doesNotMatch(page, /npm (?:start|test|run)/);
  });

  it('says how to get the command line, under the name that it is packed with', () => {
    const name = `${manifest.name}-${manifest.version}.tgz`;
    assert.equal(page.split(`npm install --global ./${name}`).length, 3);
  });

  it('replaces links to files by their text', () => {
    assert.equal(
      withoutFileLinks('See [`a`](docs/rules.md#a), [b](#b) and [c](https://example.com/c).'),
      'See `a`, [b](#b) and [c](https://example.com/c).',
    );
  });
});
