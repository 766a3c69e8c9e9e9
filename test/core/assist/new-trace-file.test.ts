import assert from 'node:assert/strict';
import { newTraceFileInSteps, noTracesText } from '../../../src/core/assist/new-trace-file';
import { runSteps } from '../../../src/core/text/steps';
import { english } from '../../support/harness';
import { validRecord } from '../../support/records';

function newFileOf(copied: string) {
  return runSteps(newTraceFileInSteps(copied));
}

const [one, two] = [JSON.stringify(validRecord(1)), JSON.stringify(validRecord(2))];

describe('a new file from the clipboard', () => {
  it('lays out traces on one line and changes nothing but whitespace', () => {
    const single = newFileOf(`\uFEFF[${one},${two}]\n`);
    assert.equal(single?.languageId, 'json');
    assert.deepEqual(JSON.parse(single.text), [validRecord(1), validRecord(2)]);
    assert.ok(single.text.split('\n').length > 20);
    const several = newFileOf(`${one} ${two}`);
    assert.equal(several?.languageId, 'jsonl');
  });

  it('keeps text of several lines as it is', () => {
    const laidOut = JSON.stringify(validRecord(1), null, 4);
    assert.deepEqual(newFileOf(laidOut), { text: laidOut, languageId: 'json' });
    assert.deepEqual(newFileOf(`${one}\n${two}\n`), { text: `${one}\n${two}\n`, languageId: 'jsonl' });
    const between = `Copied from a ticket:\n${one}\n`;
    assert.deepEqual(newFileOf(between), { text: between, languageId: 'json' });
  });

  it('finds traces far behind the beginning', () => {
    const text = `[{"x":"${'y'.repeat(1_200_000)}"},${one}]`;
    assert.equal(newFileOf(text)?.languageId, 'json');
  });

  it('needs a trace, and says what else was copied', () => {
    const messages = ['', ' \n', 'hello', '{"a":1}', "{'trace_name': 'createImage'}", pythonDict].map(
      (copied) => {
        assert.equal(newFileOf(copied), undefined);
        return noTracesText(copied, english);
      },
    );
    assert.deepEqual(messages, [
      'The clipboard contains no text',
      'The clipboard contains no text',
      'The clipboard contains no CTS traces',
      'The clipboard contains no CTS traces',
      'The clipboard contains no CTS traces',
      'The clipboard contains no JSON. CTS trace as a Python dict: print it with json.dumps',
    ]);
  });
});

const pythonDict =
  "{'trace_name': 'createImage', 'service_type': 'IMS', 'trace_rating': 'normal', 'trace_type': 'ApiCall', 'time': 1}";
