import assert from 'node:assert/strict';
import { maskText } from '../../../src/core/secrets/mask-text';
import { findRedactionsIn } from '../../../src/core/secrets/redactions';

const secret = 'Invented-4711-Secret';
const keys = ['password', 'adminPass', 'sk', 'X-Auth-Token', 'access_key', '密码', 'user', 'note'];
const values = [secret, 'AKIAINVENTED12345678', 'Bearer inventedInvented0815', 'four words of text', '4711'];
const forms: readonly ((key: string, value: string) => string)[] = [
  (key, value) => `${key}=${value}`,
  (key, value) => `${key}：${value}`,
  (key, value) => `{"${key}":"${value}"}`,
  (key, value) => `{'${key}':'${value}'}`,
  (key, value) => `{"${key}":{"value":"${value}"}}`,
  (key, value) => `{"name":"${key}","value":"${value}"}`,
  (key, value) => `{"inner":"{\\"${key}\\":\\"${value}\\"}"}`,
  (key, value) => `https://${key}:${value}@images.example/`,
  (key, value) => `cut {"${key}":"${value}`,
  (_key, value) => value,
];

describe('maskText', () => {
  it('masks credentials and nothing else', () => {
    assert.equal(maskText(`password=${secret}`, 'trace_name'), 'password=***');
    assert.equal(maskText(secret, 'password'), '***');
    assert.equal(maskText(secret, 'resource_name'), secret);
    assert.equal(maskText("it's an image", 'resource_name'), "it's an image");
  });

  it('leaves a value as it is exactly if the full search finds nothing in it', () => {
    for (const form of forms)
      for (const key of keys)
        for (const value of values)
          for (const field of ['value', 'trace_name', 'user', 'password']) {
            const text = form(key, value);
            const isFound = findRedactionsIn(JSON.stringify(text), field).length > 0;
            assert.equal(maskText(text, field) !== text, isFound, `${field}: ${text}`);
          }
  });
});
