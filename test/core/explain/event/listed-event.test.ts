import assert from 'node:assert/strict';
import { explainName, explainNameAsText } from '../../../../src/core/explain/event/look-up-name';
import { explainedValue, settingsIn } from '../../../support/asking';

describe('the explanation of an event of another service', () => {
  it('has the label, the sources and how certain they are', () => {
    assert.equal(
      explainedValue({
        trace_name: 'createMember',
        service_type: 'ELB',
        resource_type: 'member',
        code: '201',
        trace_rating: 'normal',
      }),
      [
        '**createMember** · Adding a backend ECS  ',
        '`ELB` · Elastic Load Balance · `member`  ',
        '**This trace:** succeeded · code 201 Created',
        '',
        'Source: `huaweicloudDocs/elb/cn.zh-cn/用户指南/支持审计的关键操作列表.md` · 1 more document · in the newest list · service type inferred, resource types not confirmed',
      ].join('\n'),
    );
  });

  it('notes that an event is withdrawn or only observed', () => {
    assert.match(
      explainedValue({ trace_name: 'changeOS', service_type: 'ECS' }) ?? '',
      /Also spelt `changeOs`; .*only in older lists/s,
    );
    assert.match(
      explainedValue({ trace_name: 'deleteMember', service_type: 'ELB', resource_type: 'pool' }) ?? '',
      /Source: `huaweicloudDocs\/elb\/.*not in any list, seen in a screenshot · resource types not confirmed/s,
    );
  });

  it('links to web pages only', () => {
    assert.match(
      explainedValue({ trace_name: 'addRecipient', service_type: 'AccountCenter' }) ?? '',
      /Source: \[support\.huaweicloud\.com\/eu\/[^\]]+\]\(https:\/\/support\.huaweicloud\.com\/eu\/usermanual-account\/account-topic_5000051\.html\) · in the newest list/,
    );
    assert.match(
      explainNameAsText('addRecipient', settingsIn('en')) ?? '',
      /^Source: https:\/\/support\.huaweicloud\.com\/eu\/usermanual-account\/account-topic_5000051\.html · in/m,
    );
  });

  it('marks pages in another language', () => {
    const source = (name: string, language: 'en' | 'zh-cn') =>
      /(?:Source|来源).*/.exec(explainNameAsText(name, settingsIn(language)))?.[0] ?? '';
    assert.match(source('addRecipient', 'en'), /_5000051\.html · /);
    assert.match(source('addRecipient', 'zh-cn'), /_5000051\.html （英文） · /);
    assert.match(source('clearApps', 'en'), /\.html \(in Chinese\) · /);
    assert.match(source('clearApps', 'zh-cn'), /\.html · /);
  });

  it('is shown in Chinese as far as translations are known', () => {
    assert.match(
      explainedValue({ trace_name: 'createMember', service_type: 'ELB' }, 'zh-cn') ?? '',
      /^\*\*createMember\*\* · Adding a backend ECS .*来源：.*在最新列表中/s,
    );
  });
});

describe('explaining a name of other services', () => {
  it('has an entry for each service and resource type, without Glance calls', () => {
    const { entries } = explainName('deleteMember', settingsIn('en'));
    assert.deepEqual(
      entries.map(({ service, resourceType }) => `${service} ${resourceType}`),
      ['IMS image', 'IMS ims', 'ELB member'],
    );
    const { markdown, ...rest } = entries[2] ?? {};
    assert.deepEqual(rest, {
      service: 'ELB',
      resourceType: 'member',
      operation: { en: '', zh: '' },
      glance: { counterpart: false, calls: [], nearest: [] },
    });
    assert.match(markdown ?? '', /^\*\*deleteMember\*\*/);
  });

  it('lists every source in a terminal', () => {
    assert.equal(
      explainNameAsText('createMember', settingsIn('en')),
      [
        'createMember · Adding a backend ECS',
        'ELB · Elastic Load Balance · member',
        '',
        'Source: huaweicloudDocs/elb/cn.zh-cn/用户指南/支持审计的关键操作列表.md · 1 more document · in the newest list · service type inferred, resource types not confirmed',
        '',
        '  - opentelekomcloud-docs/cloud-trace-service/umn/source/supported_services_and_operation_lists/network/key_operations_on_elb.rst@c8478dd19f',
      ].join('\n'),
    );
  });
});
