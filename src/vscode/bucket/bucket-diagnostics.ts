import * as vscode from 'vscode';
import { type FindingKey, findingKeyOf } from '../../core/accepted/acceptance';
import type { BucketFile } from '../../core/bucket/bucket-report';
import type { CheckedFile } from '../../core/bucket/bucket-request';
import { unlistedInExcerptText, unlistedText } from '../../core/bucket/bucket-texts';
import type { Excerpt, TextRange } from '../../core/bucket/excerpt-text';
import type { PlacedFinding } from '../../core/check/placed-finding';
import { noteHereText } from '../../core/input/reading-notes';
import { replaceControlCharacters } from '../../core/text/display-text';
import type { Localizer } from '../../core/text/localization';
import { ruleLink } from '../commands/show-rules';
import { diagnosticSource, toSeverity } from '../documents/convert-ranges';
import { toRange } from './excerpts';

const keys = new WeakMap<vscode.Diagnostic, FindingKey>();

/** What identifies the finding that a diagnostic was made of; `undefined` if it cannot be accepted. */
export function keyOfDiagnostic(diagnostic: vscode.Diagnostic): FindingKey | undefined {
  return keys.get(diagnostic);
}

/** The document that findings lead to, and the excerpt that it shows. */
export interface Target {
  readonly uri: vscode.Uri;
  readonly excerpt?: Excerpt | undefined;
}

/** The findings of a file, and what is said of it. @param listed how many of the findings are shown */
export function diagnosticsOf(
  { file, findings }: CheckedFile,
  listed: number,
  target: Target,
  localizer: Localizer,
): readonly vscode.Diagnostic[] {
  const count = Object.values(file.findings).reduce((sum, each) => sum + each, 0);
  const diagnostics = toDiagnostics(findings.slice(0, listed), target);
  if (file.note !== undefined)
    diagnostics.unshift(atStart(noteHereText(file.note, localizer), severityOfNote(file)));
  const textOf = target.excerpt === undefined ? unlistedText : unlistedInExcerptText;
  if (count > listed)
    diagnostics.push(atStart(textOf(count - listed, localizer), vscode.DiagnosticSeverity.Information));
  return diagnostics;
}

/** As the command line counts: an error if something may be missing. */
function severityOfNote({ outcome }: BucketFile): vscode.DiagnosticSeverity {
  const isIncomplete = outcome.kind === 'read-in-part' || outcome.kind === 'unreadable';
  return isIncomplete ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
}

function atStart(message: string, severity: vscode.DiagnosticSeverity): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(new vscode.Range(0, 0, 0, 0), message, severity);
  diagnostic.source = diagnosticSource;
  return diagnostic;
}

/** Takes the places of an excerpt one after another, as `rangesOf` asked for them. */
function toDiagnostics(findings: readonly PlacedFinding[], { uri, excerpt }: Target): vscode.Diagnostic[] {
  let index = 0;
  const placeOf = (range: TextRange): vscode.Range => toRange(excerpt?.ranges[index++] ?? range);
  return findings.map((finding) => toDiagnostic(finding, uri, placeOf));
}

function toDiagnostic(
  finding: PlacedFinding,
  uri: vscode.Uri,
  placeOf: (range: TextRange) => vscode.Range,
): vscode.Diagnostic {
  const { message, severity, rule, related } = finding;
  const shown = replaceControlCharacters(message);
  const diagnostic = new vscode.Diagnostic(placeOf(finding), shown, toSeverity(severity));
  const key = findingKeyOf(finding);
  if (key !== undefined) keys.set(diagnostic, key);
  diagnostic.source = diagnosticSource;
  diagnostic.code = { value: rule, target: ruleLink(rule) };
  const here = related.filter(({ path }) => path === undefined);
  if (here.length > 0)
    diagnostic.relatedInformation = here.map(({ message, position, end }) => {
      const location = new vscode.Location(uri, placeOf({ start: position, end }));
      return new vscode.DiagnosticRelatedInformation(location, message);
    });
  return diagnostic;
}
