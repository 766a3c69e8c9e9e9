/**
 * The yardstick of the command line: unpacks the files of a folder and parses each with JSON.parse, nothing else.
 *
 * Usage: node bare.mjs FOLDER THREADS
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';

/** @param {readonly string[]} files */
function parseAll(files) {
  let count = 0;
  for (const file of files) count += JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')).length ?? 1;
  return count;
}

if (isMainThread) {
  const [, , folder = '', threads = '1'] = process.argv;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.gz'))
    .map((name) => path.join(folder, name));
  const parts = Array.from({ length: Number(threads) }, (_, part) =>
    files.filter((_file, index) => index % Number(threads) === part),
  );
  if (parts.length === 1) parseAll(files);
  else for (const part of parts) new Worker(fileURLToPath(import.meta.url), { workerData: part });
} else parseAll(workerData);
