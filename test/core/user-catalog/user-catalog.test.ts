import assert from 'node:assert/strict';
import { imsEvents } from '../../../src/core/catalog/rows/ims-events';
import { isListedEvent } from '../../../src/core/catalog/service-catalog';
import { isEmptyCatalog, withEvent, withoutEvent } from '../../../src/core/user-catalog/add-event';
import { addedNotice, notRemovedText } from '../../../src/core/user-catalog/notices';
import { readUserCatalog } from '../../../src/core/user-catalog/user-catalog';
import { settingsIn } from '../../support/asking';
import { builtInCatalog, english, marked } from '../../support/harness';

/** The built-in catalog extended by users' catalogs. */
function catalogWith(...contents: readonly unknown[]) {
  return builtInCatalog.with(
    contents.map((content, index) => {
      const { addition } = readUserCatalog(JSON.stringify(content), `${index}.json`, english);
      assert.ok(addition);
      return addition;
    }),
  );
}

/** The problems in a catalog, each after the text of its span. */
function problemsIn(text: string): readonly string[] {
  const { problems = [] } = readUserCatalog(text, 'a.json', english);
  return problems.map(({ message, span }) => {
    const prefix = 'Invalid catalog; none of it is used: ';
    assert.ok(message.startsWith(prefix));
    return `${marked(text, span)} ${message.slice(prefix.length)}`;
  });
}

function operations(...rows: readonly (readonly [string, string, ...string[]])[]) {
  return {
    operations: rows.map(([service_type, resource_type, ...operation_list]) => ({
      service_type,
      resource_type,
      operation_list,
    })),
  };
}

