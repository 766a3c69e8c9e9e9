import assert from 'node:assert/strict';
import { findSoughtValue } from '../../../src/core/assist/sought-value';
import { occurrencesIn, plainPart, tracesWith } from '../../../src/core/assist/value-occurrences';
import { readTrace } from '../../../src/core/reading/read-trace';
import { checkText, marked, takeCursor } from '../../support/harness';

const image = '6d1a2f0e-5b8c-4b0e-9d64-2c1f7a3e9b55';
const hex = '0503dda897000fed2f78c00909158a4d';

/** Kind, value and marked text of what is at the cursor. */
function soughtAt(fixture: string): readonly string[] | undefined {
  const { text, offset } = takeCursor(fixture);
  const found = findSoughtValue(readTrace(text), offset);
  return found && [found.kind, found.value, marked(text, found.span)];
}

/** The numbers of the traces that have the value at the cursor, and what is highlighted in them. */
function foundIn(fixture: string): readonly (readonly [number, ...string[]])[] {
  const { text, offset } = takeCursor(fixture);
  const file = checkText(text);
  const located = file.traceAt(offset);
  const sought = located && findSoughtValue(located.trace, offset - located.start);
  assert.ok(sought);
  return [...tracesWith(file, sought)].flatMap((found) =>
    found
      ? [[found.number, ...occurrencesIn(found.trace, sought).map((span) => marked(found.trace.text, span))]]
      : [],
  ) as [number, ...string[]][];
}

/** A file of the records, each a trace. */
function file(...records: readonly string[]): string {
  return records
    .map((members) => `{"trace_name":"a","trace_type":"b","service_type":"c","time":1,${members}}`)
    .join('\n');
}

describe('the value at the cursor', () => {
  it('is an id wherever it is written', () => {
    for (const field of ['resource_id', 'resource_name', 'project_id', 'domain_id', 'trace_id', 'request_id'])
      assert.deepEqual(
        soughtAt(`{"${field}":"6d1a$0${image.slice(4)}"}`),
        ['id', image, `"${image}"`],
        field,
      );
    assert.deepEqual(soughtAt(`{"request":{"image_id":"$0${image}"}}`)?.slice(0, 2), ['id', image]);
    assert.deepEqual(soughtAt(`{"request":"/v2/images/$0${image}/members"}`), ['id', image, image]);
    assert.deepEqual(soughtAt(`{"request":"{\\"a\\":\\"{\\\\\\"id\\\\\\":\\\\\\"$0${hex}\\\\\\"}\\"}"}`), [
      'id',
      hex,
      hex,
    ]);
    assert.deepEqual(soughtAt(`{"message":"made\\n$0${image} done"}`), ['id', image, image]);
    assert.deepEqual(soughtAt(`{"user":{"principal_id":"${hex}:ses$0sion-1"}}`), undefined);
    assert.deepEqual(soughtAt(`{"user":{"principal_id":"$0${hex}:session"}}`), ['id', hex, hex]);
  });

  it('is a name by its place', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['{"resource_name":"we$0b"}', 'name'],
      ['{"request":{"server":{"name":"we$0b"}}}', 'name'],
      ['{"request":"{\\"imageName\\":\\"we$0b\\"}"}', 'name'],
      ['{"user":{"name":"we$0b"}}', 'user'],
      ['{"user":"{\\"user_name\\":\\"we$0b\\"}"}', 'user'],
      ['{"user":{"assumedBy":{"user":{"name":"we$0b"}}}}', 'user'],
      ['{"user":{"domain":{"name":"we$0b"}}}', 'account'],
      ['{"response":{"domain_name":"we$0b"}}', 'account'],
      ['{"operation_id":"we$0b"}', 'operation'],
    ];
    for (const [fixture, kind] of cases)
      assert.deepEqual(soughtAt(fixture)?.slice(0, 2), [kind, 'web'], fixture);
  });

  it('is an address, or the id of an access key', () => {
    assert.deepEqual(soughtAt('{"source_ip":"192.0$0.2.1"}'), ['address', '192.0.2.1', '"192.0.2.1"']);
    assert.deepEqual(soughtAt('{"request":{"cidr":"192.0$0.2.1/32"}}'), [
      'address',
      '192.0.2.1',
      '192.0.2.1',
    ]);
    assert.deepEqual(soughtAt('{"source_ip":"2001:db8$0::1"}')?.[0], 'address');
    assert.deepEqual(soughtAt('{"user":{"access_key_id":"INVE$0NTED"}}')?.[0], 'access-key');
    assert.deepEqual(soughtAt('{"request":{"access":"HST3$0INVENTED4711XYZ9"}}')?.[0], 'access-key');
  });

  it('is nothing that means nothing elsewhere', () => {
    for (const fixture of [
      '{"trace_name":"create$0Image"}',
      '{"trace_rating":"nor$0mal"}',
      '{"resource_name":"**$0*"}',
      '{"resource_id":"1$07"}',
      '{"resource_id":1$07}',
      '{"time":16032516$019204}',
      '{"resou$0rce_id":"6d1a2f0e-5b8c-4b0e-9d64-2c1f7a3e9b55"}',
      '{"request":{"na$0me":"web"}}',
      '{"request":{"size":"lar$0ge"}}',
      '{"source_ip":"unk$0nown"}',
      '{$0}',
    ])
      assert.equal(soughtAt(fixture), undefined, fixture);
  });

  it('is no credential', () => {
    assert.equal(soughtAt('{"request":{"adminPass":"Invented$0Invented4711"}}'), undefined);
    assert.equal(soughtAt('{"request":"{\\"token\\":\\"0503dda8$097000fed2f78c00909158a4d\\"}"}'), undefined);
  });
});

