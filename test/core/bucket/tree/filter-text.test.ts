import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFilterText } from '../../../../src/core/bucket/tree/filter-text';
import type { Filter } from '../../../../src/core/rows/filter';
import { createLocalizer } from '../../../../src/core/text/localization';

const english = createLocalizer('en', {});

function filterOf(typed: string): Filter | string {
  const read = readFilterText(typed, english);
  return read.kind === 'filter' ? read.filter : read.problem;
}

describe('what is typed to filter a bucket', () => {
  it('is names with a colon, flags, and text', () => {
    assert.deepEqual(filterOf(''), {});
    assert.deepEqual(filterOf('user:alice'), { users: ['alice'] });
    assert.deepEqual(filterOf('User:alice user:bob'), { users: ['alice', 'bob'] });
    assert.deepEqual(filterOf('event:delete* ip:203.0.113.0/24 is:failed is:notable'), {
      events: ['delete*'],
      ips: ['203.0.113.0/24'],
      isFailuresOnly: true,
      isNotableOnly: true,
    });
    assert.deepEqual(filterOf('account:corp service:IMS resource:web key:EXAMPLE is:change'), {
      accounts: ['corp'],
      services: ['IMS'],
      resources: ['web'],
      accessKeys: ['EXAMPLE'],
      isChangesOnly: true,
    });
  });

  it('may have blanks in quotation marks', () => {
    assert.deepEqual(filterOf('user:"Alice B" "no such image"'), {
      users: ['Alice B'],
      text: 'no such image',
    });
    assert.deepEqual(filterOf('permission denied'), { text: 'permission denied' });
  });

  it('is text if the name before the colon is not known', () => {
    assert.deepEqual(filterOf('https://example.com/a'), { text: 'https://example.com/a' });
    assert.deepEqual(filterOf('constructor:a 12:30'), { text: 'constructor:a 12:30' });
  });

  it('is refused if the name is nearly a known one, unless it is in quotation marks', () => {
    const problem = 'Did you mean "user:"? If not, put the text in quotation marks';
    assert.equal(filterOf('usr:bob'), problem);
    assert.equal(filterOf('users:bob is:failed'), problem);
    assert.deepEqual(filterOf('"usr:bob"'), { text: 'usr:bob' });
  });

  it('is refused with a reason', () => {
    assert.equal(filterOf('user:'), '"user:" needs a value');
    assert.equal(filterOf('ip:example'), '"example" is not an IP address or a range such as 203.0.113.0/24');
    assert.equal(filterOf('is:odd'), '"is:" needs one of failed, notable or change');
  });

  it('is never a fault', () => {
    fc.assert(fc.property(fc.string(), (typed) => readFilterText(typed, english) !== undefined));
  });
});
