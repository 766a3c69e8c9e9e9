import assert from 'node:assert/strict';
import { explainAt } from '../../../src/core/explain/explain';
import { readTrace } from '../../../src/core/reading/read-trace';
import { explainedEvent, explainedValue, settingsIn } from '../../support/asking';
import { runs } from '../../support/runs';

describe('the explanation of an unlisted event', () => {
  it('of IMS names the lists that were read', () => {
    assert.equal(
      explainedEvent('makeImage', 'ims', { trace_rating: 'normal' }),
      "**makeImage** · `IMS` · `ims`  \nNot in any known IMS event list (2018–2026); add your region's list to be sure  \n**This trace:** succeeded",
    );
    assert.ok(
      explainedEvent('makeImage', 'ims', {}, 'zh-cn').includes(
        '已找到的 2018–2026 年各版 IMS 事件列表中都没有',
      ),
    );
  });

  it('of another service suggests similar names in both languages', () => {
    const typo = { trace_name: 'createMembers', service_type: 'ELB', resource_type: 'member' };
    const english = explainedValue(typo) ?? '';
    assert.ok(english.includes('\nDid you mean `createMember`'), english);
    const chinese = explainedEvent('createMembers', 'member', { service_type: 'ELB' }, 'zh-cn');
    assert.ok(chinese.includes('\n是不是 `createMember`？'), chinese);
  });

  it('of another service notes that its lists have gaps, and which services have the name', () => {
    assert.equal(
      explainedValue({ trace_name: 'exportImage', service_type: 'ELB', resource_type: 'member' }),
      "**exportImage** · `ELB` · `member`  \nNot in the public lists of this service, which are incomplete; add your region's list to be sure  \n`IMS` has an event of this name",
    );
  });

  it('of a service without any list claims nothing', () => {
    assert.equal(
      explainedValue({ trace_name: 'makeCoffee', service_type: 'XYZ', code: '204', trace_rating: 'normal' }),
      '**makeCoffee** · `XYZ`  \nNo built-in event list for this service  \n**This trace:** succeeded · code 204 No Content',
    );
  });

  it('without a service claims nothing', () => {
    assert.equal(
      explainedValue({ trace_name: 'createImage' }),
      '**createImage**  \n`IMS` has an event of this name',
    );
    for (const trace_name of ['', ' ', '***', 7, null])
      assert.match(
        explainedValue({ trace_name, service_type: 'IMS' }) ?? '',
        /^\*\*trace_name\*\* · (?:(?:empty|masked) · )?The operation;/,
      );
  });
});

describe('the explanation of an event on another resource type', () => {
  it('names the resource type it is listed for', () => {
    const explanation = explainedEvent('copyImage', 'image', { trace_rating: 'warning', code: 400 });
    assert.ok(
      explanation.startsWith(
        'Not listed for resource type `image`, only for `ims`:  \n**This trace:** failed · code 400 Bad Request\n\n**copyImage** · Replicating an image',
      ),
    );
    assert.ok(explanation.includes('**Why the attempt matters:** '));
  });

  it('explains an operation once if several rows share it', () => {
    const explanation = explainedEvent('addMember', '<masked>');
    assert.ok(
      explanation.startsWith(
        'No resource type in the record; the event name is listed for `ims, image`:\n\n',
      ),
    );
    assert.equal(explanation.split('**Why it matters:**').length, 2);
    assert.equal(explanation.split('**addMember**').length, 3);
  });
});

