import assert from 'node:assert/strict';
import { attributes } from '../../../src/core/catalog/rows/attributes';
import { explainedAtMark } from '../../support/asking';

describe('the explanation of a key', () => {
  it('has the meaning, the types and whether every trace has it', () => {
    assert.deepEqual(explainedAtMark('{"tracker$0_name":"system"}'), {
      marked: '"tracker_name"',
      markdown:
        '**tracker_name** · The tracker that recorded the event: "system" or a data tracker  \nJSON type: `string`  \nOptional',
    });
  });

  it('has the documented values', () => {
    const explanation = explainedAtMark('{$0"trace_rating":"normal"}')?.markdown;
    assert.ok(explanation?.includes('Required: one of the six fields in every trace  \nDocumented values:'));
    assert.ok(
      explanation?.endsWith(
        '- `normal` – the operation succeeded\n- `warning` – the operation failed\n- `incident` – more severe than a failed operation, such as a node or service failure',
      ),
    );
    assert.ok(
      explainedAtMark('{"$0trace_status":"normal"}')?.markdown.includes('Older name of trace_rating'),
    );
  });

  it('is shown in Chinese', () => {
    assert.equal(
      explainedAtMark('{"$0resource_name":"x"}', 'zh-cn')?.markdown,
      '**resource_name** · 资源名称  \nJSON 类型：`string、number`  \n可选字段',
    );
  });

  it('exists for every field of the catalog', () => {
    for (const { name } of attributes.filter((attribute) => !attribute.name.includes('.'))) {
      for (const language of ['en', 'zh-cn'] as const) {
        const explanation = explainedAtMark(`{"$0${name}":1}`, language);
        assert.ok(explanation?.markdown.startsWith(`**${name}** · `), name);
      }
    }
  });

  it('exists for the members of user', () => {
    const record = (mark: string) =>
      `{ "user": { "name": "a", "domain": { "id": "b" } } }`.replace(mark, `$0${mark}`);
    const explanation = explainedAtMark(record('id"'));
    assert.equal(explanation?.marked, '"id"');
    assert.ok(explanation?.markdown.startsWith('**user.domain.id** · '));
    assert.ok(explainedAtMark(record('name"'))?.markdown.startsWith('**user.name** · '));
  });

  it('is absent for an unknown key', () => {
    assert.equal(explainedAtMark('{"$0shoe":1}'), undefined);
  });
});

describe('the span of an explanation', () => {
  it('is the value, up to its last character', () => {
    for (const text of ['{"code":$0404}', '{"code":40$04}', '{"code":404$0}']) {
      assert.equal(explainedAtMark(text)?.marked, '404', text);
    }
  });

  it('is the whole user for a value in it', () => {
    assert.equal(explainedAtMark('{"user":{"name":"a$0"}}')?.marked, '{"name":"a"}');
  });

  it('is the following one if two touch', () => {
    assert.equal(explainedAtMark('{"code":404$0"time":1}')?.marked, '"time"');
  });

  it('is absent between fields, on a colon, and on a missing or unterminated value', () => {
    for (const text of [
      '$0{"code":404}',
      '{ $0 "code":404}',
      '{"code" $0 :404}',
      '{"code":404 $0 ,"x":1}',
      '{"code": $0}',
      '{"code":"40$0',
    ]) {
      assert.equal(explainedAtMark(text), undefined, text);
    }
  });

  it('is that of each repeated key, with its own value', () => {
    assert.ok(explainedAtMark('{"code":$0404,"code":200}')?.markdown.includes('404'));
    assert.ok(explainedAtMark('{"code":404,"code":$0200}')?.markdown.includes('200'));
  });
});
