/** Whether a name is meant. */
export type NameTest = (name: string) => boolean;

/**
 * A test for a name that is the same but for letter case; `*` is any text, also none. Takes time linear in the length of
 * the name for each `*`, whatever the pattern.
 */
export function nameTest(pattern: string): NameTest {
  const [first = '', ...rest] = pattern.toLowerCase().split('*');
  const last = rest.pop();
  if (last === undefined) return (name) => name.length === pattern.length && name.toLowerCase() === first;
  return (name) => {
    const lower = name.toLowerCase();
    if (lower.length < first.length + last.length) return false;
    return (
      lower.startsWith(first) && lower.endsWith(last) && holdsInTurn(lower, rest, first.length, last.length)
    );
  };
}

/** Whether the parts occur one after another; taking the first place of each leaves the most for the others. */
function holdsInTurn(text: string, parts: readonly string[], start: number, endLength: number): boolean {
  let from = start;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return from <= text.length - endLength;
}

/** A test for any of several names. */
export function anyNameTest(patterns: readonly string[]): NameTest {
  const tests = patterns.map(nameTest);
  const [only] = tests;
  return only !== undefined && tests.length === 1 ? only : (name) => tests.some((test) => test(name));
}
