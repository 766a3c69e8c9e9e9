import assert from 'node:assert/strict';
import { copiedText } from '../../../src/core/assist/copied-text';
import { settingsIn } from '../../support/asking';

describe('what is said after a trace was copied', () => {
  it('counts the masked credentials in both languages', () => {
    const [english, chinese] = [settingsIn('en').localizer, settingsIn('zh-cn').localizer];
    assert.equal(copiedText(1, english), 'Trace copied, 1 credential masked');
    assert.equal(copiedText(3, english), 'Trace copied, 3 credentials masked');
    assert.equal(copiedText(3, chinese), '已复制事件，其中 3 处凭证已脱敏');
  });
});