describe('the traces with a value', () => {
  it('have an id anywhere, but not as a part of a longer one', () => {
    assert.deepEqual(
      foundIn(
        file(
          `"resource_id":"$0${image}"`,
          `"resource_id":"${image}0"`,
          `"request":"{\\"image_id\\":\\"${image}\\"}"`,
          `"response":{"a":["x"]}`,
          `"message":"\\n${image}: \\"${image}\\" x-${image}"`,
        ),
      ),
      [
        [0, image],
        [2, image],
        [4, image, image],
      ],
    );
  });

  it('have a name in a place of its kind', () => {
    assert.deepEqual(
      foundIn(
        file(
          '"user":{"name":"al$0ice","id":"alice"}',
          '"user":"{\\"name\\":\\"alice\\",\\"user_name\\":\\"alice\\"}"',
          '"resource_name":"alice"',
          '"user":{"name":"alice2"}',
          '"request":{"user_name":"alice"}',
          '"user":{"domain":{"name":"alice"}}',
          '"user":{"name":"\\u0061lice"}',
        ),
      ),
      [
        [0, '"alice"'],
        [1, '\\"alice\\"', '\\"alice\\"'],
        [4, '"alice"'],
      ],
    );
  });

  it('have names that JSON may write in other ways', () => {
    assert.deepEqual(
      foundIn(
        file(
          '"resource_name":"中$0 “文”/\\""',
          '"resource_name":"\\u4e2d “文”\\/\\""',
          '"resource_name":"x"',
        ),
      ),
      [
        [0, '"中 “文”/\\""'],
        [1, '"\\u4e2d “文”\\/\\""'],
      ],
    );
    assert.equal(plainPart('中文'), '');
    assert.equal(plainPart('a/web-base "1"'), 'web-base');
  });

  it('have an address with or without a port, and no longer one', () => {
    assert.deepEqual(
      foundIn(
        file(
          '"source_ip":"192$0.0.2.1"',
          '"source_ip":"192.0.2.10"',
          '"message":"from 192.0.2.1:443"',
          '"message":"1.192.0.2.1"',
        ),
      ),
      [
        [0, '192.0.2.1'],
        [2, '192.0.2.1'],
      ],
    );
  });

  it('are found in damaged records, too', () => {
    const text = `${file(`"resource_id":"$0${image}"`)}\n${file(`"request":"{\\"id\\":\\"${image}\\",`).slice(0, -1)}`;
    assert.deepEqual(foundIn(text), [
      [0, image],
      [1, image],
    ]);
  });
});
