import { type Command, type CommanderError, Help } from 'commander';
import { alternatives, type Localizer } from '../../core/text/localization';
import { commandLine, findIntendedCommand } from './suggest-command';

/** Commander's help, without the space that it puts after a full-width colon. */
export function helpText(command: Command, helper: Help): string {
  return Help.prototype.formatHelp.call(helper, command, helper).replace(/^([^\n]*：) /, '$1');
}

/** Translates the headings of Commander's help. */
export function helpHeading(heading: string, { t }: Localizer): string {
  switch (heading) {
    case 'Usage:':
      return t('Usage:');
    case 'Arguments:':
      return t('Arguments:');
    case 'Options:':
      return t('Options:');
    case 'Global Options:':
      return t('Global options:');
    case 'Commands:':
      return t('Commands:');
    default:
      return heading;
  }
}

/** Translates Commander's error messages, which carry names in single quotes. */
export function usageErrorMessage({ code, message }: CommanderError, localizer: Localizer): string {
  const { t } = localizer;
  const name = findQuoted(message) ?? '';
  const closest = findClosest(message, localizer);
  switch (code) {
    case 'commander.unknownOption':
      return unknownOption(name, closest, localizer);
    case 'commander.unknownCommand':
      return unknownCommand(name, closest, localizer);
    case 'commander.missingArgument':
      return t("Missing argument '{0}'", name);
    case 'commander.optionMissingArgument':
      return t("Missing value for '{0}'", name);
    case 'commander.excessArguments':
      return t("Too many arguments for '{0}'", name);
    default:
      return message.replace(/^error: /, '');
  }
}

/** The names that Commander takes for the likely ones: `'--help' or '--rule'`. */
function findClosest(message: string, { language }: Localizer): string | undefined {
  const names = /\(Did you mean (?:one of )?(.+)\?\)/.exec(message)?.[1]?.split(', ');
  const quoted = names?.map((name) => `'${name}'`);
  return quoted && alternatives(quoted, language);
}

/** The name in single quotes in a message of Commander. */
export function findQuoted(message: string): string | undefined {
  return /'(.*)'/s.exec(message)?.[1];
}

/** @param closest in quotes */
export function unknownOption(name: string, closest: string | undefined, { t }: Localizer): string {
  return closest === undefined
    ? t("Unknown option '{0}'", name)
    : t("Unknown option '{0}'. Did you mean {1}?", name, closest);
}

/** @param closest in quotes */
export function unknownCommand(name: string, closest: string | undefined, { t }: Localizer): string {
  switch (findIntendedCommand(name)) {
    case 'check':
      return t("Unknown command '{0}'. To check a file or folder: '{1}'", name, commandLine('check', name));
    case 'explain':
      return t("Unknown command '{0}'. To explain an event: '{1}'", name, commandLine('explain', name));
    case undefined:
      return closest === undefined
        ? t("Unknown command '{0}'", name)
        : t("Unknown command '{0}'. Did you mean {1}?", name, closest);
  }
}
