import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Region, Result, Run } from 'sarif';
import { rules } from '../../../../src/core/rules/rules';
import {
  ctsTrace,
  folderWith,
  hint,
  json,
  misspelledTrace,
  removeFolders,
  root,
  validTrace,
} from '../../../support/command';
import { applyEdits } from '../../../support/harness';
import { checkAsSarif, readSarif } from '../../../support/sarif';

const id = (number: number) => `ad165000-c5f7-11f0-9c1e-${String(number).padStart(12, '0')}`;
const misspelled = (number: number) => ({ ...misspelledTrace, trace_id: id(number) });
const quietClock = ['--rule', 'trace-id-clock=off'];

/** The full address of the file of a result. */
function addressOf(result: Result, run: Run): string {
  const { uri = '', uriBaseId } = result.locations?.[0]?.physicalLocation?.artifactLocation ?? {};
  const base = uriBaseId === undefined ? undefined : run.originalUriBaseIds?.[uriBaseId]?.uri;
  return new URL(uri, base).href;
}

function regionOf(result: Result): Region {
  return result.locations?.[0]?.physicalLocation?.region ?? {};
}

/** The text of a region, by its lines and columns. */
function textIn(
  text: string,
  { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 }: Region,
): string {
  const lines = text.split('\n');
  const offsetOf = (line: number, column: number) =>
    lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
  return text.slice(offsetOf(startLine, startColumn), offsetOf(endLine, endColumn));
}

function fingerprintOf({ partialFingerprints }: Result): string | undefined {
  return partialFingerprints?.['primaryLocationLineHash'];
}

