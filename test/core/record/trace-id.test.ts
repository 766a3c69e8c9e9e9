import assert from 'node:assert/strict';
import { findUuidVersion, readTraceClock } from '../../../src/core/record/trace-id';

describe('the clock of a trace id', () => {
  const clocks: readonly (readonly [id: string, utc: string])[] = [
    ['cbdd4480-2e03-11ef-82de-cf140e2a70fb', '2024-06-19T06:18:51.183Z'],
    ['240a21c4-134f-11eb-8803-397148e4fab1', '2020-10-21T03:40:19.292Z'],
    ['4abc3a67-b773-11e6-8412-8f0ed3cc97c6', '2016-12-01T03:07:28.435Z'],
    ['4ABC3A67-B773-11E6-8412-8F0ED3CC97C6', '2016-12-01T03:07:28.435Z'],
  ];
  for (const [id, utc] of clocks) {
    it(`is read from ${id}`, () => assert.equal(new Date(readTraceClock(id) ?? 0).toISOString(), utc));
  }

  const without = [
    '',
    'not an id',
    'f47ac10b-58cc-4372-a567-0e02b2c3d479',
    '240a21c4-134f-11eb-0803-397148e4fab1',
    'e4cb1f7e-3736-11ea-8182-518564<masked>',
    '00000000-0000-1000-8000-000000000000',
    'ffffffff-ffff-1fff-8fff-ffffffffffff',
  ];
  for (const id of without) it(`is absent from "${id}"`, () => assert.equal(readTraceClock(id), undefined));
});

describe('the version of a UUID', () => {
  it('is its thirteenth digit', () => {
    assert.equal(findUuidVersion('240a21c4-134f-11eb-8803-397148e4fab1'), 1);
    assert.equal(findUuidVersion('f47ac10b-58cc-4372-a567-0e02b2c3d479'), 4);
    assert.equal(findUuidVersion('240a21c4134f11eb8803397148e4fab1'), undefined);
  });
});
