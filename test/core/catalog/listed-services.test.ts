import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { toCompactCatalog } from '../../../scripts/lib/compact-catalog.mjs';
import { createCatalog } from '../../../src/core/catalog/catalog';
import { imsEvents } from '../../../src/core/catalog/rows/ims-events';
import shipped from '../../../src/core/catalog/rows/services.txt';
import { isListedEvent } from '../../../src/core/catalog/service-catalog';

type Collected = Parameters<typeof toCompactCatalog>[0];

const collected = JSON.parse(readFileSync('catalog/events.json', 'utf8')) as Collected;
const rows = collected.events;
const others = rows.filter(({ service }) => service !== 'IMS');
const catalog = createCatalog();

describe('the collected events', () => {
  it('cover 89 services, with each name once', () => {
    assert.equal(rows.length, 3271);
    assert.equal(new Set(rows.map(({ service }) => service)).size, 89);
    assert.equal(new Set(rows.map(({ service, name }) => `${service} ${name}`)).size, rows.length);
  });

  it('each have a source, and every source is used', () => {
    const used = new Set(rows.flatMap(({ sources }) => sources));
    assert.ok(rows.every(({ sources }) => sources.length > 0));
    assert.deepEqual(
      [...used].sort((one, other) => one - other),
      collected.sources.map((_, index) => index),
    );
    assert.equal(new Set(collected.sources).size, collected.sources.length);
  });

  it('list other spellings in both directions', () => {
    for (const { service, name, variantOf = [] } of rows)
      for (const twin of variantOf) {
        const row = rows.find((other) => other.service === service && other.name === twin);
        assert.ok(row?.variantOf?.includes(name), `${service} ${twin}`);
      }
  });

  it('take English labels only from documents under the Apache License', () => {
    const isOpen = (source: number) =>
      collected.sources[source]?.startsWith('opentelekomcloud-docs/') === true;
    assert.ok(rows.every(({ labelEn, sources }) => labelEn === undefined || sources.some(isOpen)));
  });

  it('have the same IMS names as the IMS rows', () => {
    const names = rows.filter(({ service }) => service === 'IMS').map(({ name }) => name);
    const own = imsEvents.filter(({ service }) => service === 'IMS').map(({ name }) => name);
    assert.deepEqual(names.sort(), [...new Set(own)].sort());
  });
});

describe('the catalog that is shipped', () => {
  it('is the output of npm run catalog', () => {
    assert.equal(shipped, toCompactCatalog(collected));
  });

  it('preserves everything that was collected', () => {
    for (const row of others) {
      const found = catalog.findEvents(row.service, row.name).filter(isListedEvent);
      const [first] = found;
      assert.deepEqual(
        {
          resourceTypes: found.map(({ resourceType }) => resourceType).filter((type) => type !== ''),
          labelEn: first?.label.en,
          listed: first?.listed,
          twins: [...(first?.twins ?? []), ...(first?.caseTwins ?? [])].sort(),
          serviceTypeDocumented: first?.published?.isServiceTypeDocumented,
          sources: first?.published?.sources,
        },
        {
          resourceTypes: row.resourceTypes,
          labelEn: row.labelEn,
          listed: row.listed,
          twins: [...(row.variantOf ?? [])].sort(),
          serviceTypeDocumented: row.serviceTypeDocumented,
          sources: row.sources.map((source) => collected.sources[source]),
        },
      );
    }
  });

  it('has each row once, and for IMS exactly the IMS rows', () => {
    const keys = catalog
      .events()
      .map(({ service, resourceType, name }) => `${service}\n${resourceType}\n${name}`);
    assert.equal(new Set(keys).size, keys.length);
    assert.deepEqual(
      catalog.eventsOf('IMS'),
      imsEvents.filter(({ service }) => service === 'IMS'),
    );
    assert.equal(new Set(catalog.events().map(({ service }) => service)).size, 89);
  });

  it('separates spellings that differ in more than letter case', () => {
    const twinsOf = (service: string, name: string) => catalog.findEvents(service, name)[0]?.twins;
    assert.deepEqual(twinsOf('Organizations', 'celeteOrganization'), ['deleteOrganization']);
    assert.deepEqual(twinsOf('ECS', 'changeOS'), []);
    assert.deepEqual(twinsOf('DDS', 'ddsUnBindEIP'), ['ddsUnbindIP']);
  });

  it('has EventGrid, the graph engine, the marketplace and names that were only observed', () => {
    const listed = (service: string, name: string) =>
      catalog
        .findEvents(service, name)
        .map((event) => `${event.service} ${event.resourceType} ${event.listed}`);
    assert.deepEqual(listed('eg', 'UpdateSubscription'), ['EG subscription current']);
    assert.deepEqual(listed('GES', 'deleteGraph'), ['GES graph current']);
    assert.deepEqual(listed('marketplace', 'createOrder'), ['marketplace Order current']);
    assert.deepEqual(listed('MARKETPLACE', 'addFavorites'), ['marketplace Favorites current']);
    assert.deepEqual(listed('dbss', 'cloudServiceInstanceCreate'), ['DBSS dbss observed']);
    assert.deepEqual(listed('WAF', 'createWaf'), ['WAF WAF Instance withdrawn']);
  });

  it('finds services case-insensitively, with their coverage', () => {
    assert.deepEqual(
      ['ims', 'Ims', 'ELB', 'elb', 'Elb', 'EVS', 'functiongraph', 'XYZ', '', '__proto__'].map(
        catalog.findCoverage,
      ),
      [
        'complete',
        'complete',
        'partial',
        'partial',
        'partial',
        'partial',
        'partial',
        undefined,
        undefined,
        undefined,
      ],
    );
    assert.equal(catalog.findEvents('elb', 'createMember')[0]?.service, 'ELB');
  });

  it('reads a service and looks up a name within five milliseconds', () => {
    const times = Array.from({ length: 9 }, () => {
      const started = performance.now();
      const fresh = createCatalog();
      assert.equal(fresh.findEvents('ELB', 'createMember').length, 1);
      assert.equal(fresh.findEventsByName('deleteMember').length, 3);
      return performance.now() - started;
    });
    // The fastest run counts, because the tests also run on busy machines
    assert.ok(Math.min(...times) <= 5, String(times));
  });

  it('has no trailing whitespace', () => {
    assert.doesNotMatch(readFileSync('src/core/catalog/rows/services.txt', 'utf8'), /[ \t]$/m);
  });
});
