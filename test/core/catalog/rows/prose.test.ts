import assert from 'node:assert/strict';
import { attributes } from '../../../../src/core/catalog/rows/attributes';
import { imsEvents } from '../../../../src/core/catalog/rows/ims-events';

const imsApi = 'https://support.huaweicloud.com/api-ims/ims_03_';
const imsApiEnglish = 'https://support.huaweicloud.com/intl/en-us/api-ims/ims_03_';
const imageApi = 'https://docs.openstack.org/api-ref/image/v2/index.html';

/** The addresses seen in a source. */
const seen = new Set([
  imageApi,
  ...['create-image', 'update-image', 'upload-binary-image-data', 'interoperable-image-import'].map(
    (anchor) => `${imageApi}#${anchor}`,
  ),
  ...[
    ...[
      '0603',
      '0604',
      '0605',
      '0608',
      '0609',
      '0612',
      '0617',
      '0618',
      '0619',
      '0623',
      '0624',
      '0625',
      '0627',
      '0662',
    ],
    ...['0704', '0705', '0706', '0707', '0708', '0712', '0713', '0720', '0721', '0724'],
  ].map((page) => `${imsApi}${page}.html`),
  ...[
    ...[
      '0603',
      '0603_1',
      '0605_1',
      '0606_1',
      '0609_1',
      '0612',
      '0617',
      '0619',
      '0624',
      '0627_1',
      '0628',
      '0662',
      '0705',
      '0706',
      '0707',
      '0712',
      '0724',
    ],
  ].map((page) => `${imsApiEnglish}${page}.html`),
]);

/** Every string in a value, with its path. */
function textsIn(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`));
}

const texts = [...textsIn(imsEvents, 'ims'), ...textsIn(attributes, 'attributes')];

describe('the prose of the catalog', () => {
  it('links to exactly the addresses seen in a source', () => {
    const linked = texts.map(([, text]) => text).filter((text) => text.includes('://'));
    assert.deepEqual(new Set(linked), seen);
  });

  it('exists in both languages', () => {
    const english = texts.filter(([path]) => path.endsWith('.en') && !path.includes('.url.'));
    assert.ok(english.length > 100);
    for (const [path, text] of english) {
      const chinese = texts.find(([other]) => other === path.replace(/\.en$/, '.zh'))?.[1] ?? '';
      assert.notEqual(text.trim(), '', path);
      assert.match(chinese, /\p{Script=Han}/u, path);
      assert.doesNotMatch(text, /\p{Script=Han}/u, path);
    }
  });
});
