import assert from 'node:assert/strict';
import { jsonSyntax } from '../../../src/core/rules/json-syntax';
import { assertFindings, assertReports, checkRecordText, checkText, onlyRule } from '../../support/harness';
import { recordText } from '../../support/records';

const trace = recordText('valid', 2, undefined);

function syntaxIn(text: string): readonly string[] {
  return checkText(text, onlyRule('json-syntax'))
    .findings()
    .map(({ message }) => message.replace('Invalid JSON: ', ''));
}

describe('json-syntax', () => {
  it('reports each error at its position', () => {
    assertReports(
      jsonSyntax,
      `
      {
        "a": 1
        "b" 2,
      //^^^ json-syntax: Invalid JSON: missing comma before this
        "c": ,
        //   ^ json-syntax: Invalid JSON: missing value before this
        "d": "\\x",
        //   ^^^^ json-syntax: Invalid JSON: escape sequence or control character that is not allowed
        "e": "no end,
        //   ^^^^^^^^ json-syntax: Invalid JSON: unterminated string or number
        "f": nul,
        //   ^^^ json-syntax: Invalid JSON: unexpected text. Parsing continues after it
        "g": 1,
        "h": [1, 2
      }
    //^ json-syntax: Invalid JSON: missing closing bracket before this
  `,
    );
  });

  it('reports a missing colon, an extra comma and a missing end', () => {
    assert.deepEqual(
      checkRecordText(jsonSyntax, '{"a" 1}').map(({ marked }) => marked),
      ['1'],
    );
    assert.deepEqual(
      checkRecordText(jsonSyntax, '{"a":1,}').map(({ marked }) => marked),
      [','],
    );
    assert.deepEqual(
      checkRecordText(jsonSyntax, '{"a":1').map(({ marked }) => marked),
      ['1'],
    );
  });

  it('is silent on several consecutive values, whatever separates them', () => {
    for (const between of ['', ' ', '\n', '\r\n\r\n', ' 7 ', ' null\n', '\uFEFF']) {
      assert.deepEqual(syntaxIn(`${trace}${between}${trace}`), []);
      assert.deepEqual(syntaxIn(`[${trace}]${between}[${trace},${trace}]`), []);
      assert.deepEqual(syntaxIn(`{"traces":[${trace}]}${between}{"cts":${trace}}`), []);
    }
  });

  it('reports text before the first record once', () => {
    assert.deepEqual(syntaxIn(`HTTP/1.1 200 OK\ncontent-type: json\n\n${trace}`), [
      'unexpected text. Parsing continues after it',
    ]);
  });

  it('reports an error once, not its consequences', () => {
    const damaged = [
      trace.replace('"createImage"', 'createImage'),
      trace.replace('"createImage"', '"createImage'),
      trace.replace('"trace_name"', 'trace_name"'),
      trace.replace(':', ' '),
      trace.replace('"ims",', '"ims"'),
      trace.replace('{"name"', '"name"'),
      trace.slice(0, -1),
    ];
    for (const record of damaged) {
      assert.equal(syntaxIn(`[\n${trace},\n${record},\n${trace}\n]`).length, 1, record);
      assert.equal(syntaxIn(`${trace}\n${record}\n${trace}\n`).length, 1, record);
    }
  });

  it('reports two errors on separate lines', () => {
    assertFindings(
      `
  [
    {"trace_name": "createImage", "trace_type": "ApiCall", "resource_type": "ims", "time": 1},,
    //                                                                                        ^ json-syntax: Invalid JSON: extra comma
    {"trace_name": "createImage", "trace_type": "ApiCall" "resource_type": "ims", "time": 1}
    //                                                    ^^^^^^^^^^^^^^^ json-syntax: Invalid JSON: missing comma before this
  ]`,
      onlyRule('json-syntax'),
    );
  });

  it('is silent in a file without traces, and if syntax errors are reported elsewhere', () => {
    assert.deepEqual(syntaxIn('{"a":1,}'), []);
    assert.deepEqual(syntaxIn('[1,,2]'), []);
    assert.deepEqual(checkText(`[${trace},]`, { isSyntaxReportedElsewhere: true }).findings(), []);
    assert.equal(syntaxIn(`[${trace},]`).length, 1);
  });
});
