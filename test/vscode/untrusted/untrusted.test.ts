import { strict as assert } from 'node:assert';
import { promises, symlinkSync } from 'node:fs';
import * as vscode from 'vscode';
import { acceptedFileText } from '../../../src/core/accepted/accepted-format';
import { AcceptedFiles } from '../../../src/vscode/accepted/accepted-files';
import { Log } from '../../../src/vscode/log';
import { checkAll, linesOf, withCheck } from '../bucket/checked-bucket';
import { diagnosticsOf, hoverAt, openFile, quickFixesAt, show, shownOf, until } from '../editor';
import { gzip, write } from '../gzip';
import { extensionId } from '../id';
import { notificationOf } from '../notification';

const all = [
  'Warning unknown-event "createImages"',
  'Warning missing-field {',
  'Warning wrong-resource-type "image"',
  'Warning unknown-value "Normal"',
];

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Settings that could hide findings, including ones that do not exist yet. */
const hidingSetting = /^ctsTrace\.(?:rules|catalogs|exclude|acceptedFindings)$/;

describe('an untrusted folder', () => {
  it('is not trusted', () => {
    assert.equal(vscode.workspace.isTrusted, false);
  });

  it('has all findings, although its settings turn every rule off', async () => {
    const document = await openFile('ims.json');
    const diagnostics = await diagnosticsOf(document.uri);
    assert.deepEqual(shownOf(document, diagnostics), all);
    // Harmless settings from the same file do apply
    assert.match(diagnostics[0]?.message ?? '', /未知的 IMS 事件/);
    const rules = vscode.workspace.getConfiguration('ctsTrace', document.uri).inspect('rules');
    assert.deepEqual([rules?.workspaceValue, rules?.workspaceFolderValue], [undefined, undefined]);
  });

  it('has hovers and fixes', async () => {
    const document = await openFile('ims.json');
    const [diagnostic] = await diagnosticsOf(document.uri);
    assert.ok(diagnostic);
    assert.match(await hoverAt(document, 'updateImage'), /PATCH \/v2\/images\/\{image_id\}/);
    const [fix] = await quickFixesAt(document, diagnostic.range);
    assert.equal(fix?.title, '替换为“createImage”（会修改事件记录）');
  });

  it('says that the folder must be trusted to add an event to its catalog', async () => {
    const document = await openFile('ims.json');
    const [diagnostic] = await diagnosticsOf(document.uri);
    assert.ok(diagnostic);
    const actions = await quickFixesAt(document, diagnostic.range);
    const action = actions.find(({ command }) => command?.command === 'workbench.trust.manage');
    assert.equal(action?.title, '信任此文件夹后，可将 IMS 事件“createImages”添加到其事件目录');
    assert.ok(actions.every(({ command }) => command?.command !== 'ctsTrace.addToCatalog'));
  });

  it('lets the user settings turn a rule off', async () => {
    const document = await openFile('ims.json');
    const [diagnostic] = await diagnosticsOf(document.uri, (found) => found.length === 4);
    assert.ok(diagnostic);
    const turnOff = (await quickFixesAt(document, diagnostic.range)).at(-1)?.command;
    assert.ok(turnOff);
    try {
      await vscode.commands.executeCommand(turnOff.command, ...(turnOff.arguments ?? []));
      const rest = await diagnosticsOf(document.uri, (found) => found.length === 3);
      assert.deepEqual(shownOf(document, rest), all.slice(1));
    } finally {
      const configuration = vscode.workspace.getConfiguration('ctsTrace');
      await configuration.update('rules', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('opens packed files', async () => {
    const name = 'example_CloudTrace_region-1_2026-11-23T02-12-03Z_0000000000000001.json.gz';
    const text = (await openFile('ims.json')).getText();
    await vscode.commands.executeCommand('vscode.open', await write(name, await gzip(text)));
    const document = await until(
      async () => vscode.window.activeTextEditor?.document,
      (shown) => shown?.uri.scheme === 'cts-trace-formatted',
    );
    assert.ok(document);
    assert.deepEqual(shownOf(document, await diagnosticsOf(document.uri, ({ length }) => length === 4)), all);
  });

  it('is checked as a whole, although its settings exclude files', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const [message] = await notificationOf(() =>
      vscode.commands.executeCommand('ctsTrace.checkFolder', folder.uri, [folder.uri]),
    );
    const entries = await vscode.workspace.fs.readDirectory(folder.uri);
    const files = entries.filter(([name]) => name.includes('.json')).length;
    // The settings may choose the language
    assert.ok(message.startsWith(`已检查 ${files} 个文件中的`), message);
  });

  it('is said to be checked without its rules, catalogs and excluded files', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const event = { service: 'IMS', resourceType: 'image', name: 'createImages' };
    const catalog = new TextEncoder().encode(JSON.stringify({ events: [event] }));
    await write('own.cts-catalog.json', catalog);
    await write('copy.json', await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder.uri, 'ims.json')));
    await withCheck({ name: 'slices', startThread: undefined }, async (check) => {
      const bucket = await checkAll(check, [folder.uri]);
      const lines = bucket ? linesOf(check, bucket) : [];
      const own = lines.filter((line) => /^(?:copy|ims)\.json/.test(line));
      const rules = '6 unknown-event | 19 missing-field | 22 wrong-resource-type | 24 unknown-value';
      assert.deepEqual(own, [`copy.json | read | ${rules}`, `ims.json | read | ${rules}`]);
      assert.deepEqual(bucket?.report.notes, [
        '受限模式：信任该文件夹后，其中的规则、事件目录、排除设置和已接受的检查结果才会生效',
      ]);
    });
  });

  it('cannot silence its own findings, even if the user settings name a file in it', async () => {
    const id = '5f0c1d9a-1111-4222-8333-000000000001';
    const document = await show(
      await write(
        'silent.json',
        encode(
          `[{"trace_id":"${id}","service_type":"IMS","resource_type":"image","trace_name":"createImages","trace_rating":"normal","trace_type":"ApiCall"}]`,
        ),
      ),
    );
    const isAccepted = (found: readonly vscode.Diagnostic[]) =>
      found.length > 0 && !shownOf(document, found).some((text) => text.includes('unknown-event'));
    await diagnosticsOf(document.uri);
    const acceptance = { rule: 'unknown-event', traceId: id, keyPath: '/trace_name', reason: 'hide it' };
    const text = acceptedFileText([{ ...acceptance, date: '2026-11-20' }]);
    const inside = await write('review.cts-accepted.json', encode(text));
    const outside = vscode.Uri.joinPath(inside, '../../outside.cts-accepted.json');
    const link = vscode.Uri.joinPath(inside, '../../link.cts-accepted.json');
    await vscode.workspace.fs.writeFile(outside, encode(text));
    symlinkSync(inside.fsPath, link.fsPath);
    const log = new Log();
    const files = new AcceptedFiles((path) => promises.realpath(path), log);
    const configuration = vscode.workspace.getConfiguration('ctsTrace');
    const useFile = async (path: string): Promise<string | undefined> => {
      await configuration.update('acceptedFindings', path, vscode.ConfigurationTarget.Global);
      await until(
        async () => files.at(document.uri)?.path,
        (read) => read === path,
      );
      return files.at(document.uri)?.trouble;
    };
    try {
      for (const path of [inside.fsPath, 'review.cts-accepted.json', link.fsPath]) {
        assert.equal(await useFile(path), 'untrusted', path);
        assert.ok(!isAccepted(await diagnosticsOf(document.uri)), path);
      }
      assert.equal(await useFile(outside.fsPath), undefined);
      await diagnosticsOf(document.uri, isAccepted);
      await useFile(link.fsPath);
      await diagnosticsOf(document.uri, (found) => found.length > 0 && !isAccepted(found));
    } finally {
      await configuration.update('acceptedFindings', undefined, vscode.ConfigurationTarget.Global);
      vscode.Disposable.from(files, log).dispose();
      for (const uri of [inside, outside, link]) await vscode.workspace.fs.delete(uri);
    }
  });

  it('ignores all settings that could hide findings', () => {
    const { capabilities, contributes } = vscode.extensions.getExtension(extensionId)?.packageJSON ?? {};
    const hidingNames = Object.keys(contributes.configuration.properties).filter((name) =>
      hidingSetting.test(name),
    );
    assert.equal(capabilities.untrustedWorkspaces.supported, 'limited');
    assert.deepEqual(
      [...capabilities.untrustedWorkspaces.restrictedConfigurations].sort(),
      hidingNames.sort(),
    );
  });
});
