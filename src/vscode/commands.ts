export const lookUpEventCommand = 'ctsTrace.lookUpEvent';
export const turnOnAuditorRulesCommand = 'ctsTrace.turnOnAuditorRules';

/** The commands that may be called before any trace file was opened. */
export const earlyCommands: readonly string[] = [lookUpEventCommand, turnOnAuditorRulesCommand];
