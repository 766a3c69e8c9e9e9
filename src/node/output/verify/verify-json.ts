import { countVerdicts, overallVerdict, type VerifyReport } from '../../../core/bucket/verify-report';
import type { TimeRange } from '../../../core/evidence/delivery-gaps';
import type { FileVerdict } from '../../../core/evidence/file-verdict';
import type { Series } from '../../../core/evidence/series';
import { toJsonText } from '../json-text';

/** The format for programs: one JSON object, with a line for each file. */
export function* verifyJson(report: VerifyReport): Generator<string> {
  const { files, digests, holes, reaches, unread, others, hasKey } = report;
  yield `{"version":1,"verdict":${toJsonText(overallVerdict(report))},"files":[`;
  yield* lines(files.map(toJson));
  yield '],"digests":[';
  yield* lines(digests.map(toJson));
  yield '],"holes":[';
  yield* lines(holes.map(({ cause, ...hole }) => ({ ...rangeToJson(hole), cause })));
  yield '],"reaches":[';
  yield* lines(
    reaches.map(({ digests: count, isFromStart, ...reach }) => ({
      ...rangeToJson(reach),
      digests: count,
      isFromStart,
    })),
  );
  yield '],"unreadable":[';
  yield* lines(unread);
  const summary = { files: countVerdicts(files), digests: countVerdicts(digests), others };
  yield `],"signatures":${toJsonText(hasKey ? 'checked' : 'not-checked')},"summary":${toJsonText(summary)}}\n`;
}

function* lines(values: readonly object[]): Generator<string> {
  for (const [index, value] of values.entries()) yield `${index === 0 ? '' : ','}\n${toJsonText(value)}`;
  if (values.length > 0) yield '\n';
}

function toJson({ path, object, listedBy, verdict }: FileVerdict) {
  const { kind, ...rest } = verdict;
  return { path, object, listedBy, verdict: kind, ...rest };
}

function rangeToJson({ series, from, to }: TimeRange & { readonly series: Series }) {
  const { region, tracker, service } = series;
  return { region, tracker, service, from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}
