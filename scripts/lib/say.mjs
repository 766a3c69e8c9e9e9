/**
 * Prints a progress message.
 *
 * @param {string} text
 */
export function say(text) {
  console.log(`> ${text}`);
}

/**
 * Formats a duration.
 *
 * @param {number} milliseconds
 */
export function secondsOf(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/**
 * @param {unknown} error
 */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
