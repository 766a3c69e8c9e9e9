/** In a file of their own: extension.ts registers them before the features are loaded. */
export const lookUpEventCommand = 'ctsTrace.lookUpEvent';
export const toggleNotableEventsCommand = 'ctsTrace.toggleNotableEvents';
/** Only turns them on: the button of the walkthrough, and what keybindings of earlier versions name. */
export const turnOnAuditorRulesCommand = 'ctsTrace.turnOnAuditorRules';
export const openFormattedCommand = 'ctsTrace.openFormatted';
export const showOriginalCommand = 'ctsTrace.showOriginal';
export const treatAsJsonLinesCommand = 'ctsTrace.treatAsJsonLines';
export const showRulesCommand = 'ctsTrace.showRules';
export const showFindingsCommand = 'ctsTrace.showFindings';
export const nextFailureCommand = 'ctsTrace.nextFailure';
export const openExampleCommand = 'ctsTrace.openExample';
export const newTraceFileCommand = 'ctsTrace.newTraceFile';
export const explainSelectionCommand = 'ctsTrace.explainSelection';
export const showActionsCommand = 'ctsTrace.showActions';
/** Opens a packed file, at a place of its text if one is passed: `(uri: Uri, position?: Position)`. */
export const openPackedCommand = 'ctsTrace.openPacked';
/** Compares the texts of two packed files: `(uri: Uri, selected: Uri[])`. */
export const comparePackedCommand = 'ctsTrace.comparePacked';
export const checkFolderCommand = 'ctsTrace.checkFolder';
export const checkWorkspaceCommand = 'ctsTrace.checkWorkspace';
export const verifyFolderCommand = 'ctsTrace.verifyFolder';
export const refreshBucketCommand = 'ctsTrace.refreshBucket';
export const filterBucketCommand = 'ctsTrace.filterBucket';
export const clearBucketFilterCommand = 'ctsTrace.clearBucketFilter';
/** Opens the place of a row of the view; called by the view only. */
export const openBucketPlaceCommand = 'ctsTrace.openBucketPlace';

/** Accepts the finding of a row of the view: `(node: BucketNode)`. */
export const acceptBucketFindingCommand = 'ctsTrace.acceptBucketFinding';
/** Takes back that the finding of a row is accepted: `(node?: BucketNode)`, the selected one if it is called by a key. */
export const undoAcceptanceCommand = 'ctsTrace.undoAcceptance';
/** The `viewItem` of rows with a finding that can be accepted, and of accepted ones. */
export const findingContext = 'ctsTrace.finding';
export const acceptedContext = 'ctsTrace.accepted';

/** The view that shows what a check of folders found. */
export const bucketViewId = 'ctsTrace.bucket';

/** Lists the traces with a value; in this file because hovers link to it. */
export const showTracesCommand = 'ctsTrace.showTraces';

/** Opens the trace at a place of a file that is too large to be shown: `(uri: Uri, position: Position)`. */
export const openPartCommand = 'ctsTrace.openPart';

/** The commands that can be called before any trace file was opened, if only by a keybinding. */
export const earlyCommands: readonly string[] = [
  lookUpEventCommand,
  toggleNotableEventsCommand,
  turnOnAuditorRulesCommand,
  openFormattedCommand,
  treatAsJsonLinesCommand,
  showOriginalCommand,
  showRulesCommand,
  showFindingsCommand,
  nextFailureCommand,
  showTracesCommand,
  openExampleCommand,
  newTraceFileCommand,
  explainSelectionCommand,
  showActionsCommand,
  openPackedCommand,
  comparePackedCommand,
  checkFolderCommand,
  checkWorkspaceCommand,
  verifyFolderCommand,
  refreshBucketCommand,
  filterBucketCommand,
  clearBucketFilterCommand,
  acceptBucketFindingCommand,
  undoAcceptanceCommand,
];
