import assert from 'node:assert/strict';
import { findListedPath } from '../../../src/core/user-catalog/listed-path';
import { marked } from '../../support/harness';

function listed(settings: string, path: string): string | undefined {
  const span = findListedPath(settings, 'ctsTrace.catalogs', path);
  return span && `${span.offset} ${marked(settings, span)}`;
}

describe('the place where settings list a catalog', () => {
  it('is found in the settings of a folder and of a workspace', () => {
    const settings =
      '{ // catalogs\n "ctsTrace.catalogs": ["a.json", /* b */ "b\\u002ejson",], "x": "b.json" }';
    assert.equal(listed(settings, 'a.json'), `${settings.indexOf('"a.json"')} "a.json"`);
    assert.equal(listed(settings, 'b.json'), `${settings.indexOf('"b\\u')} "b\\u002ejson"`);
    const workspace = '{"folders":[{"path":"a"}],"settings":{"ctsTrace.catalogs":["a"]}}';
    assert.equal(listed(workspace, 'a'), `${workspace.lastIndexOf('"a"')} "a"`);
  });

  it('is not found elsewhere', () => {
    for (const settings of [
      '',
      '{}',
      '{"ctsTrace.catalogs": ["b"]}',
      '{"ctsTrace.catalogs": [["a"]]}',
      '{"other": ["a"]}',
      '["a"]',
      '{"ctsTrace.catalogs": ["a',
    ])
      assert.equal(listed(settings, 'a'), undefined, settings);
  });
});
