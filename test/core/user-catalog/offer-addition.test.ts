import assert from 'node:assert/strict';
import { readTrace } from '../../../src/core/reading/read-trace';
import { notWrittenText } from '../../../src/core/user-catalog/notices';
import { findAddition } from '../../../src/core/user-catalog/offer-addition';
import { settingIn } from '../../support/asking';

const { localizer } = settingIn('en');

describe('taking an unknown name into the catalog', () => {
  it('takes what the record says of it', () => {
    const trace = readTrace('{"service_type":"Brewery","resource_type":"pot","trace_name":"brewTea"}');
    assert.deepEqual(findAddition(trace, localizer), {
      event: { service: 'Brewery', resourceType: 'pot', name: 'brewTea' },
      title: 'Add "brewTea" of Brewery to the workspace catalog',
    });
  });

  it('is not offered without a service or a name, but without a resource type', () => {
    assert.equal(findAddition(readTrace('{"trace_name":"brewTea"}'), localizer), undefined);
    assert.equal(findAddition(readTrace('{"service_type":"Brewery","trace_name":3}'), localizer), undefined);
    const trace = readTrace('{"service_type":"Brewery","resource_type":"","trace_name":"brewTea"}');
    assert.deepEqual(findAddition(trace, localizer)?.event, { service: 'Brewery', name: 'brewTea' });
  });

  it('shows names neither endlessly nor turned round, and takes them as they are', () => {
    const name = `brew\u202e${'x'.repeat(100)}`;
    const addition = findAddition(
      readTrace(JSON.stringify({ service_type: 'B', trace_name: name })),
      localizer,
    );
    assert.equal(addition?.title, `Add "brew\u{FFFD}${'x'.repeat(55)}…" of B to the workspace catalog`);
    assert.equal(addition?.event.name, name);
  });

  it('is told of where the catalog could not be written, in both languages', () => {
    assert.equal(
      notWrittenText('own.json', localizer),
      'own.json could not be written: see that it is a file which may be changed, and try again',
    );
    const chinese = notWrittenText('own.json', settingIn('zh-cn').localizer);
    assert.equal(chinese, '无法写入 own.json：请确认它是可修改的文件，然后重试');
  });
});
