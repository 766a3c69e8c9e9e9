import assert from 'node:assert/strict';
import { readTrace } from '../../../src/core/reading/read-trace';
import { eventSpelling } from '../../../src/core/rules/event-spelling';
import type { TraceRule } from '../../../src/core/rules/rule';
import { unknownEvent } from '../../../src/core/rules/unknown-event';
import { wrongResourceType } from '../../../src/core/rules/wrong-resource-type';
import { readUserCatalog } from '../../../src/core/user-catalog/user-catalog';
import { builtInCatalog, checkRecord, english } from '../../support/harness';

const region = readUserCatalog(
  JSON.stringify({
    operations: [
      { service_type: 'ELB', resource_type: 'member', operation_list: ['createMember', 'moveMember'] },
      { service_type: 'ELB', resource_type: 'pool', operation_list: ['createPool'] },
      { service_type: 'IMS', resource_type: 'ims', operation_list: ['registerImage'] },
    ],
  }),
  'region.json',
  english,
);
const catalog = builtInCatalog.with(region.addition ? [region.addition] : []);

function foundBy(rule: TraceRule, service_type: string, resource_type: string, trace_name: string): string[] {
  const trace = readTrace(JSON.stringify({ service_type, resource_type, trace_name, read_only: true }));
  return rule
    .check(trace, catalog)
    .map((match) => `${match.severity ?? rule.level}: ${match.report(english).message}`);
}

describe("rules with the list of the user's region", () => {
  it('report an unknown event of its services as a warning', () => {
    assert.deepEqual(foundBy(unknownEvent, 'elb', 'member', 'makeCoffee'), [
      'warning: Unknown elb event "makeCoffee". It is not in your region\'s list',
    ]);
    assert.deepEqual(foundBy(unknownEvent, 'ELB', 'member', 'moveMembers'), [
      'warning: Unknown ELB event "moveMembers". Did you mean "moveMember"?',
    ]);
    assert.deepEqual(foundBy(unknownEvent, 'ECS', 'ecs', 'makeCoffee'), [
      "hint: Unknown ECS event \"makeCoffee\". Public lists are incomplete; add your region's list with 'ctsTrace.catalogs' or '--catalog'",
    ]);
  });

  it('know its events and those of the public lists', () => {
    assert.deepEqual(foundBy(unknownEvent, 'ELB', 'member', 'moveMember'), []);
    assert.deepEqual(foundBy(unknownEvent, 'ELB', 'member', 'deleteMember'), []);
    assert.deepEqual(foundBy(unknownEvent, 'IMS', 'ims', 'registerImage'), []);
  });

  it('take the name of an API operation for a slip where the list has an event of that name', () => {
    assert.deepEqual(foundBy(unknownEvent, 'ims', 'ims', 'RegisterImage'), [
      'hint: Unknown ims event "RegisterImage". Did you mean "registerImage"?',
    ]);
  });

  it('match services without regard to case', () => {
    const lower = readUserCatalog(
      JSON.stringify({
        complete: ['cts'],
        events: [{ service: 'cts', name: 'archiveTracker', resourceType: 'tracker' }],
      }),
      'region.json',
      english,
    );
    const extended = builtInCatalog.with(lower.addition ? [lower.addition] : []);
    for (const service of ['CTS', 'cts', 'Cts']) {
      assert.equal(extended.findEvents(service, 'archiveTracker').length, 1, service);
      assert.equal(extended.findEvents(service, 'updateTracker').length, 1, service);
    }
    assert.equal(builtInCatalog.findCoverage('cts'), 'partial');
  });

  it('report a resource type that it does not have for an event as information', () => {
    assert.deepEqual(foundBy(wrongResourceType, 'ELB', 'pool', 'moveMember'), [
      'information: Resource type "pool" is not valid for event "moveMember"; expected "member"',
    ]);
    assert.deepEqual(foundBy(wrongResourceType, 'ELB', 'member', 'moveMember'), []);
    assert.deepEqual(foundBy(wrongResourceType, 'ELB', 'anything', 'deleteMember'), []);
    assert.deepEqual(foundBy(wrongResourceType, 'IMS', 'image', 'registerImage'), [
      'warning: Resource type "image" is not valid for event "registerImage"; expected "ims"',
    ]);
  });
});

describe('rules with an event that has no resource type', () => {
  const { addition } = readUserCatalog(
    JSON.stringify({
      events: [
        { service: 'IMS', name: 'registerImage' },
        { service: 'IMS', name: 'createImage' },
        { service: 'ELB', name: 'moveMember' },
      ],
      completeServices: ['ELB'],
    }),
    'own.json',
    english,
  );
  const own = builtInCatalog.with(addition ? [addition] : []);

  it('accept any resource type', () => {
    for (const [service_type, trace_name] of [
      ['IMS', 'registerImage'],
      ['IMS', 'createImage'],
      ['ELB', 'moveMember'],
    ]) {
      const trace = readTrace(JSON.stringify({ service_type, resource_type: 'pot', trace_name }));
      for (const rule of [unknownEvent, wrongResourceType]) assert.deepEqual(rule.check(trace, own), []);
    }
  });
});

describe('rules without a catalog of the user', () => {
  it('accept any resource type of other services', () => {
    const record = { service_type: 'ELB', resource_type: 'anything', trace_name: 'createMember' };
    assert.deepEqual(checkRecord(wrongResourceType, record), []);
  });

  it('report other spellings of other services, but not those in another case', () => {
    const messagesFor = (service_type: string, trace_name: string) =>
      checkRecord(eventSpelling, { service_type, trace_name }).map(({ message }) => message);
    assert.deepEqual(messagesFor('organizations', 'celeteOrganization'), [
      'Event "celeteOrganization" is also documented as "deleteOrganization". Search for both spellings',
    ]);
    assert.deepEqual(messagesFor('ECS', 'changeOS'), []);
  });
});
