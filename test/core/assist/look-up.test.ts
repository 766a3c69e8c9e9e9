import assert from 'node:assert/strict';
import { explainEvent, findEventNameAt, lookUpEntries } from '../../../src/core/assist/look-up';
import { readTrace } from '../../../src/core/reading/read-trace';
import { settingsIn } from '../../support/asking';
import { builtInCatalog, takeCursor } from '../../support/harness';

describe('looking an event up', () => {
  it('lists every event once, with service, resource types and labels', () => {
    const entries = lookUpEntries(builtInCatalog, settingsIn('en').localizer);
    const keys = builtInCatalog.events().map(({ service, name }) => `${service} ${name}`);
    assert.deepEqual(
      entries.map(({ service, name }) => `${service} ${name}`),
      [...new Set(keys)],
    );
    const shown = entries.map(({ name, where, label }) => `${name} | ${where} | ${label}`);
    for (const line of [
      'exportImage | IMS · ims | Exporting an image · 导出镜像',
      'batchTagsAction | IMS · ims · only in older lists | Querying images by tag · 按标签查询镜像',
      'createMember | ELB · member | Adding a backend ECS',
    ]) {
      assert.ok(shown.includes(line), line);
    }
    const update = entries.find(({ service, name }) => service === 'IMS' && name === 'updateImage');
    assert.equal(update?.where, 'IMS · ims, image');
    assert.match(update?.label ?? '', /Modifying an image.*Modifying\/Uploading an image/);
  });

  it("puts the user's language first", () => {
    const entries = lookUpEntries(builtInCatalog, settingsIn('zh-cn').localizer);
    const entry = entries.find(({ name }) => name === 'batchTagsAction');
    assert.equal(entry?.where, 'IMS · ims · 仅见于旧列表');
    assert.equal(entry?.label, '按标签查询镜像 · Querying images by tag');
  });

  it('explains each event in both languages, and nothing else', () => {
    for (const event of ['IMS', 'EVS', 'ELB'].flatMap(builtInCatalog.eventsOf)) {
      for (const language of ['en', 'zh-cn'] as const) {
        assert.match(explainEvent(event, settingsIn(language)), new RegExp(`^\\*\\*${event.name}\\*\\*`));
      }
    }
    const unknown = { service: 'IMS', name: 'copyImages' };
    assert.equal(explainEvent(unknown, settingsIn('en')), '');
  });

  it('explains an event on all its resource types', () => {
    const markdown = explainEvent({ service: 'IMS', name: 'updateImage' }, settingsIn('en'));
    assert.equal(markdown.match(/^\*\*updateImage\*\*/gm)?.length, 2);
    assert.match(markdown, /\n\n---\n\n/);
  });

  it('finds the event name at the cursor', () => {
    const nameAt = (fixture: string): string | undefined => {
      const { text, offset } = takeCursor(fixture);
      return findEventNameAt(readTrace(text), offset);
    };
    assert.equal(nameAt('{"trace_name":"copy$0Image"}'), 'copyImage');
    assert.equal(nameAt('{"trace_name":$0"copyImages"}'), 'copyImages');
    for (const elsewhere of [
      '{"trace_$0name":"copyImage"}',
      '{"trace_name":"copyImage","code":"20$00"}',
      '{"trace_name":12$03}',
      '{"trace_name":"copy$0Image',
    ]) {
      assert.equal(nameAt(elsewhere), undefined, elsewhere);
    }
  });
});
