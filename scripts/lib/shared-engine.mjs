/**
 * The engine is packaged once. In a browser an extension is a single file, so the engine is at the beginning of
 * dist/web.js; threads of the desktop compile that part of the file (`src/node/editor/shared-engine.ts`), and dist/worker.js
 * has only what is its own.
 */
import path from 'node:path';
import vm from 'node:vm';
import * as esbuild from 'esbuild';
import { root } from './project.mjs';

/** Its end in dist/web.js. */
const endMark = '//# end of the engine';

/**
 * @typedef {object} Engine
 * @property {string} code assigns the modules, by their paths in the project, to the variable `engine`
 * @property {ReadonlyMap<string, readonly string[]>} modules what each of them exports
 */

/**
 * Bundles the modules of the engine that the threads use.
 *
 * @param {string} entry of the threads, path in the project
 * @param {esbuild.BuildOptions} options
 * @returns {Promise<Engine>}
 */
export async function bundleEngine(entry, options) {
  const build = async (/** @type {esbuild.BuildOptions} */ own) =>
    esbuild.build({ ...options, sourcemap: false, ...own, metafile: true, write: false });
  const thread = await build({ entryPoints: [entry], outfile: 'thread.js' });
  const names = Object.keys(thread.metafile.inputs).filter((name) => /^(?:src\/core|l10n)\//.test(name));
  const { outputFiles } = await build({
    stdin: { contents: entryOf(names), resolveDir: root, sourcefile: 'engine' },
    outfile: 'engine.js',
    format: 'iife',
    globalName: 'engine',
    platform: 'browser',
    target: 'es2022',
  });
  const code = outputFiles.map(({ text }) => text).join('');
  /** @type {Record<string, object>} */
  const modules = vm.runInNewContext(`${code}\nengine.modules`, { TextDecoder, TextEncoder, URL });
  return {
    code: `${code}engine=engine.modules;`,
    modules: new Map(Object.entries(modules).map(([name, module]) => [name, Object.keys(module)])),
  };
}

/** @param {Engine} engine */
export function engineBanner({ code }) {
  return { js: `${code}\n${endMark}` };
}

/**
 * Takes the modules of the engine from a variable.
 *
 * @param {Engine} engine
 * @param {string} [declaration] of the variable `engine`; without it there is one around the bundle
 * @returns {esbuild.Plugin}
 */
export function takeFromEngine({ modules }, declaration = '') {
  const namespace = 'engine';
  return {
    name: 'take-from-engine',
    setup(build) {
      build.onResolve({ filter: /^\.{1,2}\// }, async ({ path: request, pluginData, ...options }) => {
        if (pluginData === namespace) return undefined;
        const { path: file } = await build.resolve(request, { ...options, pluginData: namespace });
        const name = nameOf(file);
        return modules.has(name) ? { path: name, namespace } : undefined;
      });
      build.onLoad({ filter: /.*/, namespace }, ({ path: name }) => ({
        contents: [declaration, ...exportsOf(name, modules.get(name) ?? [])].join('\n'),
        resolveDir: root,
      }));
    },
  };
}

/** @param {readonly string[]} names of modules */
function entryOf(names) {
  const imports = names.map((name, index) =>
    name.endsWith('.ts')
      ? `import * as module${index} from './${name}';`
      : `import text${index} from './${name}'; const module${index} = { default: text${index} };`,
  );
  const members = names.map((name, index) => `${JSON.stringify(name)}: module${index}`);
  return `${imports.join('\n')}\nexport const modules = { ${members.join(', ')} };`;
}

/**
 * @param {string} name of a module
 * @param {readonly string[]} exported
 */
function exportsOf(name, exported) {
  const module = `engine[${JSON.stringify(name)}]`;
  const named = exported.filter((each) => each !== 'default');
  return [
    ...(named.length > 0 ? [`export const { ${named.join(', ')} } = ${module};`] : []),
    ...(named.length < exported.length ? [`export default ${module}.default;`] : []),
  ];
}

/** @param {string} file */
function nameOf(file) {
  return path.relative(root, file).split(path.sep).join('/');
}
