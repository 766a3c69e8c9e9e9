import type * as vscode from 'vscode';
import type { Platform } from './extension';
import { AcceptedFiles } from './vscode/accepted/accepted-files';
import { Accepting } from './vscode/accepted/accepting';
import { BucketCheck } from './vscode/bucket/bucket-check';
import { BucketVerify } from './vscode/bucket/bucket-verify';
import { registerBucketView } from './vscode/bucket/bucket-view';
import { registerCheckFolder } from './vscode/bucket/check-folder';
import { registerVerifyFolder } from './vscode/bucket/verify-folder';
import { registerAddToCatalog } from './vscode/catalogs/add-to-catalog';
import { Catalogs } from './vscode/catalogs/catalogs';
import { registerUseCatalog } from './vscode/catalogs/use-catalog';
import { OpenDocuments } from './vscode/checks/open-documents';
import { registerCompareCopies } from './vscode/commands/compare-copies';
import { registerCopyText } from './vscode/commands/copy-text';
import { registerExample } from './vscode/commands/example';
import { registerExplainSelection } from './vscode/commands/explain-selection';
import { registerJsonLines } from './vscode/commands/json-lines';
import { registerLookUp } from './vscode/commands/look-up';
import { registerNewTraceFile } from './vscode/commands/new-trace-file';
import { registerNextFailure } from './vscode/commands/next-failure';
import { registerNotableEvents } from './vscode/commands/notable-events';
import { registerRuleLevels } from './vscode/commands/rule-levels';
import { registerShowActions } from './vscode/commands/show-actions';
import { registerShowFindings } from './vscode/commands/show-findings';
import { registerShowRules } from './vscode/commands/show-rules';
import { registerShowTraces } from './vscode/commands/show-traces';
import { unpackedScheme } from './vscode/documents/original-uri';
import { FollowedOriginals, findOriginal } from './vscode/formatting/followed-originals';
import { registerFormatted } from './vscode/formatting/formatted-commands';
import { FormattedViews } from './vscode/formatting/formatted-views';
import { registerLongLineOffer } from './vscode/formatting/long-line-offer';
import { registerAcceptedDiagnostics } from './vscode/language/accepted-diagnostics';
import { registerCatalogDiagnostics } from './vscode/language/catalog-diagnostics';
import { registerCatalogUse } from './vscode/language/catalog-use';
import { registerCodeActions } from './vscode/language/code-actions';
import { registerCompletion } from './vscode/language/completion';
import { registerDiagnostics } from './vscode/language/diagnostics';
import { registerHover } from './vscode/language/hover';
import { registerInlayHints } from './vscode/language/inlay-hints';
import { registerOutline } from './vscode/language/outline';
import { registerCounterparts } from './vscode/language/related-traces';
import { Resources } from './vscode/language/resource-index';
import { registerSummaryLine } from './vscode/language/summary-line';
import { registerValueReferences } from './vscode/language/value-references';
import { registerFileParts } from './vscode/large/file-parts';
import { registerLargeFileOffer } from './vscode/large/large-file-offer';
import { Log } from './vscode/log';
import { registerPacked } from './vscode/packed/packed-files';
import { reportPacked } from './vscode/packed/packed-problems';
import { UnpackedFiles } from './vscode/packed/unpacked-files';
import { registerContextKeys } from './vscode/status/context-keys';
import { registerStatus } from './vscode/status/language-status';
import { registerTimeZoneLog } from './vscode/status/time-zone-log';

/**
 * Registers all features. Called for the first document that may hold traces, a packed file, a user catalog, a
 * restored view or a command.
 *
 * @param platform what the host has; nothing on the web
 * @returns a live list of how long each slice of work blocked the extension host, in milliseconds
 */
export function registerFeatures(
  context: vscode.ExtensionContext,
  { startThread, readPieces, realPath }: Omit<Platform, 'loadFeatures'>,
): readonly number[] {
  const log = new Log();
  const catalogs = new Catalogs(log);
  const accepted = new AcceptedFiles(realPath, log);
  const documents = new OpenDocuments(catalogs, log, accepted);
  const resources = new Resources();
  const bucket = new BucketCheck({ catalogs, accepted, documents, startThread });
  const checkedFolders = () => bucket.bucket?.folders ?? [];
  const accepting = new Accepting({ files: accepted, checkedFolders, log });
  const verification = new BucketVerify(startThread);
  const returned = new Set<string>();
  const files = new UnpackedFiles();
  const views = new FormattedViews(new FollowedOriginals(files.onDidChangeFile), undefined, (uri) =>
    uri.scheme === unpackedScheme ? files.originalAt(uri) : findOriginal(uri),
  );
  context.subscriptions.push(
    log,
    catalogs,
    accepted,
    documents,
    registerDiagnostics(documents, (document) => reportPacked(files, views, document), log),
    registerHover(documents, resources, log),
    registerCounterparts(documents, resources, log),
    registerValueReferences(documents, log),
    registerCatalogDiagnostics(catalogs, log),
    registerAcceptedDiagnostics(accepted, log),
    accepting,
    registerCodeActions(documents, log),
    registerCopyText(log),
    registerCompareCopies(documents, log),
    registerCompletion(documents, catalogs, log),
    registerInlayHints(documents, log),
    registerOutline(documents, log),
    registerSummaryLine(documents, log),
    registerNextFailure(documents, log),
    registerStatus(documents, accepted, log),
    registerTimeZoneLog(log),
    registerContextKeys(documents),
    registerFormatted(views, returned, log),
    registerPacked({ files, views, returned, log }),
    registerFileParts({ views, readPieces, log }),
    registerLargeFileOffer(readPieces, log),
    registerLongLineOffer(documents, returned, log),
    registerJsonLines(log),
    registerShowActions(log),
    registerShowFindings(documents, log),
    registerShowTraces(documents, log),
    registerShowRules(log, context.extensionUri),
    registerExample(log),
    registerNewTraceFile(log),
    registerExplainSelection(catalogs, log),
    registerRuleLevels(log),
    registerAddToCatalog(catalogs, log),
    registerUseCatalog(catalogs, log),
    registerCatalogUse(catalogs, log),
    registerNotableEvents(log),
    registerLookUp(documents, catalogs, log),
    bucket,
    bucket.registerExcerpts(),
    registerCheckFolder(bucket, log),
    verification,
    registerVerifyFolder(verification, log),
    registerBucketView({
      check: bucket,
      verify: verification,
      accepting,
      accepted,
      catalogs,
      documents,
      log,
    }),
  );
  return documents.sliceTimes;
}
