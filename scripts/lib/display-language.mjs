/**
 * A script for the browser, to run before the workbench loads, that gives it a display language. The workbench reads
 * the language from this global alone: cookies, the address and the browser's own language change nothing.
 *
 * @param {string} locale for example `zh-cn`
 */
export function displayLanguageScript(locale) {
  const value = JSON.stringify(locale);
  return `Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => ${value}, set() {} });`;
}
