import assert from 'node:assert/strict';
import { chooseTimeZone } from '../../../src/core/text/chosen-time-zone';

const users = { timeZone: 'Asia/Shanghai', isUsers: true };
const servers = { timeZone: 'Europe/Berlin', isUsers: false };
const own = 'Asia/Shanghai';

describe('the chosen time zone', () => {
  it('is UTC unless the setting says otherwise', () => {
    for (const setting of [undefined, null, 8, 'UTC', 'utc', ' UTC '])
      assert.deepEqual(chooseTimeZone(setting, users), {
        timeZone: 'UTC',
        ownTimeZone: own,
        doubt: undefined,
      });
  });

  it('is the one that is named, in any case', () => {
    for (const setting of ['America/New_York', 'america/new_york']) {
      const expected = { timeZone: setting, ownTimeZone: undefined, doubt: undefined };
      assert.deepEqual(chooseTimeZone(setting, servers), expected);
    }
  });

  it('is local only where the machine is the user’s', () => {
    const expected = { timeZone: own, ownTimeZone: own, doubt: undefined };
    assert.deepEqual(chooseTimeZone('Local', users), expected);
    assert.deepEqual(chooseTimeZone('local', servers), {
      timeZone: 'Europe/Berlin',
      ownTimeZone: undefined,
      doubt: 'host',
    });
  });

  it('is UTC with a doubt for an unknown name', () => {
    const expected = { timeZone: 'UTC', ownTimeZone: own, doubt: 'unknown' };
    for (const setting of ['Mars/Olympus', '', 'GMT+8!'])
      assert.deepEqual(chooseTimeZone(setting, users), expected);
  });

  it('is UTC if the zone of the machine is unknown', () => {
    const nowhere = { timeZone: 'Nowhere/Land', isUsers: true };
    const expected = { timeZone: 'UTC', ownTimeZone: undefined, doubt: undefined };
    assert.deepEqual(chooseTimeZone('UTC', nowhere), expected);
    assert.deepEqual(chooseTimeZone('local', nowhere), { ...expected, doubt: 'host' });
  });
});
