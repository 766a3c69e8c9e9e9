import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { openText, until } from '../editor';

const text = `{"time":1795136523120,"service_type":"IMS","resource_type":"image","trace_name":"addTag","trace_rating":"normal","trace_type":"ApiCall","code":"204"}
{"time":1795136523121,"service_type":"IMS","resource_type":"ims","trace_name":"copyImage","trace_rating":"warning","trace_type":"ApiCall","code":"403"}
`;
const ofFirst = ['2026-11-20 01:02:03.120 UTC', '→ PUT /v2/images/{image_id}/tags/{tag}', 'No Content'];
const ofSecond = ['2026-11-20 01:02:03.121 UTC', 'no Glance counterpart', 'Forbidden'];
const all = [...ofFirst, ...ofSecond];

/** The hints in a range of lines, last included; lines count from 0. */
async function hintsIn(document: vscode.TextDocument, lines: readonly [number, number]) {
  const [first, last] = lines;
  return vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    new vscode.Range(first, 0, last, document.lineAt(last).text.length),
  );
}

async function labelsIn(
  document: vscode.TextDocument,
  lines: readonly [number, number] = [0, 1],
): Promise<readonly string[]> {
  const hints = await hintsIn(document, lines);
  return hints.map(({ label }) =>
    typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
  );
}

function areAll(labels: readonly string[]): boolean {
  return labels.length === all.length;
}

describe('inlay hints', () => {
  it('explain times, event names and status codes, and come after them', async () => {
    const document = await openText(text, 'jsonl');
    assert.deepEqual(await until(() => labelsIn(document), areAll), all);
    const places = (await hintsIn(document, [0, 0])).map(({ position }) =>
      document.getText(new vscode.Range(new vscode.Position(0, 0), position)).slice(-8),
    );
    assert.deepEqual(places, ['36523120', '"addTag"', ':"204"'.padStart(8, 'e"')]);
  });

  it('are limited to the requested lines', async () => {
    const document = await openText(text, 'jsonl');
    await until(() => labelsIn(document), areAll);
    assert.deepEqual(await labelsIn(document, [1, 1]), ofSecond);
  });

  it('follow the settings', async () => {
    const document = await openText(text, 'jsonl');
    await until(() => labelsIn(document), areAll);
    const configuration = vscode.workspace.getConfiguration('ctsTrace');
    const names = ['inlayHints.time', 'inlayHints.glanceCall', 'inlayHints.httpStatus'];
    try {
      for (const [index, name] of names.entries()) {
        await configuration.update(name, false, vscode.ConfigurationTarget.Global);
        const rest = all.filter((_label, at) => at % names.length > index);
        assert.deepEqual(
          await until(
            () => labelsIn(document),
            (labels) => labels.length === rest.length,
          ),
          rest,
        );
      }
      for (const name of names)
        await configuration.update(name, undefined, vscode.ConfigurationTarget.Global);
      await configuration.update('language', 'zh-cn', vscode.ConfigurationTarget.Global);
      const chinese = await until(
        () => labelsIn(document),
        (labels) => labels.includes('Forbidden（禁止访问）'),
      );
      assert.deepEqual(chinese.slice(3), [
        '2026-11-20 01:02:03.121 UTC',
        '无对应 Glance 接口',
        'Forbidden（禁止访问）',
      ]);
    } finally {
      for (const name of [...names, 'language']) {
        await configuration.update(name, undefined, vscode.ConfigurationTarget.Global);
      }
    }
  });

  it('have the right positions right after an edit', async () => {
    const document = await openText(text, 'jsonl');
    await until(() => labelsIn(document), areAll);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 1), '"trace_id":"x",');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.deepEqual(await labelsIn(document), all);
  });

  it('are limited in number if the whole file is one line', async () => {
    const record = text.split('\n', 1)[0] ?? '';
    const document = await openText(`[${Array.from({ length: 20_000 }, () => record).join(',')}]`);
    await until(
      () => labelsIn(document, [0, 0]),
      (labels) => labels.length === 900,
    );
  });

  it('are not shown in other JSON', async () => {
    const document = await openText('{ "time": 1795136523120, "code": 404 }');
    assert.deepEqual(await labelsIn(document, [0, 0]), []);
  });
});
