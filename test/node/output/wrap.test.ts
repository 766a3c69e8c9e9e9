import assert from 'node:assert/strict';
import { wrap } from '../../../src/node/output/wrap';

describe('wrapping for a terminal', () => {
  for (const [what, text, columns, expected] of [
    ['leaves what fits', 'one two', 7, ['one two']],
    ['breaks at blanks', 'one two three', 9, ['one two', 'three']],
    ['goes on behind the mark of a list', '  - one two three', 10, ['  - one', '    two', '    three']],
    ['keeps a word whole', 'a https://a.b/c d', 5, ['a', 'https://a.b/c', 'd']],
    ['keeps a long first word beside its mark', '  - https://a.b/c', 5, ['  - https://a.b/c']],
    ['keeps lines and empty lines', 'one two\n\nthree', 4, ['one', 'two', '', 'three']],
    ['counts two cells for a Chinese character', '镜像服务', 6, ['镜像服', '务']],
    ['begins no line with a Chinese mark', '镜像，服务', 5, ['镜', '像，', '服务']],
    ['parts Chinese from other words', 'IMS镜像API', 5, ['IMS镜', '像API']],
    ['counts no style', '\u001B[1mone\u001B[22m two', 7, ['\u001B[1mone\u001B[22m two']],
  ] as const) {
    it(what, () => assert.deepEqual(wrap(text, columns).split('\n'), expected));
  }
});
