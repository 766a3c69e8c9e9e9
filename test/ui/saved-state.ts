import type { Page } from 'playwright-core';

/** Keys of what the workbench remembers of a window: its editors, and the view container in its side bar. */
export const remembered = {
  editors: 'memento/workbench.parts.editor',
  sideBar: 'workbench.sidebar.activeviewletid',
} as const;

/** Waits until the workbench has saved something, so that it is there again when the page is reloaded: it saves now and then. */
export async function untilSaved(page: Page, key: string, text: string): Promise<void> {
  // A string, since the functions of the browser are not declared here
  await page.waitForFunction(
    `(async () => {
      const done = (request) => new Promise((resolve) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => resolve(undefined);
      });
      for (const { name } of await indexedDB.databases()) {
        if (!name.startsWith('vscode-web-state-db')) continue;
        const database = await done(indexedDB.open(name));
        if (database === undefined) continue;
        const store = [...database.objectStoreNames].find((each) => each === 'ItemTable');
        const value = store && (await done(database.transaction(store).objectStore(store).get(${JSON.stringify(key)})));
        database.close();
        if (typeof value === 'string' && value.includes(${JSON.stringify(text)})) return true;
      }
      return false;
    })()`,
    undefined,
    { polling: 500 },
  );
}