describe('a catalog of the user', () => {
  it('adds events of an unknown service', () => {
    const catalog = catalogWith({
      source: 'our own service, 2026',
      events: [{ service: 'Brewery', resourceType: 'pot', name: 'makeCoffee', operation: { en: 'Brewing' } }],
    });
    assert.equal(catalog.findCoverage('brewery'), 'partial');
    assert.deepEqual(catalog.findEvents('brewery', 'makeCoffee'), [
      {
        service: 'Brewery',
        resourceType: 'pot',
        name: 'makeCoffee',
        listed: 'current',
        label: { en: 'Brewing' },
        twins: [],
        caseTwins: [],
        added: { file: '0.json', source: 'our own service, 2026' },
      },
    ]);
    assert.equal(catalog.findEventsByName('makeCoffee').length, 1);
    assert.equal(catalog.events().length, builtInCatalog.events().length + 1);
    assert.deepEqual(builtInCatalog.findEventsByName('makeCoffee'), []);
  });

  it('adds to a known service under its spelling, and keeps the public data', () => {
    const catalog = catalogWith({
      events: [{ service: 'elb', resourceType: 'member', name: 'createMember' }],
    });
    const [row, ...more] = catalog.findEvents('ELB', 'createMember').filter(isListedEvent);
    assert.equal(more.length, 0);
    assert.deepEqual(
      [row?.service, row?.label.en, row?.published?.sources.length, row?.added],
      ['ELB', 'Adding a backend ECS', 2, { file: '0.json' }],
    );
    assert.equal(catalog.findCoverage('ELB'), 'partial');
    assert.equal(catalog.eventsOf('ELB').length, builtInCatalog.eventsOf('ELB').length);
  });

  it('can declare a service complete', () => {
    const events = [{ service: 'Brewery', name: 'makeCoffee' }];
    assert.equal(catalogWith({ events, completeServices: ['BREWERY'] }).findCoverage('Brewery'), 'region');
  });

  it('can declare a built-in service complete, but not one without events', () => {
    const catalog = catalogWith({ events: [], completeServices: ['elb', 'Brewery'] });
    assert.equal(catalog.findCoverage('ELB'), 'region');
    assert.deepEqual(catalog.eventsOf('ELB'), builtInCatalog.eventsOf('ELB'));
    assert.equal(catalog.findCoverage('Brewery'), undefined);
  });

  it('does not change how an event is published', () => {
    const row = catalogWith(operations(['ECS', 'ecs', 'changeOS']))
      .findEvents('ECS', 'changeOS')
      .find(isListedEvent);
    assert.deepEqual([row?.listed, row?.published?.listed], ['current', 'withdrawn']);
  });

  it('cannot withdraw a built-in event, but adds spellings', () => {
    const [known] = builtInCatalog.findEvents('EVS', 'createVolume').filter(isListedEvent);
    assert.ok(known);
    const { service, resourceType, name } = known;
    for (const listed of ['withdrawn', 'observed']) {
      const twins = ['CREATEVOLUME', 'makeVolume'];
      const row = catalogWith({ events: [{ service, resourceType, name, listed, twins }] })
        .findEvents(service, name)
        .filter(isListedEvent)
        .find((found) => found.resourceType === resourceType);
      assert.deepEqual(
        [row?.listed, row?.published?.listed, row?.added],
        ['current', 'current', { file: '0.json' }],
      );
      assert.deepEqual(row?.twins, [...known.twins, 'makeVolume']);
      assert.deepEqual(row?.caseTwins, [...known.caseTwins, 'CREATEVOLUME']);
    }
  });

  it('keeps the IMS rows unchanged and adds after them', () => {
    const events = ['createImage', 'registerImage'].map((name) => ({
      service: 'ims',
      resourceType: 'ims',
      name,
      listed: 'withdrawn',
    }));
    const catalog = catalogWith({ events, completeServices: ['IMS'] });
    assert.equal(catalog.findCoverage('IMS'), 'complete');
    const own = imsEvents.filter(({ service }) => service === 'IMS');
    assert.deepEqual(catalog.eventsOf('IMS').slice(0, own.length), own);
    assert.deepEqual(
      catalog
        .eventsOf('IMS')
        .slice(own.length)
        .map(({ service, name }) => `${service} ${name}`),
      ['IMS registerImage'],
    );
  });

  it('can be the output of this program', () => {
    const printed = builtInCatalog.eventsOf('DDS').map(({ service, resourceType, name, listed, twins }) => {
      return { service, resourceType, name, operation: { en: '', zh: '' }, listed, twins };
    });
    assert.deepEqual(
      catalogWith({ events: printed })
        .eventsOf('DDS')
        .map(({ name }) => name),
      builtInCatalog.eventsOf('DDS').map(({ name }) => name),
    );
  });

  it('can be one of several', () => {
    const catalog = catalogWith(
      { events: [{ service: 'A', name: 'one' }] },
      {
        events: [
          { service: 'a', name: 'two', resourceType: 't' },
          { service: 'B', name: 'three' },
        ],
      },
    );
    assert.deepEqual(
      catalog.eventsOf('A').map(({ service, name }) => `${service} ${name}`),
      ['A one', 'A two'],
    );
    assert.equal(catalog.findEvents('B', 'three').length, 1);
  });
});

describe('a response of the ListOperations API', () => {
  it('is complete for its services', () => {
    const catalog = catalogWith(
      operations(['ELB', 'member', 'createMember', 'moveMember'], ['NEW', 'x', 'y']),
    );
    assert.deepEqual(['ELB', 'NEW', 'ECS', 'IMS'].map(catalog.findCoverage), [
      'region',
      'region',
      'partial',
      'complete',
    ]);
    assert.equal(catalog.findEvent('ELB', 'member', 'moveMember')?.listed, 'current');
    assert.equal(catalog.findEvents('ELB', 'createPool').length, 1);
  });

  it('does not affect services that it lists without events', () => {
    assert.equal(catalogWith(operations(['ECS', 'ecs'])).findCoverage('ECS'), 'partial');
    assert.equal(catalogWith({ operations: null }).findCoverage('ECS'), 'partial');
  });
});

