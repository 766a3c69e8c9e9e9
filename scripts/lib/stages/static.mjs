import { runTool } from '../processes.mjs';
import { oneFailed, onePassed } from '../results.mjs';
import { messageOf } from '../say.mjs';

/** The type checker over everything. */
export function checkTypes() {
  return passes('typescript/bin/tsc', []);
}

/** The linter and the formatter over everything; changes nothing. */
export function checkStyle() {
  return passes('@biomejs/biome/bin/biome', ['ci', '--colors=off']);
}

/**
 * @param {string} script
 * @param {readonly string[]} args
 */
async function passes(script, args) {
  try {
    await runTool(script, args, { quiet: true });
    return onePassed;
  } catch (error) {
    console.log(messageOf(error));
    return oneFailed;
  }
}
