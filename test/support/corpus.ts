import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { messageOf } from '../../src/core/check/finding';
import { lineStartsOf, positionOf } from '../../src/core/text/lines';
import { decode } from '../../src/node/input/decode';
import { checkText } from './harness';

/** A file of the corpus, or a published sample. */
export interface CorpusFile {
  readonly name: string;
  readonly text: string;
  readonly isLineDelimited: boolean;
}

/** Published samples are not part of the repository, so this folder may be missing. */
export const samplesFolder = '../shared/samples';
export const hasSamples = existsSync(samplesFolder);

const corpusFolder = 'test/corpus';

export function readCorpus(folder: 'ok' | 'bad' | 'other'): readonly CorpusFile[] {
  return readFiles(path.posix.join(corpusFolder, folder));
}

/** The published samples; empty if the folder is missing. */
export function readSamples(): readonly CorpusFile[] {
  return hasSamples ? readFiles(samplesFolder) : [];
}

/** The expected report of a file. */
export function readExpected(folder: string, name: string): string {
  return readFileSync(path.join(corpusFolder, folder, outName(name)), 'utf8');
}

export function outName(name: string): string {
  return `${name}.out`;
}

/** The report of a file: kind and number of traces, then a line `line:column severity rule-id message` per finding. */
export function report({ text, isLineDelimited }: CorpusFile): string {
  const file = checkText(text, { isLineDelimited });
  const lines = lineStartsOf(text);
  const findings = file.findings().map((finding) => {
    const { line, column } = positionOf(lines, finding.span.offset);
    const message = messageOf(finding, (offset) => positionOf(lines, offset).line);
    return `${line + 1}:${column + 1} ${finding.severity} ${finding.rule} ${message}`;
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