describe('cts-trace check --format sarif', () => {
  after(removeFolders);

  for (const language of ['en', 'zh-cn'] as const)
    it(`is valid for all samples, in ${language}`, async () => {
      const args = ['samples', '--rule', 'notable-event=information', '--lang', language];
      const { run, results } = await checkAsSarif(args);
      const { out } = await ctsTrace(['check', ...args, '--format', 'json']);
      const expected = JSON.parse(out).files.flatMap(
        ({ path: file, findings }: { readonly path: string; readonly findings: readonly Result[] }) =>
          findings.map((finding) => ({ file, ...finding })),
      );
      assert.equal(results.length, expected.length);
      for (const [index, { file, rule, message, offset, length, traceId, keyPath }] of expected.entries()) {
        const result = results[index];
        assert.ok(result);
        assert.deepEqual([result.ruleId, result.message.text], [rule, message]);
        const found = fileURLToPath(addressOf(result, run));
        assert.equal(found, path.resolve(root, file));
        const text = readFileSync(found, 'utf8');
        assert.equal(textIn(text, regionOf(result)), text.slice(offset, offset + length));
        const logical = result.locations?.[0]?.logicalLocations?.[0]?.fullyQualifiedName;
        if (traceId !== undefined) assert.equal(logical, `${traceId}${keyPath}`);
        assert.equal(fingerprintOf(result) !== undefined, traceId !== undefined);
      }
      assert.equal(run.language, language === 'en' ? 'en-US' : 'zh-CN');
      assert.deepEqual(run.invocations, [{ executionSuccessful: true }]);
    });

  it('describes every rule', async () => {
    const { run } = await checkAsSarif([], { cwd: folderWith({}) });
    const described = run.tool.driver.rules ?? [];
    assert.deepEqual(
      described.map((rule) => rule.id),
      rules.map((rule) => rule.id),
    );
    for (const { name, shortDescription, fullDescription, help, defaultConfiguration } of described) {
      assert.match(name ?? '', /^[A-Z][A-Za-z]+$/);
      assert.ok(shortDescription?.text && fullDescription?.text && help?.text && help.markdown);
      assert.ok(defaultConfiguration?.level ?? defaultConfiguration?.enabled === false);
    }
    assert.deepEqual(run.results, []);
  });

  it('names rules, levels and exact severities', async () => {
    const cwd = folderWith({ 'a.json': `[${json(misspelledTrace)},${json(hint)} rubbish]` });
    const { run, results, answer } = await checkAsSarif(['a.json'], { cwd });
    assert.deepEqual(
      results.map(({ ruleId, ruleIndex = -1, level, properties }) => [
        ruleId,
        run.tool.driver.rules?.[ruleIndex]?.id,
        level,
        properties?.['severity'],
      ]),
      [
        ['unknown-event', 'unknown-event', 'warning', 'warning'],
        ['event-spelling', 'event-spelling', 'note', 'hint'],
        ['json-syntax', 'json-syntax', 'error', 'error'],
      ],
    );
    assert.equal(answer.code, 1);
  });

  it('keeps the fingerprint of a finding wherever its trace is, and has another for each finding', async () => {
    const cwd = folderWith({
      'a.json': json(misspelled(1), misspelled(2)),
      'b.json': `[\n\n${JSON.stringify(misspelled(2), null, 2)}]`,
      'c.json': json(misspelled(1)),
    });
    const fingerprints = async (...files: readonly string[]) =>
      (await checkAsSarif([...files, ...quietClock, '--rule', 'duplicate-trace=off'], { cwd })).results.map(
        fingerprintOf,
      );
    const [first, second] = await fingerprints('a.json');
    assert.match(first ?? '', /^[0-9a-f]{16}:1$/);
    assert.notEqual(first, second);
    assert.deepEqual(await fingerprints('b.json', 'c.json'), [second, first]);
    assert.deepEqual(await fingerprints('c.json', 'a.json'), [first, first?.replace(/1$/, '2'), second]);
  });

  it('has addresses that lead to files with any name, also outside of the folder', async function () {
    if (process.platform === 'win32') this.skip();
    const names = [
      'a b.json',
      '100%.json',
      '#1?.json',
      'c:d.json',
      '镜像.json',
      'x\u0001\n.json',
      '[1](2).json',
    ];
    const files = Object.fromEntries(names.map((name) => [`in/${name}`, json(misspelledTrace)]));
    const folder = folderWith({ ...files, 'out.json': json(misspelledTrace) });
    const cwd = path.join(folder, 'in');
    const latin = Buffer.concat([Buffer.from(`${cwd}/`), Buffer.from([0xe9]), Buffer.from('.json')]);
    writeFileSync(latin, json(misspelledTrace));
    const { run, results } = await checkAsSarif(['.', '../out.json'], { cwd });
    const addresses = results.map((result) => addressOf(result, run));
    assert.deepEqual(
      addresses
        .filter((address) => !address.includes('%E9.json'))
        .map((address) => path.relative(cwd, fileURLToPath(address)))
        .sort(),
      [...names, '../out.json'].sort(),
    );
    assert.ok(addresses.some((address) => address.endsWith('/%E9.json')));
    assert.ok(
      results.every(
        ({ locations }) =>
          !/[^\w.%~/:-]/.test(
            JSON.stringify(locations?.[0]?.physicalLocation?.artifactLocation?.uri).slice(1, -1),
          ),
      ),
    );
  });

  it('has the folder of the run as the base of addresses', async () => {
    const cwd = folderWith({ 'a.json': '[]' });
    const { run } = await checkAsSarif(['a.json'], { cwd });
    const base = run.originalUriBaseIds?.['SRCROOT']?.uri ?? '';
    assert.ok(base.endsWith('/') && existsSync(path.join(fileURLToPath(base), 'a.json')));
  });

  it('has the place in the unpacked text of packed files, and no fixes for them', async () => {
    const text = `[\n${json(validTrace)},\n${json(misspelled(7))}\n]`;
    const files = { 'a.json': text, 'b.json.gz': gzipSync(text), 'c.json': gzipSync(text) };
    const { results } = await checkAsSarif(['a.json', 'b.json.gz', 'c.json', ...quietClock], {
      cwd: folderWith(files),
    });
    const events = results.filter(({ ruleId }) => ruleId === 'unknown-event');
    assert.deepEqual(
      events.map((result) => [
        textIn(text, regionOf(result)),
        result.locations?.[0]?.logicalLocations?.[0]?.fullyQualifiedName,
        result.locations?.[0]?.physicalLocation?.properties?.['isUnpackedText'],
        result.fixes?.length,
      ]),
      [
        ['"createImages"', `${id(7)}/trace_name`, undefined, 1],
        ['"createImages"', `${id(7)}/trace_name`, true, undefined],
        ['"createImages"', `${id(7)}/trace_name`, true, undefined],
      ],
    );
  });

  it('has fixes that can be applied', async () => {
    const text = `\n [${json({ ...misspelledTrace, trace_name: 'createImag' })}]`;
    const { results } = await checkAsSarif(['a.json'], { cwd: folderWith({ 'a.json': text }) });
    const [change] = results[0]?.fixes?.[0]?.artifactChanges ?? [];
    const edits = change?.replacements.map(({ deletedRegion, insertedContent }) => ({
      span: { offset: deletedRegion.charOffset ?? 0, length: deletedRegion.charLength ?? 0 },
      text: insertedContent?.text ?? '',
    }));
    assert.deepEqual(JSON.parse(applyEdits(text, edits ?? [])), [
      { ...misspelledTrace, trace_name: 'createImage' },
    ]);
  });

  it('has the related place of a copy, also in another file', async () => {
    const texts = { 'a.json': json(misspelled(1)), 'b.json': `\n${json(misspelled(1), misspelled(1))}` };
    const { results } = await checkAsSarif(['a.json', 'b.json', ...quietClock], { cwd: folderWith(texts) });
    const related = results.flatMap(({ relatedLocations = [] }) => relatedLocations);
    assert.deepEqual(
      related.map(({ id: number, message, physicalLocation }) => [
        number,
        message?.text,
        physicalLocation?.artifactLocation?.uri,
        textIn(texts['a.json'], physicalLocation?.region ?? {}),
      ]),
      [
        [1, 'First copy', 'a.json', `"${id(1)}"`],
        [1, 'First copy', 'a.json', `"${id(1)}"`],
      ],
    );
  });

  it('says which inputs were not read, and what is missing', async () => {
    const name = (hour: number) =>
      `CloudTraces/cn-north-4/2026/11/20/system/IMS/demo_CloudTrace_cn-north-4_2026-11-20T0${hour}-10-00Z_${String(hour).repeat(16)}.json.gz`;
    const packed = gzipSync(json(validTrace));
    const files = {
      'a.json': 'a\0',
      'b.json.gz': gzipSync(
        json(...Array.from({ length: 50 }, (_, index) => ({ ...validTrace, index }))),
      ).subarray(0, -20),
      ...Object.fromEntries([1, 2, 3, 5, 6, 7].map((hour) => [name(hour), packed])),
    };
    const { run, answer } = await checkAsSarif(['.', 'gone.json'], { cwd: folderWith(files) });
    const [invocation] = run.invocations ?? [];
    assert.deepEqual([answer.code, invocation?.executionSuccessful], [2, false]);
    const notes = (invocation?.toolExecutionNotifications ?? []).map(({ level, message, locations }) => [
      level,
      locations?.[0]?.physicalLocation?.artifactLocation?.uri,
      message.text?.slice(0, 30),
    ]);
    assert.deepEqual(notes.slice(0, 3), [
      ['error', 'a.json', '"a.json" is not text: it conta'],
      ['error', 'b.json.gz', '"b.json.gz" is cut off: the gz'],
      ['error', 'gone.json', '"gone.json" cannot be opened: '],
    ]);
    assert.deepEqual(
      notes.slice(3).map(([level, at, text]) => [level, at, text?.slice(0, 8)]),
      [['warning', undefined, 'Possibly']],
    );
    const { coverage } = run.properties ?? {};
    assert.deepEqual(
      [coverage.files.unreadable, coverage.files['read-in-part'], coverage.files.read],
      [2, 1, 6],
    );
  });

  it('has accepted findings as suppressed results', async () => {
    const cwd = folderWith({ 'a.json': json(misspelled(1), misspelled(2)) });
    const acceptance = { rule: 'unknown-event', traceId: id(2), keyPath: '/trace_name' };
    const accepted = [{ ...acceptance, reason: 'known [here](x)', author: 'mei', date: '2026-11-20' }];
    writeFileSync(path.join(cwd, 'ok.json'), JSON.stringify({ version: 1, accepted }));
    const { results } = await checkAsSarif(['a.json', ...quietClock, '--accepted', 'ok.json'], { cwd });
    assert.deepEqual(
      results.map(({ suppressions }) => suppressions),
      [
        [],
        [
          {
            kind: 'external',
            status: 'accepted',
            justification: 'known [here](x)',
            properties: { author: 'mei', date: '2026-11-20' },
          },
        ],
      ],
    );
  });

  it('lets no foreign text become a link, a placeholder or a control character', async () => {
    const name = '[Click](https://example.com) {0} \u001B[2J\u202E';
    const cwd = folderWith({ 'a.json': json({ ...misspelledTrace, trace_name: name }) });
    const { results, answer } = await checkAsSarif(['a.json'], { cwd });
    const text = results[0]?.message.text ?? '';
    assert.ok(text.includes('[Click\\](https://example.com) {{0}} '), text);
    assert.doesNotMatch(answer.out, /[^\n\P{C}]/u);
  });

  it('has at most 5,000 results, the gravest, and one for the others of each rule', async function () {
    this.timeout(30_000);
    const hints = json(...Array.from({ length: 5500 }, (_, number) => ({ ...hint, trace_id: id(number) })));
    const warnings = json(...Array.from({ length: 400 }, (_, number) => misspelled(10_000 + number)));
    const cwd = folderWith({ 'a.json': hints, 'b.json': warnings });
    const { results } = await checkAsSarif(['.', ...quietClock], { cwd });
    const [folded] = results.filter(({ occurrenceCount }) => occurrenceCount !== undefined);
    assert.deepEqual(
      [
        results.length <= 5000,
        results.filter(({ ruleId }) => ruleId === 'unknown-event').length,
        results.reduce((sum, { occurrenceCount = 1 }) => sum + occurrenceCount, 0),
        folded?.level,
      ],
      [true, 400, 5900, 'note'],
    );
    const count = (folded?.occurrenceCount ?? 0).toLocaleString('en-US');
    assert.equal(folded?.message.text, `${count} more findings of event-spelling, which are not listed`);
  });

  it('is valid for standard input, nothing at all, and a folder that cannot be read', async () => {
    const { run } = await checkAsSarif(['-'], { input: json(misspelledTrace) });
    assert.equal(run.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri, '-');
    const cwd = folderWith({ 'a/a.json': '[]' });
    if (process.platform !== 'win32' && process.getuid?.() !== 0) {
      chmodSync(path.join(cwd, 'a'), 0);
      const { answer } = await checkAsSarif(['a'], { cwd });
      chmodSync(path.join(cwd, 'a'), 0o700);
      assert.equal(answer.code, 2);
    }
  });

  it('is told from an invalid log by the schema', () => {
    assert.throws(() => readSarif('{"version":"2.1.0","runs":[{"results":[]}]}'), /tool/);
  });
});
