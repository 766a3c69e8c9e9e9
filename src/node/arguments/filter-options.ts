import type { Command } from 'commander';
import type { Rating } from '../../core/record/outcome';
import { type Filter, findValueProblem, type NameField } from '../../core/rows/filter';
import type { RowOutcome } from '../../core/rows/row';
import type { WrittenWindow } from '../../core/rows/time-window';
import { type NotableId, notableIds } from '../../core/rules/notable-event';
import { traceRules } from '../../core/rules/rules';
import type { Localizer } from '../../core/text/localization';
import { choiceOf } from './option-values';
import { UsageError } from './usage-error';
import { addWindowOptions, readWindow } from './window-options';

/** The options of a filter as Commander reads them. */
export interface FilterOptions extends WrittenWindow {
  readonly event?: readonly string[];
  readonly service?: readonly string[];
  readonly resource?: readonly string[];
  readonly user?: readonly string[];
  readonly account?: readonly string[];
  readonly accessKey?: readonly string[];
  readonly ip?: readonly string[];
  readonly rating?: readonly Rating[];
  readonly outcome?: readonly RowOutcome[];
  readonly changes?: true;
  readonly failures?: true;
  readonly notable?: true;
  readonly notableReason?: readonly NotableId[];
  readonly finding?: readonly string[];
  readonly text?: string;
}

const ratings: readonly Rating[] = ['normal', 'warning', 'incident'];
const outcomes: readonly RowOutcome[] = ['succeeded', 'failed', 'incident'];

/** Adds the options that say which traces are meant. */
export function addFilterOptions(command: Command, localizer: Localizer): Command {
  const { t } = localizer;
  const names = (field: NameField | 'ips', option: string) =>
    repeatable(readValueOf(command, field, option, localizer));
  const choices = <Value extends string>(values: readonly Value[], option: string) =>
    repeatable(choiceOf(values, option, localizer));
  const filtered = command
    .option(
      '--event <name>',
      t("Only these events, such as deleteImage or '*delete*'"),
      names('events', '--event'),
    )
    .option(
      '--service <service>',
      t('Only events of these services, such as IMS'),
      names('services', '--service'),
    )
    .option(
      '--resource <resource>',
      t('Only resources with this ID, name or type'),
      names('resources', '--resource'),
    )
    .option('--user <user>', t('Only users with this name or ID'), names('users', '--user'))
    .option(
      '--account <account>',
      t('Only users of these accounts, by name or ID'),
      names('accounts', '--account'),
    )
    .option(
      '--access-key <id>',
      t('Only calls with this access key ID (AK)'),
      names('accessKeys', '--access-key'),
    )
    .option(
      '--ip <address>',
      t('Only these source IP addresses or ranges, such as 192.0.2.0/24'),
      names('ips', '--ip'),
    )
    .option('--rating <rating>', 'normal | warning | incident', choices(ratings, '--rating'))
    .option('--outcome <outcome>', 'succeeded | failed | incident', choices(outcomes, '--outcome'))
    .option('--changes', t('Only traces known to have changed something'))
    .option('--failures', t('Only failed operations and incidents'))
    .option('--notable', t('Only traces that are notable, for any reason'))
    .option(
      '--notable-reason <reason>',
      t('Only traces that are notable for this reason: {0}', notableIds.join(' | ')),
      choices(notableIds, '--notable-reason'),
    )
    .option(
      '--finding <rule>',
      t('Only traces in which this rule found something'),
      choices(ruleIds, '--finding'),
    )
    .option(
      '--text <text>',
      t('Only traces that contain this text; credentials are not searched'),
      readValueOf(command, 'text', '--text', localizer),
    );
  return addWindowOptions(filtered, localizer);
}

const ruleIds = traceRules.map(({ id }) => id);

/** Adds each value to those given before. */
function repeatable<Value>(read: (given: string) => Value) {
  return (given: string, before: readonly Value[] | undefined): readonly Value[] => [
    ...(before ?? []),
    read(given),
  ];
}

/** @throws {UsageError} if the value is empty, or an option that was meant to come after the value */
function readValueOf(
  command: Command,
  field: NameField | 'ips' | 'text',
  option: string,
  { t }: Localizer,
): (given: string) => string {
  return (given) => {
    if (command.options.some(({ long }) => long === given))
      throw new UsageError(t("Missing value for '{0}'", option));
    switch (findValueProblem(field, given)) {
      case 'empty':
        throw new UsageError(t("The value of '{0}' is empty", option));
      case 'no-address':
        throw new UsageError(
          t(
            'Invalid value "{1}" for \'{0}\'; expected an IP address or a range such as 192.0.2.0/24',
            option,
            given,
          ),
        );
      case undefined:
        return given.trim();
    }
  };
}

/**
 * @param now in epoch milliseconds
 * @throws {UsageError} if the times are invalid
 */
export function readFilter(options: FilterOptions, now: number, localizer: Localizer): Filter {
  return withoutUndefined({
    events: options.event,
    services: options.service,
    resources: options.resource,
    users: options.user,
    accounts: options.account,
    accessKeys: options.accessKey,
    ips: options.ip,
    ratings: options.rating,
    outcomes: options.outcome,
    isChangesOnly: options.changes,
    isFailuresOnly: options.failures,
    isNotableOnly: options.notable,
    notable: options.notableReason,
    findings: options.finding,
    text: options.text,
    window: readWindow(options, now, localizer),
  });
}

type Loose<T> = { readonly [Key in keyof T]: T[Key] | undefined };

/** Conditions that are not set are left out. */
function withoutUndefined(filter: Loose<Filter>): Filter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}
