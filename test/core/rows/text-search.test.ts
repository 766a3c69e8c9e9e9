import assert from 'node:assert/strict';
import { readTrace } from '../../../src/core/reading/read-trace';
import { textTest } from '../../../src/core/rows/text-search';

const holds = (record: string, text: string) => textTest(text)(readTrace(record));

describe('a text in a record', () => {
  const record = JSON.stringify({
    trace_name: 'deleteImage',
    resource_name: '镜像 "db"',
    user: JSON.stringify({ name: 'Mei', path: 'C:\\temp' }),
  });
  const escaped = '{"trace_name":"delete\\u0049mage","resource_name":"\\u955c\\u50cf \\"db\\""}';

  it('is found in any letter case, in keys and in JSON in strings', () => {
    for (const text of [
      'DELETEIMAGE',
      'teIma',
      'mei',
      'trace_name',
      '镜像',
      '镜像 "db"',
      '"name":"Mei"',
      'C:\\temp',
    ])
      assert.equal(holds(record, text), true, text);
    for (const text of ['deleteImages', 'd.*e', 'Mei2', '[']) assert.equal(holds(record, text), false, text);
  });

  it('is found where it is written with escapes', () => {
    for (const text of ['deleteImage', '镜像', '像 "DB"']) assert.equal(holds(escaped, text), true, text);
    assert.equal(holds(escaped, '镜子'), false);
  });

  it('is not found in credentials, but beside them', () => {
    const secret = 'InventedPa55word';
    const request = { adminPass: secret, name: 'web' };
    for (const text of [JSON.stringify({ request }), JSON.stringify({ request: JSON.stringify(request) })]) {
      assert.equal(holds(text, secret), false, text);
      assert.equal(holds(text, 'vented'), false, text);
      assert.equal(holds(text, 'adminPass'), true, text);
      assert.equal(holds(text, 'WEB'), true, text);
    }
  });

  it('is found in a damaged record, outside of credentials', () => {
    const damaged =
      '{"trace_name": "deleteImage", "request": {"adminPass": "InventedPa55word", "name": "web"},, "x": "cut';
    assert.equal(holds(damaged, 'deleteimage'), true);
    assert.equal(holds(damaged, 'web'), true);
    assert.equal(holds(damaged, 'InventedPa55word'), false);
    assert.equal(holds('{"trace_name": "deleteImage", "x": "cut o', 'cut o'), true);
  });
});
