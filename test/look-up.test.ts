import assert from 'node:assert/strict';
import type { CatalogEvent } from '../src/core/catalog/types';
import { explainEvent, findEventNameAt, lookUpEntries } from '../src/core/look-up';
import { readTrace } from '../src/core/read';
import { settingIn } from './explain/asking';
import { builtInCatalog, takeCursor } from './harness';

/** Of a name of another service than IMS the first row stands for all. */
function isFirstOfName(event: CatalogEvent): boolean {
  return event.service === 'IMS' || builtInCatalog.findEvents(event.service, event.name)[0] === event;
}

describe('looking an event up', () => {
  it('offers every catalogued event, by name, service, resource type and both labels', () => {
    const entries = lookUpEntries(builtInCatalog, settingIn('en').voice);
    assert.deepEqual(
      entries.map(({ service, resourceType, name }) => `${service} ${resourceType} ${name}`),
      builtInCatalog
        .events()
        .filter(isFirstOfName)
        .map(({ service, resourceType, name }) => `${service} ${resourceType} ${name}`),
    );
    const shown = entries.map(({ name, where, label }) => `${name} | ${where} | ${label}`);
    for (const line of [
      'exportImage | IMS · ims | Exporting an image · 导出镜像',
      'updateImage | IMS · image | Modifying/Uploading an image · 修改镜像信息/上传镜像',
      'batchTagsAction | IMS · ims · only in older lists | Querying images by tag · 按标签查询镜像',
      'createMember | ELB · member | Adding a backend ECS',
    ]) {
      assert.ok(shown.includes(line), line);
    }
  });

  it("puts the user's language first", () => {
    const entries = lookUpEntries(builtInCatalog, settingIn('zh-cn').voice);
    const entry = entries.find(({ name }) => name === 'batchTagsAction');
    assert.equal(entry?.where, 'IMS · ims · 仅见于旧列表');
    assert.equal(entry?.label, '按标签查询镜像 · Querying images by tag');
  });

  it('explains each of them in both languages, and nothing else', () => {
    for (const event of ['IMS', 'EVS', 'ELB'].flatMap(builtInCatalog.eventsOf)) {
      for (const language of ['en', 'zh-cn'] as const) {
        assert.match(explainEvent(event, settingIn(language)), new RegExp(`^\\*\\*${event.name}\\*\\*`));
      }
    }
    const unknown = { service: 'IMS', resourceType: 'image', name: 'copyImage' };
    assert.equal(explainEvent(unknown, settingIn('en')), '');
  });

  it('tells which event name the cursor is on', () => {
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
