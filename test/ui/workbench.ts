import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { chromiumArguments, ensureChromium } from '../../scripts/lib/chromium.mjs';
import { displayLanguageScript } from '../../scripts/lib/display-language.mjs';
import { inProject } from '../../scripts/lib/project.mjs';
import { addressOf, installExtension, startServer } from '../../scripts/lib/server.mjs';
import { ensureServer } from '../../scripts/lib/server-install.mjs';
import { vsixFile } from '../../scripts/lib/vsix.mjs';
import { withFewColours } from './picture';
import { drag, hoverOver } from './pointer';

export interface WorkbenchOptions {
  /** Path in the project; a copy of it is opened. */
  readonly folder: string;
  readonly theme?: keyof typeof themes;
  /** Display language, for example `zh-cn`; defaults to English. */
  readonly locale?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Folders of further extensions. */
  readonly extensions?: readonly string[];
  /** Further files, by name. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Height of the window, in pixels. */
  readonly height?: number;
}

/** A VS Code window with the packaged extension installed, and the user's actions in it. */
export interface Workbench {
  readonly page: Page;
  /** Opens a file by its path in the folder. */
  openFile(file: string): Promise<void>;
  /** Waits for squiggles of this severity and returns their number. */
  squiggles(severity: 'error' | 'warning' | 'info'): Promise<number>;
  /** Opens the Problems panel, waits for an entry that contains the text, and returns all entries. */
  problems(containing: string): Promise<readonly string[]>;
  /** Hovers over the first occurrence of a string in the editor and returns the text of the hover. */
  hoverOver(text: string): Promise<string>;
  /** Writes NAME.png to `out/screenshots`, or to $SCREENSHOTS if the name starts with `screenshot-`. */
  screenshot(name: string): Promise<void>;
  close(): Promise<void>;
}

const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  contrast: 'Default High Contrast',
};

/** Enough for a few problems, in pixels. */
const panelHeight = 150;

/** Settings for readable screenshots, in addition to `quietSettings`. */
const pictureSettings = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 14,
  'editor.hover.above': false,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
};

/** Starts a server with the packaged extension and opens a folder in a browser. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const temporary = await mkdtemp(path.join(os.tmpdir(), 'cts-trace-lens-ui-'));
  const folder = path.join(temporary, path.basename(options.folder));
  await cp(inProject(options.folder), folder, { recursive: true });
  for (const [name, text] of Object.entries(options.files ?? {}))
    await writeFile(path.join(folder, name), text);
  const host = await ensureServer();
  const data = path.join(temporary, 'data');
  await installExtension({ host, data, vsix: await vsixFile() });
  const theme = { 'workbench.colorTheme': themes[options.theme ?? 'light'] };
  const server = await startServer({
    host,
    data,
    extensions: options.extensions ?? [],
    settings: { ...pictureSettings, ...theme, ...options.settings },
  });
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumArguments });
  const page = await openPage(browser, options);
  const close = async () => {
    await browser.close();
    await server.stop();
    await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await page.goto(addressOf(server, { folder }));
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  } catch (error) {
    await close();
    throw error;
  }
  return { page, ...actionsOn(page), close };
}

async function openPage(browser: Browser, { locale, height = 900 }: WorkbenchOptions): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1200, height } });
  page.setDefaultTimeout(60_000);
  if (locale) await page.addInitScript(displayLanguageScript(locale));
  return page;
}

function actionsOn(page: Page): Omit<Workbench, 'page' | 'close'> {
  return {
    openFile: (file) => openFile(page, file),
    squiggles: async (severity) => {
      const marks = page.locator(`.monaco-editor .squiggly-${severity}`);
      await marks.first().waitFor();
      return marks.count();
    },
    problems: (containing) => problems(page, containing),
    hoverOver: (text) => hoverOver(page, text),
    screenshot: async (name) => {
      const isOfReadme = name.startsWith('screenshot-');
      const folder = (isOfReadme && process.env.SCREENSHOTS) || inProject('out/screenshots');
      await mkdir(folder, { recursive: true });
      await writeFile(path.join(folder, `${name}.png`), withFewColours(await page.screenshot()));
    },
  };
}

async function openFile(page: Page, file: string): Promise<void> {
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input').fill(file);
  await page
    .locator('.quick-input-list .monaco-list-row', { hasText: path.basename(file) })
    .first()
    .click();
  await page.locator('.tab.active', { hasText: path.basename(file) }).waitFor();
  await page.locator('.monaco-editor .view-line').first().waitFor();
}

async function problems(page: Page, containing: string): Promise<readonly string[]> {
  const panel = page.locator('.part.panel');
  if (!(await page.locator('.markers-panel').isVisible())) {
    await page.keyboard.press('Control+Shift+M');
    await panel.waitFor();
    await lowerPanel(page, panel);
  }
  const entries = page.locator('.markers-panel .monaco-list-row');
  await entries.filter({ hasText: containing }).first().waitFor();
  return entries.allInnerTexts();
}

/** Drags the top edge of the panel down, so that the editor has room for a hover. */
async function lowerPanel(page: Page, panel: Locator): Promise<void> {
  const box = await panel.boundingBox();
  if (!box) return;
  const [x, top] = [box.x + box.width / 2, box.y - 1];
  await drag(page, { x, y: top }, { x, y: box.y + box.height - panelHeight });
}
