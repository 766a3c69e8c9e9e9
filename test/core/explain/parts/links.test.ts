import assert from 'node:assert/strict';
import messages from '../../../../l10n/bundle.l10n.zh-cn.json';
import { pageLink } from '../../../../src/core/explain/parts/links';
import { findPageLanguage } from '../../../../src/core/explain/parts/page-languages';
import { createLocalizer } from '../../../../src/core/text/localization';
import { type Line, lines, toMarkdown, toPlainText } from '../../../../src/core/text/markdown';
import { english } from '../../../support/harness';

const chinese = createLocalizer('zh-cn', messages);

const huawei = 'support.huaweicloud.com';
const openStack = 'docs.openstack.org/api-ref/image/v2/index.html';

function bothForms(line: Line): readonly string[] {
  return [toMarkdown([lines(line)]), toPlainText([lines(line)])];
}

describe('the language of a page', () => {
  for (const [address, language] of [
    [`${huawei}/api-ims/ims_03_0625.html`, 'zh'],
    [`${huawei}/intl/en-us/api-ims/ims_03_0625.html`, 'en'],
    [`${huawei}/intl/en-us/eu-west-0-usermanual-ecs/a.html`, 'en'],
    [`${huawei}/intl/zh-cn/ae-ad-1-usermanual-swr/a.html`, 'zh'],
    [`${huawei}/intl/th-th/usermanual-ram/a.html`, 'th'],
    [`${huawei}/intl/es-us/usermanual-rgc/a.html`, 'es'],
    [`${huawei}/intl/id-id/usermanual-organizations/a.html`, 'id'],
    [`${huawei}/intl/fr-fr/usermanual-ecs/a.html`, undefined],
    [`${huawei}/intl/usermanual-ecs/a.html`, undefined],
    [`${huawei}/eu/usermanual-eg/a.html`, 'en'],
    [openStack, 'en'],
    ['github.com/openstack/glance/blob/master/README.rst', 'en'],
    ['github.com/huaweicloudDocs/ims/blob/master/cn.zh-cn/a.md', 'zh'],
    ['example.com/a.html', undefined],
  ] as const) {
    it(`is ${language ?? 'unknown'} for ${address}`, () => {
      assert.equal(findPageLanguage(`https://${address}`), language);
    });
  }
});

describe('a link to a page', () => {
  it('has no mark if the page is in the language of the reader, or in one that is not known', () => {
    assert.deepEqual(bothForms(pageLink('Glance API', `https://${openStack}`, english)), [
      `[Glance API](https://${openStack})`,
      `Glance API: https://${openStack}`,
    ]);
    assert.deepEqual(bothForms(pageLink('a.html', 'https://example.com/a.html', chinese)), [
      '[a.html](https://example.com/a.html)',
      'a.html: https://example.com/a.html',
    ]);
  });

  it('has a mark in its text if the page is in another language', () => {
    const page = `https://${huawei}/api-ims/ims_03_0625.html`;
    assert.deepEqual(bothForms(pageLink('IMS API', page, english)), [
      `[IMS API (in Chinese)](${page})`,
      `IMS API (in Chinese): ${page}`,
    ]);
    assert.deepEqual(bothForms(pageLink('Glance 接口', `https://${openStack}`, chinese)), [
      `[Glance 接口（英文）](https://${openStack})`,
      `Glance 接口（英文）: https://${openStack}`,
    ]);
  });

  it('has the mark after an address, so that it does not become part of it', () => {
    const page = `${huawei}/intl/th-th/usermanual-ram/a.html`;
    assert.deepEqual(bothForms(pageLink(page, `https://${page}`, chinese)), [
      `[${page}](https://${page}) （泰文）`,
      `https://${page} （泰文）`,
    ]);
  });
});