describe('untrusted text in an explanation', () => {
  const attacks = [
    '[click](command:workbench.action.terminal.new)',
    '![x](https://evil.example/x.png)',
    '<img src="https://evil.example/x">',
    '<a href="command:x">y</a>',
    '`</code>`` [a](b)',
    'a\n\n# b\n- [c](d)',
    '**bold** _it_ ~~no~~ | a | b |',
    'https://evil.example www.evil.example',
    '$(warning) &lt;script&gt;',
    '\u202egnp.exe\u0007\u001b[2J',
  ];
  for (const attack of attacks) {
    it(`stays plain text: ${JSON.stringify(attack)}`, () => {
      for (const markdown of everyTextWith(attack)) assertHarmless(markdown);
    });
  }

  /** The explanations that quote values of the record. */
  function everyTextWith(attack: string): readonly string[] {
    const explanations = [
      explainedValue({ trace_name: attack, service_type: attack, resource_type: attack }),
      explainedValue({ trace_name: attack, service_type: 'IMS', resource_type: attack }),
      explainedEvent('createImage', attack),
      explainedValue({ service_type: attack }),
      explainedValue({ code: attack }),
      explainedValue({ time: attack }),
      explainedValue({
        user: {
          name: attack,
          domain: { name: attack },
          assumedBy: { user: { name: attack } },
          invoked_by: [attack],
        },
      }),
    ];
    return explanations.flatMap((markdown) => markdown ?? []);
  }

  /** Nothing unescaped outside of code spans, and nothing inside that ends them or controls a terminal. */
  function assertHarmless(markdown: string): void {
    assert.doesNotMatch(markdown, /[\p{Cc}\p{Cf}](?<!\n)/u);
    const words = markdown
      .replace(/(?<![\\`])(`+)(?!`).*?(?<!`)\1(?!`)/g, '')
      .replace(/\\[^A-Za-z0-9\s]/g, '');
    const own = words
      .replace(/\]\(https:\/\/(?:docs\.openstack\.org|support\.huaweicloud\.com)\/[^)]*\)/g, '')
      .replace(/\[(?=Glance API|IMS API)/g, '');
    assert.doesNotMatch(own, /[<`[\]|]|:\/\/|www\.|^#/m, markdown);
  }
});

describe('broken records', function () {
  this.timeout(runs.timeout);

  const records = {
    valid:
      '{"time":"2020/10/21 11:40:19 GMT+08:00","user":"{\\"name\\":\\"u\\",\\"domain\\":{\\"name\\":\\"d\\"}}","service_type":"IMS","resource_type":"ims","trace_name":"createImage","trace_rating":"normal","trace_type":"ConsoleAction","code":"200","record_time":1603251619292,"trace_id":"240a21c4-134f-11eb-8803-397148e4fab1","request_id":"null"}',
    damaged:
      '{ "trace_name" "deleteMemeber", "service_type": , "resource_type": "image" "code": 0x1, "user": {"name": "a\\u12", "domain": {"id" "x"}, "time": "Nov 16, 2023 10:54:04 GMT+08:00"], "trace_status ": "warning",, }',
  };
  for (const [what, text] of Object.entries(records)) {
    it(`that are ${what} and cut off anywhere are explained at any offset`, () => {
      const settings = settingsIn('zh-cn');
      for (let end = 0; end <= text.length; end++) {
        const trace = readTrace(text.slice(0, end));
        for (let offset = -1; offset <= end + 1; offset += 1 + (end % 7)) explainAt(trace, offset, settings);
      }
    });
  }

  it('with values of any type are explained', () => {
    const names = [
      'trace_name',
      'service_type',
      'resource_type',
      'trace_rating',
      'trace_type',
      'code',
      'time',
      'record_time',
      'user',
      'trace_id',
      'request_id',
    ];
    const values = [
      null,
      true,
      -1,
      1e308,
      '',
      'null',
      '\ud800',
      [],
      [[]],
      {},
      { domain: [] },
      '{"domain":null}',
      '{"session_context":{"attributes":7}}',
    ];
    for (const name of names) {
      for (const value of values)
        explainedValue({ [name]: value, ...Object.fromEntries(names.map((other) => [other, value])) });
    }
  });

  it('with a very deep or a very long user are explained', () => {
    const deep = `{"user":${'{"domain":'.repeat(20_000)}1${'}'.repeat(20_000)}}`;
    assert.equal(explainAt(readTrace(deep), deep.indexOf('1'), settingsIn('en'))?.span.offset, 8);
    assert.ok((explainedValue({ user: { name: 'x'.repeat(1_000_000) } })?.length ?? 0) < 1000);
  });

  it('in an unknown time zone are explained in UTC', () => {
    const trace = readTrace('{"time":1721358527589}');
    const explanation = explainAt(trace, 10, {
      ...settingsIn('en'),
      timeZone: 'Nowhere/Land',
      ownTimeZone: undefined,
    })?.markdown;
    assert.ok(explanation?.startsWith('**time** · 2024-07-19 03:08:47.589 UTC  \n2 years ago'));
  });
});
