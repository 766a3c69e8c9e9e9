import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findLineStarts, positionOf } from '../../src/core/text/lines';
import { decode } from '../../src/node/input/decode';
import { checkText } from './harness';

/** A file of the corpus, or a sample beside the repository. */
export interface CorpusFile {
  readonly name: string;
  readonly text: string;
  readonly isLineDelimited: boolean;
}

/** Where published samples may lie: they are not part of the repository. */
export const samplesFolder = '../shared/samples';
export const hasSamples = existsSync(samplesFolder);

const corpusFolder = 'test/corpus';

/** The JSON files of a folder of the corpus. */
export function readCorpus(folder: 'ok' | 'bad' | 'other'): readonly CorpusFile[] {
  return readFiles(path.posix.join(corpusFolder, folder));
}

/** The samples; none where there are none. */
export function readSamples(): readonly CorpusFile[] {
  return hasSamples ? readFiles(samplesFolder) : [];
}

/** What is expected of a file, from the file of that name that ends in `.out`. */
export function readExpected(folder: string, name: string): string {
  return readFileSync(path.join(corpusFolder, folder, outName(name)), 'utf8');
}

export function outName(name: string): string {
  return `${name}.out`;
}

/** What is found in a file: kind and number of traces, then `line:column severity rule-id message`, a line each. */
export function report({ text, isLineDelimited }: CorpusFile): string {
  const file = checkText(text, { isLineDelimited });
  const lines = findLineStarts(text);
  const findings = file.findings().map(({ span, severity, rule, message }) => {
    const { line, column } = positionOf(lines, span.offset);
    return `${line + 1}:${column + 1} ${severity} ${rule} ${message}`;
  });
  return [`${file.kind} ${file.traceCount}`, ...findings, ''].join('\n');
}

function readFiles(folder: string): readonly CorpusFile[] {
  const names = readdirSync(folder).filter((name) => /\.jsonl?$/.test(name));
  return names.sort().map((name) => {
    const decoded = decode(readFileSync(path.join(folder, name)));
    if (!('text' in decoded)) throw new Error(`${name} is no text: ${decoded.problem}`);
    return { name, text: decoded.text, isLineDelimited: name.endsWith('.jsonl') };
  });
}
