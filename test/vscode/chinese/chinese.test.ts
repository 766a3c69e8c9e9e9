import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { diagnosticsOf, hoverAt, openFile, quickFixesAt, until } from '../editor';

async function messagesIn(language: 'chinese' | 'english'): Promise<readonly string[]> {
  const document = await openFile('ims.json');
  const isChinese = ({ message }: vscode.Diagnostic) => /\p{Script=Han}/u.test(message);
  const found = await diagnosticsOf(
    document.uri,
    (diagnostics) => diagnostics.length === 4 && diagnostics.every(isChinese) === (language === 'chinese'),
  );
  return found.map(({ message }) => message);
}

async function fixTitles(): Promise<readonly string[]> {
  const document = await openFile('ims.json');
  const [diagnostic] = await diagnosticsOf(document.uri);
  assert.ok(diagnostic);
  return (await quickFixesAt(document, diagnostic.range)).map(({ title }) => title);
}

const chineseMessages = [
  '未知的 IMS 事件“createImages”。是不是“createImage”？',
  '缺少字段“trace_type”，每个 CTS 事件都有该字段',
  '资源类型“image”与事件“copyImage”不符，应为“ims”',
  'trace_rating 的取值“Normal”未知，应为“normal”、“warning”、“incident”之一',
];

const englishMessages = [
  'Unknown IMS event "createImages". Did you mean "createImage"?',
  'Field "trace_type" is missing. Every CTS trace has it',
  'Resource type "image" is not valid for event "copyImage"; expected "ims"',
  'Unknown trace_rating "Normal"; expected one of "normal", "warning", "incident"',
];

describe('a Chinese window', () => {
  it('has Chinese as its display language', () => {
    assert.equal(vscode.env.language, 'zh-cn');
  });

  it('has findings in Chinese', async () => {
    assert.deepEqual(await messagesIn('chinese'), chineseMessages);
  });

  it('has links from findings to the Chinese rules document', async () => {
    const [{ code } = { code: undefined }] = await diagnosticsOf((await openFile('ims.json')).uri);
    assert.ok(typeof code === 'object');
    await vscode.commands.executeCommand(code.target.path, JSON.parse(code.target.query));
    await until(
      async () => vscode.window.tabGroups.activeTabGroup.activeTab?.label,
      (label) => label?.includes('rules.zh-cn.md') === true,
    );
  });

  it('has hovers in Chinese', async () => {
    const document = await openFile('ims.json');
    await messagesIn('chinese');
    const hover = await hoverAt(document, 'updateImage');
    assert.match(hover, /^\*\*updateImage\*\* · 修改镜像信息\/上传镜像 · /);
    assert.match(hover, /来源：/);
    assert.match(await hoverAt(document, 'ConsoleAction'), /控制台/);
  });

  it('has fixes in Chinese', async () => {
    await messagesIn('chinese');
    assert.deepEqual(await fixTitles(), [
      '替换为“createImage”（会修改事件记录）',
      '将 IMS 事件“createImages”添加到工作区事件目录',
      '关于规则“unknown-event”',
      '将“unknown-event”降为提示（此工作区）',
      '将“unknown-event”降为提示（用户设置，所有文件夹）',
      '关闭“unknown-event”（此工作区）',
      '关闭“unknown-event”（用户设置，所有文件夹）',
    ]);
  });

  it('has findings, hovers and fixes in English if configured', async () => {
    const configuration = vscode.workspace.getConfiguration('ctsTrace');
    try {
      await configuration.update('language', 'en', vscode.ConfigurationTarget.Global);
      assert.deepEqual(await messagesIn('english'), englishMessages);
      const document = await openFile('ims.json');
      assert.match(await hoverAt(document, 'updateImage'), /Source: /);
      assert.equal((await fixTitles())[0], 'Replace with "createImage" (edits the record)');
    } finally {
      await configuration.update('language', undefined, vscode.ConfigurationTarget.Global);
      await messagesIn('chinese');
    }
  });
});
