import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ctsTrace, root } from '../../support/command';

const exitCodes = `
Exit codes:
    0  Done; 'check': no findings at or above '--fail-on'
    1  Findings, evidence that does not hold, or an unknown name
    2  Usage error, or an input that cannot be read to its end
    3  'verify': not all of the evidence could be checked
  130  Interrupted
`;

const help = `Usage: cts-trace [options] [command]

Checks and explains trace files of Huawei Cloud's Cloud Trace Service (CTS)

Options:
  -V, --version                      Show the version
  --lang <language>                  en | zh-cn (default: from the environment)
  --color                            Use colours even if the output is not a
                                     terminal
  --no-color                         Do not use colours
  -h, --help                         Show this help

Commands:
  check [options] [path...]          Check trace files
  summary [options] [path...]        Count traces by user, event, address and
                                     more
  search [options] [text] [path...]  Find traces and list them by time
  verify [options] [path...]         Verify trace files against their digests
  explain [options] <name>           Explain an event name
  catalog [options]                  List known events
  help [command]                     Show help for a command
${exitCodes}`;

const checkHelp = `用法：cts-trace check [options] [path...]

检查事件文件

参数：
  path                            文件、文件夹（读取其中的 *.json、*.jsonl 和 *.ndjson，也可带
                                  .gz）或 -（标准输入）；默认为当前文件夹

选项：
  --format <format>               pretty 供人阅读；json、ndjson 供程序读取；sarif
                                  供汇总分析结果的工具；github 用于 GitHub Actions（默认 pretty）
  --catalog <file>                添加自己的事件目录或 ListOperations 接口响应中的事件；可多次使用
  --jobs <number>                 读取文件的线程数（默认与处理器核数相同）
  --exclude <glob>                跳过路径匹配的文件和文件夹，例如 '**/Digest/**'；可多次使用
  --quiet                         不显示进度
  --from <time>                   起始时间或日期；未写时区时为 UTC
  --to <time>                     截止时间，或截止日期当天结束；未写时区时为 UTC
  --last <length>                 只看截至现在的最近几周、几天、几小时或几分钟：2w、30d、12h 或 90m
  --rule <id=severity>            设置规则的级别：error | warning | information | hint |
                                  off；可多次使用
  --fail-on <severity>            有该级别及以上的检查结果时，退出码为 1：error | warning |
                                  information | hint（默认 warning）
  --accepted <file>               不计入此文件已接受的检查结果
  --write-accepted <file>         把其余检查结果写入此文件，记为已接受；须同时使用 '--reason'
  --reason <text>                 接受的理由
  --author <name>                 接受人
  --max-traces-compared <number>  最多在多少个事件中查找副本，每个占 24 字节内存（默认 16,000,000）
  -h, --help                      显示本帮助

所有命令的选项：
  -V, --version                   显示版本
  --lang <language>               en | zh-cn（默认跟随环境语言）
  --color                         即使不是输出到终端，也使用颜色
  --no-color                      不使用颜色

示例：
  这些事件有没有问题，哪些应复核？
    cts-trace check bucket --rule notable-event=information
  把检查结果上传到读取 SARIF 的工具
    cts-trace check bucket --format sarif > findings.sarif
  接受已复核的检查结果，此后只报告新的
    cts-trace check bucket --write-accepted review.cts-accepted.json --reason 'reviewed'
    cts-trace check bucket --accepted review.cts-accepted.json

退出码：
    0  没有达到 '--fail-on' 级别的检查结果
    1  有达到 '--fail-on' 级别的检查结果
    2  用法错误，或有输入无法完整读取
  130  已中断
`;

describe('cts-trace', () => {
  it('shows its help', async () =>
    assert.deepEqual(await ctsTrace(['--help']), { code: 0, out: help, err: '' }));

  it('shows its help as a usage error if no command is given', async () =>
    assert.deepEqual(await ctsTrace([]), { code: 2, out: '', err: help }));

  it('shows the help of a command in Chinese', async () =>
    assert.deepEqual(await ctsTrace(['check', '--help', '--lang', 'zh-cn']), {
      code: 0,
      out: checkHelp,
      err: '',
    }));

  for (const [command, lines] of [
    ['search', ['0  Done, even if no trace was found']],
    [
      'verify',
      [
        '0  The evidence holds',
        '1  The evidence does not hold',
        '3  Not all of the evidence could be checked',
      ],
    ],
    ['explain', ['0  Done', '1  Unknown name']],
  ] as const)
    it(`says what the exit codes of ${command} mean`, async () => {
      const { out } = await ctsTrace([command, '--help']);
      const listed = out.slice(out.indexOf('Exit codes:')).trimEnd().split('\n').slice(1);
      const common = ['2  Usage error, or an input that cannot be read to its end', '130  Interrupted'];
      assert.deepEqual(listed.map((line) => line.trim()).sort(), [...lines, ...common].sort());
    });

  it('shows the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    assert.deepEqual(await ctsTrace(['--version']), { code: 0, out: `${version}\n`, err: '' });
  });

  for (const [env, args, language] of [
    [{ LANG: 'zh_CN.UTF-8' }, [], 'zh-cn'],
    [{ LANG: 'zh_TW' }, [], 'zh-cn'],
    [{ LANG: 'C' }, [], 'en'],
    [{ LANG: 'de_DE.UTF-8' }, [], 'en'],
    [{ LANG: 'zh' }, [], 'zh-cn'],
    [{ LANG: 'ZH_cn.GBK' }, [], 'zh-cn'],
    [{ LANG: 'zh@pinyin' }, [], 'zh-cn'],
    [{ LANG: 'zha_CN.UTF-8' }, [], 'en'],
    [{ LANG: 'zhx' }, [], 'en'],
    [{ LANG: 'en_US', LC_MESSAGES: 'zh_CN' }, [], 'zh-cn'],
    [{ LANG: 'zh_CN', LC_MESSAGES: 'zh_CN', LC_ALL: 'C' }, [], 'en'],
    [{ LANG: 'zh_CN' }, ['--lang', 'en'], 'en'],
    [{ LANG: 'en_US' }, ['--lang=zh-cn'], 'zh-cn'],
    [{ LANG: 'en_US' }, ['--lang', 'zh-CN'], 'zh-cn'],
    [{ LANG: 'en_US' }, ['--lang=zh_CN'], 'zh-cn'],
    [{ LANG: 'zh_CN' }, ['--lang', 'EN'], 'en'],
    [{ LANG: 'en_US' }, ['--lang', 'zh-cn', '--lang', 'en'], 'en'],
  ] as const) {
    it(`speaks ${language} for ${JSON.stringify(env)} ${args.join(' ')}`, async () => {
      const { out } = await ctsTrace(['catalog', ...args], { env });
      assert.equal(out.startsWith('云服务'), language === 'zh-cn');
    });
  }
});
