import assert from 'node:assert/strict';
import { attributes, findAttribute } from '../../../../src/core/catalog/rows/attributes';

const types = {
  service_type: ['string'],
  resource_type: ['string'],
  trace_name: ['string'],
  trace_rating: ['string'],
  trace_status: ['string'],
  trace_type: ['string'],
  trace_id: ['string'],
  event_type: ['string'],
  tracker_name: ['string'],
  source_ip: ['string'],
  request_id: ['string'],
  project_id: ['string'],
  domain_id: ['string'],
  resource_account_id: ['string'],
  operation_id: ['string'],
  user_agent: ['string'],
  endpoint: ['string'],
  resource_url: ['string'],
  resource_name: ['string', 'number'],
  enterprise_project_id: ['string', 'number'],
  api_version: ['string', 'number'],
  resource_id: ['string', 'number', 'object'],
  location_info: ['string', 'object'],
  time: ['number', 'string'],
  record_time: ['number', 'string'],
  code: ['string', 'number'],
  read_only: ['boolean', 'string'],
  content_length: ['number', 'string'],
  total_time: ['number', 'string'],
  user: ['object', 'string'],
  request: ['string', 'object', 'array'],
  response: ['string', 'object', 'array'],
  message: ['string', 'object', 'array'],
};

describe('the fields', () => {
  it('have the types found in any edition or sample', () => {
    const typed = attributes.filter((attribute) => attribute.types !== undefined);
    assert.deepEqual(Object.fromEntries(typed.map(({ name, types }) => [name, types])), types);
  });

  it('are mandatory if every trace has them', () => {
    const mandatory = attributes.filter((attribute) => attribute.mandatory).map(({ name }) => name);
    assert.deepEqual(
      mandatory.sort(),
      ['time', 'service_type', 'resource_type', 'trace_name', 'trace_rating', 'trace_type'].sort(),
    );
    assert.equal(findAttribute('trace_rating')?.olderName, 'trace_status');
  });

  it('have the documented values', () => {
    const valuesOf = (name: string) => findAttribute(name)?.values?.map(({ value }) => value);
    assert.deepEqual(valuesOf('trace_rating'), ['normal', 'warning', 'incident']);
    assert.deepEqual(valuesOf('trace_status'), ['normal', 'warning', 'incident']);
    assert.deepEqual(valuesOf('trace_type'), [
      'ConsoleAction',
      'SystemAction',
      'ApiCall',
      'ObsSDK',
      'ObsAPI',
      'Others',
    ]);
  });

  it('are unique', () => {
    assert.equal(new Set(attributes.map(({ name }) => name)).size, attributes.length);
  });

  it('are found by their own names only', () => {
    assert.equal(findAttribute('user.name')?.name, 'user.name');
    for (const name of ['__proto__', 'constructor', 'Trace_Name', '']) {
      assert.equal(findAttribute(name), undefined);
    }
  });
});
