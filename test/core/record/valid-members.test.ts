import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { type Member, visitMembers } from '../../../src/core/record/json-members';
import { isJson } from '../../../src/core/record/valid-json';
import { runs } from '../../support/runs';

function membersOf(json: string): readonly Member[] {
  const members: Member[] = [];
  const nameAt = (offset: number): string | undefined => (offset % 5 === 0 ? 'renamed' : undefined);
  visitMembers(json, { key: 'outer', parent: undefined }, (member) => members.push(member), nameAt);
  return members;
}

describe('the members of valid JSON', () => {
  it('are those that a scanner of broken JSON finds', () => {
    const unit = fc.constantFrom('a', '"', '\\', '\n', '{', '}', '[', ']', ',', ':', '镜', '\u{1F600}');
    const value = fc.jsonValue({ stringUnit: unit, maxDepth: 4 });
    const check = (json: fc.JsonValue, indent: string | undefined): void => {
      const valid = JSON.stringify(json, undefined, indent);
      // A bracket too many is passed over, but makes it broken
      const broken = `${valid} ]`;
      assert.ok(isJson(valid) && !isJson(broken));
      assert.deepEqual(membersOf(valid), membersOf(broken));
    };
    fc.assert(fc.property(value, fc.constantFrom(undefined, '  ', '\t'), check), runs.parameters(500));
  }).timeout(runs.timeout);

  it('may be nested to any depth', () => {
    assert.equal(membersOf('['.repeat(50_000) + ']'.repeat(50_000)).length, 50_000);
  });
});
