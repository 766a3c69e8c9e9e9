import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import manifest from '../package.json';
import { usesIn } from './support/bundle-uses';

/** The project folder, in which the tests are run. */
const root = process.cwd();

const read = (name: string) => readFileSync(path.join(root, 'dist', name), 'utf8');

/** All modules that each bundle requires. Modules added here must not reach the network or run foreign code. */
const asked: Readonly<Record<string, readonly string[]>> = {
  'desktop.js': ['./web', 'node:fs', 'node:worker_threads', 'vscode'],
  'web.js': ['vscode'],
  'worker.js': [
    'crypto',
    'fs',
    'os',
    'path',
    'stream',
    'timers/promises',
    'vm',
    'worker_threads',
    'zlib',
  ].map((name) => `node:${name}`),
  // commander requires child_process for subcommands that are separate executables, which are not used
  // and a worker thread runs the bundle itself
  'cli.js': [
    ...[
      'child_process',
      'crypto',
      'events',
      'fs',
      'os',
      'path',
      'process',
      'stream',
      'timers/promises',
      'util',
    ],
    ...['worker_threads', 'zlib'],
  ].map((name) => `node:${name}`),
};

/** Globals that reach the network or run foreign code. */
const forbiddenNames = new Set([
  ...['fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource', 'WebTransport', 'RTCPeerConnection'],
  ...['sendBeacon', 'importScripts', 'eval', 'Function'],
]);

/** Stands in for any module, so that a bundle loads. */
const universalStub: unknown = new Proxy(function universalStub() {}, {
  get: (_target, key) => (key === Symbol.toPrimitive ? () => '' : universalStub),
  apply: () => universalStub,
  construct: () => ({}),
});

/** Runs a bundle as the web worker extension host does, in a realm with only the globals of a worker. */
function loadInWorker(code: string): {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly asked: string[];
} {
  const asked: string[] = [];
  const require = (name: string) => {
    asked.push(name);
    return universalStub;
  };
  const workerGlobals = { TextDecoder, TextEncoder, URL, performance, setTimeout, clearTimeout, console };
  const run = vm.runInNewContext(`(function (module, exports, require) {${code}\n})`, workerGlobals);
  const module = { exports: {} };
  run(module, module.exports, require);
  return { exports: module.exports, asked };
}

function loadInNode(code: string): Readonly<Record<string, unknown>> {
  const module = { exports: {} };
  const load = (name: string) => (isBuiltin(name) ? require(name) : universalStub);
  vm.runInThisContext(`(function (module, exports, require) {${code}\n})`)(module, module.exports, load);
  return module.exports;
}

describe('the bundles', () => {
  it('are the files that package.json refers to', () => {
    assert.deepEqual(
      [manifest.main, manifest.browser, ...Object.values(manifest.bin)],
      ['./dist/desktop.js', './dist/web.js', './dist/cli.js'],
    );
  });

  for (const [name, modules] of Object.entries(asked)) {
    it(`${name} requires only allowed modules, reaches no network and runs no foreign code`, () => {
      const uses = usesIn(read(name));
      assert.deepEqual(uses.modules, modules);
      assert.deepEqual(uses.names.filter(isForbidden), []);
    });
  }

  it('load in Node: desktop.js, and web.js with its features', () => {
    assert.equal(typeof loadInNode(read('desktop.js'))['activate'], 'function');
    assert.equal(typeof loadInNode(read('web.js'))['registerFeatures'], 'function');
  });

  it('load without Node: web.js', () => {
    const { exports, asked } = loadInWorker(read('web.js'));
    assert.equal(typeof exports['activate'], 'function');
    assert.deepEqual([...new Set(asked)], ['vscode']);
  });
});

describe('the engine in web.js', () => {
  const code = read('web.js').split('//# end of the engine');
  const engine: Readonly<Record<string, unknown>> = vm.runInNewContext(code[0] ?? '', {
    TextDecoder,
    TextEncoder,
    URL,
  });

  it('is the part before the mark, without the features, and complete in itself', () => {
    assert.equal(code.length, 2);
    assert.deepEqual(usesIn(code[0] ?? '').modules, []);
    assert.ok(!Object.keys(engine).some((name) => !/^(?:src\/core|l10n)\//.test(name)));
  });

  it('has every module that worker.js takes from it, which has none itself', () => {
    const taken = [...read('worker.js').matchAll(/\["((?:src|l10n)\/[^"]+)"\]/g)].map(
      ([, name]) => name ?? '',
    );
    assert.ok(taken.length > 20, `${taken.length} modules`);
    assert.deepEqual(
      taken.filter((name) => engine[name] === undefined),
      [],
    );
  });

  it('is in neither bundle twice', () => {
    // Of the catalog, of the messages and of the code
    for (const text of ['createImage', '已接受', 'trace_rating']) {
      assert.ok(code[0]?.includes(text), text);
      assert.equal(read('worker.js').includes(text), false, text);
    }
    const row = '用户指南/云审计服务支持的AOS操作列表.md';
    assert.equal(read('web.js').split(row).length, code[0]?.split(row).length);
  });
});

describe('the check of the bundles', () => {
  it('finds modules and names', () => {
    const code = 'require("node:https").get(x);import("net");globalThis.fetch(y);const s="WebSocket"';
    const { modules, names } = usesIn(code);
    assert.deepEqual(modules, ['net', 'node:https']);
    assert.deepEqual(names.filter(isForbidden), ['fetch']);
    assert.deepEqual(usesIn('require(name)').modules, ['a module whose name is computed']);
  });
});

function isForbidden(name: string): boolean {
  return forbiddenNames.has(name);
}
