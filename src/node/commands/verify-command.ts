import { overallVerdict, type VerifyReport } from '../../core/bucket/verify-report';
import type { SignatureCheck } from '../../core/evidence/signatures';
import { codeOf, openErrorText } from '../../core/jobs/open-error';
import type { VerifyOptions } from '../arguments/command-requests';
import { readSignatureKey } from '../input/signature-key';
import { readSignatureList } from '../input/signature-list';
import { checksumLines } from '../output/checksum-list';
import { painter } from '../output/colours';
import { type ExitCode, exitCodes } from '../output/exit-code';
import { type Io, writeNotice, writeNoticeAbout } from '../output/io';
import { progressLineOf } from '../output/progress';
import { replaceFile } from '../output/replace-file';
import { verifyJson } from '../output/verify/verify-json';
import { verifyPretty } from '../output/verify/verify-pretty';
import { type GatheredEvidence, gatherEvidence } from './gather-evidence';
import { unreadText, verifyGathered } from './verify-gathered';

/** `verify`: compares trace files with the digests that CTS delivered with them. */
export async function verifyCommand(
  paths: readonly string[],
  options: VerifyOptions,
  io: Io,
): Promise<ExitCode> {
  const signatures = await readSignatures(options, io);
  if (signatures === 'unusable') return exitCodes.trouble;
  const gathered = await gather(paths.length > 0 ? paths : ['.'], options, io);
  if (gathered === undefined) return exitCodes.interrupted;
  const verification = await verifyGathered(gathered, signatures);
  const unread = gathered.unread.map(({ path, code }) => ({
    path,
    reason: unreadText(path, code, io.localizer),
  }));
  const report = { ...verification, unread, others: gathered.others, hasKey: signatures !== undefined };
  await write(report, options, io);
  const isWritten = await writeManifest(gathered, options, io);
  return isWritten ? exitCodeOf(report) : exitCodes.trouble;
}

async function readSignatures(
  { key, signatures: list }: VerifyOptions,
  io: Io,
): Promise<SignatureCheck | undefined | 'unusable'> {
  if (key === undefined) return undefined;
  const { t } = io.localizer;
  const isSignature = await tryRead(key, readSignatureKey, io);
  if (isSignature === 'unusable') return isSignature;
  if (isSignature === undefined) {
    await writeNoticeAbout(io, key, t('is not an RSA public key or a certificate with one'));
    return 'unusable';
  }
  const given = list === undefined ? new Map<string, string>() : await tryRead(list, readSignatureList, io);
  if (given === 'unusable') return given;
  if ('badLine' in given) {
    await writeNoticeAbout(
      io,
      list ?? '',
      t('line {0}: expected a signature in hexadecimal and the path of its digest', given.badLine),
    );
    return 'unusable';
  }
  return { isSignature, given };
}

async function tryRead<Value>(
  file: string,
  read: (file: string) => Value,
  io: Io,
): Promise<Value | 'unusable'> {
  try {
    return read(file);
  } catch (error) {
    await writeNoticeAbout(io, file, openErrorText(file, codeOf(error), io.localizer));
    return 'unusable';
  }
}

/** @returns `undefined` if the user interrupted it */
async function gather(
  paths: readonly string[],
  { manifest, quiet }: VerifyOptions,
  io: Io,
): Promise<GatheredEvidence | undefined> {
  let files = 0;
  const progress = progressLineOf(quiet, io);
  const gathered = await gatherEvidence(paths, manifest !== undefined, async (count, bytes) => {
    files = count;
    await progress.update({ files, bytes });
    // Reading is synchronous: only in between can the program be interrupted
    if (count % filesPerPause === 0) await new Promise((resolve) => setTimeout(resolve));
    return !io.signal.aborted;
  });
  await progress.clear();
  const { t } = io.localizer;
  if (gathered === undefined)
    await writeNotice(io, t('Interrupted. Files read: {0}; nothing was verified', files));
  return gathered;
}

const filesPerPause = 100;

async function write(report: VerifyReport, { format }: VerifyOptions, io: Io): Promise<void> {
  const { stdout, localizer } = io;
  const pieces =
    format === 'json' ? verifyJson(report) : verifyPretty(report, localizer, painter(stdout.hasColour));
  for (const piece of pieces) {
    if (stdout.isClosed) break;
    await stdout.write(piece);
  }
  await stdout.flush();
  for (const { path, reason } of report.unread) await writeNoticeAbout(io, path, reason);
}

/** @returns whether it was written, or need not be */
async function writeManifest(
  { hashed }: GatheredEvidence,
  { manifest }: VerifyOptions,
  io: Io,
): Promise<boolean> {
  if (manifest === undefined) return true;
  try {
    const checksums = hashed.map(({ sha256 = '', location }) => ({ sha256, location }));
    replaceFile(manifest, checksumLines(checksums));
    return true;
  } catch (error) {
    await writeNoticeAbout(io, manifest, io.localizer.t('cannot be written: {0}', codeOf(error)));
    return false;
  }
}

/** What could not be read comes first: the verdict is not on all of the evidence. */
function exitCodeOf(report: VerifyReport): ExitCode {
  if (report.unread.length > 0) return exitCodes.trouble;
  switch (overallVerdict(report)) {
    case 'holds':
      return exitCodes.clean;
    case 'does-not-hold':
      return exitCodes.found;
    case 'cannot-be-checked':
      return exitCodes.unverified;
  }
}
