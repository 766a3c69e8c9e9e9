import assert from 'node:assert/strict';
import messages from '../../../l10n/bundle.l10n.zh-cn.json';
import { largeFileLimit, largeFileQuestion } from '../../../src/core/assist/large-file-messages';
import { createLocalizer } from '../../../src/core/text/localization';

const english = createLocalizer('en', messages);
const chinese = createLocalizer('zh-cn', messages);

describe('what is said of a file that is too large for extensions', () => {
  it('asks to check it where it can be read piece by piece', () => {
    assert.deepEqual(
      [english, chinese].map((localizer) => largeFileQuestion('traces.json', localizer)),
      [
        {
          message:
            '"traces.json" is larger than 50 MB, so VS Code does not pass it to extensions. Check it from disk?',
          check: 'Check File',
        },
        {
          message: '“traces.json”超过 50 MB，VS Code 不会将其提供给扩展。要直接从磁盘检查吗？',
          check: '检查文件',
        },
      ],
    );
  });

  it('names the limit and what to do elsewhere, as on the web', () => {
    assert.deepEqual(
      [english, chinese].map((localizer) => largeFileLimit('traces.json', localizer)),
      [
        '"traces.json" is larger than 50 MB, so VS Code does not pass it to extensions. Check it with VS Code on the desktop or the command line: \'cts-trace check FILE\'',
        "“traces.json”超过 50 MB，VS Code 不会将其提供给扩展。请使用桌面版 VS Code 或命令行检查：'cts-trace check FILE'",
      ],
    );
  });
});
