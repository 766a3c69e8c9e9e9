import { isTimeZone, type TimeZone, utc } from './zoned-time';

/** The time zone of the machine that the program runs on. */
export interface HostTimeZone {
  readonly timeZone: TimeZone;
  /** Whether the user sits at that machine; a remote extension host has the zone of its server. */
  readonly isUsers: boolean;
}

/** The time zone in which times are shown. */
export interface ChosenTimeZone {
  readonly timeZone: TimeZone;
  /** The user's own, if known. */
  readonly ownTimeZone: TimeZone | undefined;
  /** `host`: the user's own was asked for but only the host's is known; `unknown`: the setting names no zone. */
  readonly doubt: 'host' | 'unknown' | undefined;
}

/** @param setting `UTC`, `local` or an IANA name, in any case; everything else gives UTC */
export function chooseTimeZone(setting: unknown, host: HostTimeZone): ChosenTimeZone {
  const own = isTimeZone(host.timeZone) ? host : { timeZone: utc, isUsers: false };
  const ownTimeZone = own.isUsers ? own.timeZone : undefined;
  const name = typeof setting === 'string' ? setting.trim() : utc;
  if (name.toUpperCase() === utc) return { timeZone: utc, ownTimeZone, doubt: undefined };
  if (name.toLowerCase() === 'local')
    return { timeZone: own.timeZone, ownTimeZone, doubt: own.isUsers ? undefined : 'host' };
  return isTimeZone(name)
    ? { timeZone: name, ownTimeZone, doubt: undefined }
    : { timeZone: utc, ownTimeZone, doubt: 'unknown' };
}
