import assert from 'node:assert/strict';
import { imsEvents } from '../../../src/core/catalog/rows/ims-events';
import { wrongResourceType } from '../../../src/core/rules/wrong-resource-type';
import { checkRecord, checkRecordText } from '../../support/harness';

function record(trace_name: unknown, resource_type: unknown, service_type: unknown = 'IMS') {
  return { service_type, trace_name, resource_type };
}

describe('wrong-resource-type', () => {
  it('marks a resource type that the event is not listed for', () => {
    assert.deepEqual(checkRecord(wrongResourceType, record('copyImage', 'image')), [
      {
        message: 'Resource type "image" is not valid for event "copyImage"; expected "ims"',
        marked: '"image"',
        severity: 'warning',
        fixes: [
          [
            'Replace with "ims" (edits the record)',
            '{"service_type":"IMS","trace_name":"copyImage","resource_type":"ims"}',
          ],
        ],
      },
    ]);
  });

  it('first offers the spelling that belongs to the resource type', () => {
    assert.deepEqual(checkRecord(wrongResourceType, record('deleteMemeber', 'image')), [
      {
        message:
          'Resource type "image" is not valid for event "deleteMemeber"; expected "ims", or event "deleteMember"',
        marked: '"image"',
        severity: 'warning',
        fixes: [
          [
            'Replace with "deleteMember" (edits the record)',
            '{"service_type":"IMS","trace_name":"deleteMember","resource_type":"image"}',
          ],
          [
            'Replace with "ims" (edits the record)',
            '{"service_type":"IMS","trace_name":"deleteMemeber","resource_type":"ims"}',
          ],
        ],
      },
    ]);
  });

  it('names the types of current lists first', () => {
    const [found] = checkRecord(wrongResourceType, record('addTag', 'images', 'ims'));
    assert.equal(
      found?.message,
      'Resource type "images" is not valid for event "addTag"; expected "image" or "ims"',
    );
  });

  it('is silent on every row of the catalog', () => {
    for (const { service, resourceType, name } of imsEvents) {
      assert.deepEqual(checkRecord(wrongResourceType, record(name, resourceType, service)), []);
    }
  });

  it('is silent without a meaningful resource type', () => {
    for (const resource_type of ['', ' ', '***', '<masked>', null, 7, {}, undefined]) {
      assert.deepEqual(checkRecord(wrongResourceType, record('copyImage', resource_type)), []);
    }
    const cut = '{"service_type":"IMS","trace_name":"copyImage","resource_type":"imag';
    assert.deepEqual(checkRecordText(wrongResourceType, cut), []);
  });

  it('is silent on unknown events and on services whose lists have gaps', () => {
    assert.deepEqual(checkRecord(wrongResourceType, record('copyImages', 'image')), []);
    assert.deepEqual(checkRecord(wrongResourceType, record('deleteMember', 'member', 'ELB')), []);
    assert.deepEqual(
      checkRecord(wrongResourceType, record('volume_upload_imageVolume', 'volume', 'EVS')),
      [],
    );
  });
});
