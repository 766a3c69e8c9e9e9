import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

/** A trace without an id, with one warning. */
const trace = JSON.stringify({
  time: 1763632800000,
  service_type: 'IMS',
  resource_type: 'image',
  trace_name: 'createImages',
  trace_rating: 'normal',
  trace_type: 'ApiCall',
});

/**
 * Writes a folder of what an extension in a browser cannot make: files that even the administrator cannot read, pipes,
 * sockets, links, and names that are not UTF-8. On other systems than Linux there is none.
 *
 * @param {string} parent
 */
export async function writeFaultyFiles(parent) {
  if (process.platform !== 'linux') return;
  const folder = path.join(parent, 'faulty');
  for (const name of ['special', 'failing', 'links/shared', 'names'])
    mkdirSync(path.join(folder, name), { recursive: true });
  await writeSpecialFiles(path.join(folder, 'special'));
  // Memory that cannot be read from its beginning
  symlinkSync('/proc/self/mem', path.join(folder, 'failing/failing.json'));
  writeLinks(path.join(folder, 'links'));
  writeNames(path.join(folder, 'names'));
}

/** @param {string} folder */
async function writeSpecialFiles(folder) {
  const at = (/** @type {string} */ name) => path.join(folder, name);
  writeFileSync(at('read.json'), trace);
  execFileSync('mkfifo', [at('pipe.json')]);
  symlinkSync('pipe.json', at('link-to-pipe.json'));
  // A setting of the kernel that can only be written
  symlinkSync('/proc/sys/vm/compact_memory', at('denied.json'));
  await new Promise((resolve) =>
    createServer()
      .unref()
      .listen(at('socket.json'), () => resolve(undefined)),
  );
}

/** @param {string} folder */
function writeLinks(folder) {
  const at = (/** @type {string} */ name) => path.join(folder, name);
  writeFileSync(at('shared/read.json'), trace);
  symlinkSync('.', at('cycle'));
  symlinkSync('shared', at('first'));
  symlinkSync('shared', at('second'));
  symlinkSync('shared/read.json', at('file.json'));
  symlinkSync('itself.json', at('itself.json'));
  symlinkSync('nowhere', at('dangling.json'));
}

/** @param {string} folder */
function writeNames(folder) {
  const at = (/** @type {string} */ bytes) =>
    Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(bytes, 'latin1')]);
  const utf8 = (/** @type {string} */ name) => at(Buffer.from(name).toString('latin1'));
  // In GBK, which archives made on Windows have
  writeFileSync(at('\xc8\xd5\xd6\xd0.json'), trace);
  mkdirSync(at('\xc8\xd5'));
  writeFileSync(at('\xc8\xd5/in-folder.json'), trace);
  writeFileSync(utf8('日志.json'), trace);
  writeFileSync(utf8('\u001b[31mred.json'), trace);
  writeFileSync(utf8('a\u202egnp.json'), trace);
  writeFileSync(utf8('new\nline.json'), trace);
}
