import type { Severity } from '../../core/rules/severity';

/** ANSI escape sequences that switch a style on and off. */
const styles = {
  bold: ['\u001B[1m', '\u001B[22m'],
  dim: ['\u001B[2m', '\u001B[22m'],
  red: ['\u001B[31m', '\u001B[39m'],
  green: ['\u001B[32m', '\u001B[39m'],
  yellow: ['\u001B[33m', '\u001B[39m'],
  blue: ['\u001B[34m', '\u001B[39m'],
  cyan: ['\u001B[36m', '\u001B[39m'],
} as const;

export type Style = keyof typeof styles;

export const severityStyles: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'cyan',
};

/** Applies a style to text, or returns it unchanged if there are no colours. */
export type Paint = (style: Style, text: string) => string;

export function painter(hasColour: boolean): Paint {
  return (style, text) => (hasColour ? `${styles[style][0]}${text}${styles[style][1]}` : text);
}

export interface ColourOptions {
  /** From `--color` or `--no-color`; `undefined` without either. */
  readonly requested: boolean | undefined;
  readonly env: NodeJS.ProcessEnv;
  readonly isTerminal: boolean;
}

/**
 * By the arguments, then NO_COLOR (no-color.org), then FORCE_COLOR (force-color.org), then whether the output is a
 * terminal. A variable that is empty counts as not set.
 */
export function wantsColour({ requested, env, isTerminal }: ColourOptions): boolean {
  if (requested !== undefined) return requested;
  const { NO_COLOR, FORCE_COLOR, TERM } = env;
  if (NO_COLOR || FORCE_COLOR === '0' || FORCE_COLOR === 'false') return false;
  return Boolean(FORCE_COLOR) || (isTerminal && TERM !== 'dumb');
}
