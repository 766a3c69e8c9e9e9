import assert from 'node:assert/strict';
import { wrap } from '../../../src/node/output/wrap';

describe('wrapping for a terminal', () => {
  for (const [what, text, columns, expected] of [
    ['leaves text that fits', 'one two', 7, ['one two']],
    ['breaks at spaces', 'one two three', 9, ['one two', 'three']],
    ['indents after a list marker', '  - one two three', 10, ['  - one', '    two', '    three']],
    ['does not break a word', 'a https://a.b/c d', 5, ['a', 'https://a.b/c', 'd']],
    ['keeps a long first word after its list marker', '  - https://a.b/c', 5, ['  - https://a.b/c']],
    ['keeps line breaks and empty lines', 'one two\n\nthree', 4, ['one', 'two', '', 'three']],
    ['counts two cells for a Chinese character', '镜像服务', 6, ['镜像服', '务']],
    ['starts no line with Chinese punctuation', '镜像，服务', 5, ['镜', '像，', '服务']],
    ['breaks between Chinese and other words', 'IMS镜像API', 5, ['IMS镜', '像API']],
    ['ignores escape sequences in widths', '\u001B[1mone\u001B[22m two', 7, ['\u001B[1mone\u001B[22m two']],
  ] as const) {
    it(what, () => assert.deepEqual(wrap(text, columns).split('\n'), expected));
  }
});