describe('a broken catalog', () => {
  for (const [text, ...problems] of [
    ['', ' invalid JSON'],
    ['{"events": [}', '} invalid JSON'],
    ['{"events": [] // none\n}', '// none invalid JSON'],
    ['[]', '[ expected an object with "events", or with "operations" as in a ListOperations API response'],
    [
      '{"event": []}',
      '{ expected an object with "events", or with "operations" as in a ListOperations API response',
    ],
    ['{"events": {}}', '{ "events" must be an array'],
    ['{"events": [7]}', '7 "events[0]" must be an object'],
    [
      '{"x": [{"y": 1}], "events": [{"name": "a", "service": "b"}, {"name": " ", "service": "b", "listed": "old"}]}',
      '" " "events[1].name" must be a non-empty string',
      '"old" "events[1].listed" must be one of current | withdrawn | observed',
    ],
    [
      '{"operations": [{"service_type": "ECS", "operation_list": ["a", 5]}]}',
      '5 "operations[0].operation_list[1]" must be a non-empty string',
    ],
    ['{"operations": "none"}', '"none" "operations" must be an array'],
  ] as const) {
    it(`is reported with its span: ${JSON.stringify(text)}`, () =>
      assert.deepEqual(problemsIn(text), problems));
  }

  it('never makes the reader throw', () => {
    for (const text of [
      '['.repeat(100_000),
      '{"a":'.repeat(100_000),
      `{"events":[${'['.repeat(50_000)}${']'.repeat(50_000)}]}`,
      'null',
      '"events"',
      '{"events":[{"__proto__":1}]}',
    ])
      assert.ok(problemsIn(text).length > 0);
  });

  it('is reported with exact spans after many valid rows', () => {
    const valid = Array.from({ length: 60_000 }, (_, index) => ({ service: 'X', name: `makeThing${index}` }));
    const broken = Array.from({ length: 20 }, (_, index) => ({ service: 'X', name: index }));
    assert.deepEqual(
      problemsIn(JSON.stringify({ events: [...valid, ...broken] })),
      broken.map(({ name }) => `${name} "events[${60_000 + name}].name" must be a non-empty string`),
    );
  });

  it('is reported with at most twenty problems', () => {
    assert.equal(problemsIn(JSON.stringify({ events: Array(100).fill(1) })).length, 20);
  });
});

describe('adding an event to a catalog', () => {
  const event = { service: 'ELB', resourceType: 'member', name: 'moveMember' };

  it('starts a catalog, and extends an existing one', () => {
    const begun = withEvent(undefined, event);
    assert.deepEqual(JSON.parse(begun ?? ''), { events: [event] });
    const more = withEvent(begun, { service: 'ECS', name: 'x' });
    assert.deepEqual(JSON.parse(more ?? ''), { events: [event, { service: 'ECS', name: 'x' }] });
    assert.equal(withEvent(more, event), more);
    assert.equal(readUserCatalog(more ?? '', 'a', english).addition?.events.length, 2);
  });

  it('keeps everything else', () => {
    const text = withEvent('{"source":"mine","events":[],"completeServices":["ELB"]}', event);
    assert.deepEqual(JSON.parse(text ?? ''), { source: 'mine', events: [event], completeServices: ['ELB'] });
  });

  it('refuses an invalid catalog or another format', () => {
    for (const text of ['{', '[]', 'null', '{"events":{}}', '{"operations":[]}'])
      assert.equal(withEvent(text, event), undefined);
  });

  it('can be undone, which leaves everything else', () => {
    const begun = withEvent(undefined, event) ?? '';
    assert.ok(isEmptyCatalog(withoutEvent(begun, event) ?? ''));
    const more = withEvent('{"source":"mine","events":[{"service":"ECS","name":"x"}]}', event) ?? '';
    const left = withoutEvent(more, event) ?? '';
    assert.deepEqual(JSON.parse(left), { source: 'mine', events: [{ service: 'ECS', name: 'x' }] });
    assert.ok(!isEmptyCatalog(left));
    assert.equal(withoutEvent(left, event), left);
    for (const text of ['{', '[]', '{"events":{}}']) assert.equal(withoutEvent(text, event), undefined);
  });

  it('is confirmed in both languages, with a name that is safe to show', () => {
    const notice = addedNotice({ service: 'IMS', name: 'a\u202eb' }, 'own.json', english);
    assert.deepEqual(notice, { message: 'Added "a\u{FFFD}b" to own.json', open: 'Open', undo: 'Undo' });
    assert.equal(
      notRemovedText(event, 'own.json', settingsIn('zh-cn').localizer),
      '无法撤销，请自行从 own.json 中删除“moveMember”',
    );
  });
});
