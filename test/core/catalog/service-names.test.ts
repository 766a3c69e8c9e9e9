import assert from 'node:assert/strict';
import { createCatalog } from '../../../src/core/catalog/catalog';
import { serviceNames } from '../../../src/core/catalog/rows/service-names';
import { findServiceName, serviceNameIn } from '../../../src/core/catalog/service-names';

describe('service names', () => {
  const services = new Set(
    createCatalog()
      .events()
      .map(({ service }) => service),
  );

  it('belong to the services of the catalog, each once, in order', () => {
    const named = serviceNames.map(({ service }) => service);
    assert.deepEqual(
      named,
      [...new Set(named)].sort((one, other) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1)),
    );
    assert.deepEqual(
      named.filter((service) => !services.has(service)),
      [],
    );
  });

  it('cover every service of the catalog', () => {
    assert.deepEqual(
      [...services].filter((service) => findServiceName(service) === undefined),
      [],
    );
  });

  it('say more than the service type, with their source', () => {
    for (const { service, en, zh, source } of serviceNames) {
      assert.ok(en !== undefined || zh !== undefined, service);
      assert.ok(en !== service && zh !== service, service);
      assert.match(source, /^[\w.-]+\/[^ ]+$/);
    }
  });

  it('are given in the language of the reader, in Chinese with the English name', () => {
    const namesOf = (service: string): readonly string[] => {
      const name = findServiceName(service);
      return name === undefined ? [] : [serviceNameIn(name, 'en'), serviceNameIn(name, 'zh-cn')];
    };
    assert.deepEqual(namesOf('ecs'), ['Elastic Cloud Server', '弹性云服务器（Elastic Cloud Server）']);
    assert.deepEqual(namesOf('SecMaster'), ['安全云脑', '安全云脑']);
    assert.deepEqual(namesOf('RTS'), ['Resource Template Service', 'Resource Template Service']);
    assert.deepEqual(namesOf('XYZ'), []);
  });
});
