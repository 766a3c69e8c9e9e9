/**
 * A browser script that sets the display language of the workbench; it must run before the workbench loads. The
 * workbench reads the language only from this global, not from cookies, the URL or the browser.
 *
 * @param {string} locale for example `zh-cn`
 */
export function displayLanguageScript(locale) {
  const value = JSON.stringify(locale);
  return `Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => ${value}, set() {} });`;
}
