import assert from 'node:assert/strict';
import { readTrace } from '../../../src/core/reading/read-trace';
import { notWrittenText } from '../../../src/core/user-catalog/notices';
import { findAddition } from '../../../src/core/user-catalog/offer-addition';
import { settingsIn } from '../../support/asking';

const { localizer } = settingsIn('en');

describe('offering to add an unknown event to the catalog', () => {
  it('takes the event from the trace', () => {
    const trace = readTrace('{"service_type":"Brewery","resource_type":"pot","trace_name":"brewTea"}');
    assert.deepEqual(findAddition(trace, localizer), {
      event: { service: 'Brewery', resourceType: 'pot', name: 'brewTea' },
      title: 'Add Brewery event "brewTea" to the workspace catalog',
      untrustedTitle: 'Trust the folder to add Brewery event "brewTea" to its catalog',
    });
  });

  it('needs a service and a name, but no resource type', () => {
    assert.equal(findAddition(readTrace('{"trace_name":"brewTea"}'), localizer), undefined);
    assert.equal(findAddition(readTrace('{"service_type":"Brewery","trace_name":3}'), localizer), undefined);
    const trace = readTrace('{"service_type":"Brewery","resource_type":"","trace_name":"brewTea"}');
    assert.deepEqual(findAddition(trace, localizer)?.event, { service: 'Brewery', name: 'brewTea' });
  });

  it('is not made for a credential in the place of a name', () => {
    const name = 'password=Secret-4711';
    const inName = readTrace(JSON.stringify({ service_type: 'Brewery', trace_name: name }));
    assert.equal(findAddition(inName, localizer), undefined);
    const inService = readTrace(JSON.stringify({ service_type: name, trace_name: 'brewTea' }));
    assert.equal(findAddition(inService, localizer), undefined);
  });

  it('truncates and escapes names in the title, but adds them unchanged', () => {
    const name = `brew\u202e${'x'.repeat(100)}`;
    const addition = findAddition(
      readTrace(JSON.stringify({ service_type: 'B', trace_name: name })),
      localizer,
    );
    assert.equal(addition?.title, `Add B event "brew\u{FFFD}${'x'.repeat(55)}…" to the workspace catalog`);
    assert.equal(addition?.event.name, name);
  });

  it('reports in both languages that the catalog could not be written', () => {
    assert.equal(
      notWrittenText('own.json', localizer),
      'Could not write own.json. Make sure that it is a writable file and try again',
    );
    const chinese = notWrittenText('own.json', settingsIn('zh-cn').localizer);
    assert.equal(chinese, '无法写入 own.json，请确认它是可写的文件，然后重试');
  });
});
