import type { ArtifactLocation, Fix, Location, LogicalLocation, Region, Result, Suppression } from 'sarif';
import type { RelatedPlace } from '../../../core/check/placed-finding';
import type { Position } from '../../../core/text/lines';
import type { ReportedFinding } from '../report';
import type { Fingerprints } from './fingerprints';
import { messageText } from './message-text';
import { levelOf, ruleIndexOf } from './rule-descriptors';

/** The file of a finding. */
export interface ResultFile {
  readonly location: ArtifactLocation;
  /** Whether it is packed: then places are those in the text that is unpacked from it. */
  readonly isPacked: boolean;
  /** Where another file is. */
  locate(path: string): ArtifactLocation;
}

export interface ResultContext {
  readonly file: ResultFile;
  readonly fingerprints: Fingerprints;
  /** Whether the run was asked to accept findings: then every result says whether it is. */
  readonly hasAcceptances: boolean;
}

export function toResult(finding: ReportedFinding, context: ResultContext): Result {
  const { rule, severity, message, related, trace } = finding;
  const { file, fingerprints, hasAcceptances } = context;
  const partialFingerprints = fingerprints.of(finding);
  const fixes = file.isPacked ? [] : fixesOf(finding, file);
  return {
    ruleId: rule,
    ruleIndex: ruleIndexOf(rule),
    level: levelOf(severity),
    message: messageText(message),
    locations: [locationOf(finding, file)],
    ...(partialFingerprints && { partialFingerprints }),
    ...(related.length > 0 && { relatedLocations: related.map(relatedLocationIn(file)) }),
    ...(fixes.length > 0 && { fixes }),
    ...(hasAcceptances && { suppressions: suppressionsOf(finding) }),
    properties: { severity, ...(trace !== undefined && { trace }) },
  };
}

export function locationOf(finding: ReportedFinding, { location, isPacked }: ResultFile): Location {
  const logicalLocation = findLogicalLocation(finding);
  return {
    physicalLocation: {
      artifactLocation: location,
      region: regionOf(finding.start, finding.end),
      ...(isPacked && { properties: { isUnpackedText: true } }),
    },
    ...(logicalLocation && { logicalLocations: [logicalLocation] }),
  };
}

/** Lines and columns count from 1, and the end is after the last character. */
function regionOf(start: Position, end: Position): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.column + 1,
    endLine: end.line + 1,
    endColumn: end.column + 1,
  };
}

/** Where in its trace a finding is: the id of the trace, or its number, and the path from there on. */
function findLogicalLocation({ trace, traceId, keyPath }: ReportedFinding): LogicalLocation | undefined {
  if (trace === undefined || keyPath === undefined) return undefined;
  const ofTrace = traceId ?? `#${trace}`;
  const name = keyPath.slice(keyPath.lastIndexOf('/') + 1);
  return {
    name: keyPath === '' ? ofTrace : name,
    fullyQualifiedName: `${ofTrace}${keyPath}`,
    kind: keyPath === '' ? 'object' : 'property',
  };
}

function relatedLocationIn(file: ResultFile) {
  return ({ message, path, position, end }: RelatedPlace, index: number): Location => ({
    id: index + 1,
    message: messageText(message),
    physicalLocation: {
      artifactLocation: path === undefined ? file.location : file.locate(path),
      region: regionOf(position, end),
    },
  });
}

function fixesOf({ fixes }: ReportedFinding, { location }: ResultFile): Fix[] {
  return fixes.map(({ title, edits }) => ({
    description: messageText(title),
    artifactChanges: [
      {
        artifactLocation: location,
        replacements: edits.map(({ span, text }) => ({
          deletedRegion: { charOffset: span.offset, charLength: span.length },
          insertedContent: { text },
        })),
      },
    ],
  }));
}

export function suppressionsOf({ accepted }: Pick<ReportedFinding, 'accepted'>): Suppression[] {
  if (accepted === undefined) return [];
  const { reason, author, date } = accepted;
  const properties = { ...(author !== undefined && { author }), date };
  return [{ kind: 'external', status: 'accepted', justification: reason, properties }];
}
