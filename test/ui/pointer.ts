import type { Locator, Page } from 'playwright-core';

/** In pixels, from the top left corner of the window. */
interface Place {
  readonly x: number;
  readonly y: number;
}

/** Space left between a hover and the edges of the editor, in pixels. */
const margin = 10;

/**
 * Hovers over the first occurrence of a string in the visible lines and returns the text of the hover, which stays open,
 * enlarged to show all of it.
 */
export async function hoverOver(page: Page, text: string): Promise<string> {
  const hover = page.locator('.monaco-editor .monaco-hover:visible, .monaco-resizable-hover:visible').first();
  const place = await pointAt(page, text, hover);
  const said = await settledText(page, () => hover.innerText());
  await enlarge(page, hover, place);
  return said;
}

/** How long a hover takes to open, in milliseconds; by then the text may have moved away from the pointer. */
const openingTime = 8000;
const maxTries = 5;

/** Rests the pointer on a string until its hover opens: once more if the text moved meanwhile. */
async function pointAt(page: Page, text: string, hover: Locator): Promise<Place> {
  for (let tries = 1; ; tries++) {
    const place = await settledPlace(page, text);
    // The pointer has to move onto the text and then rest
    await page.mouse.move(place.x - 20, place.y - 30);
    await page.mouse.move(place.x, place.y, { steps: 5 });
    const opened = hover.waitFor(tries < maxTries ? { timeout: openingTime } : {});
    const isOpen = await opened.then(() => true).catch((error: unknown) => failAfter(tries, error));
    const now = await centreOf(page, text);
    if (isOpen && now.x === place.x && now.y === place.y) return place;
    // A hover of what has moved there instead
    await page.keyboard.press('Escape');
  }
}

function failAfter(tries: number, error: unknown): false {
  if (tries < maxTries) return false;
  throw error;
}

/** Drags the outer edge of a hover until all of it is visible, as far as the editor allows. */
async function enlarge(page: Page, hover: Locator, place: Place): Promise<void> {
  const hidden = await hover.evaluate((element) =>
    Math.max(
      ...[...element.querySelectorAll('.monaco-scrollable-element > *')].map(
        (content) => content.scrollHeight - content.clientHeight,
      ),
    ),
  );
  const [box, editor] = [await hover.boundingBox(), await page.locator('.part.editor').boundingBox()];
  if (hidden <= 0 || !box || !editor) return;
  const x = box.x + box.width / 2;
  const isAbove = box.y < place.y;
  const from = isAbove ? box.y + 1 : box.y + box.height - 1;
  // A pointer that leaves the edge closes the hover
  const to = isAbove
    ? Math.max(from - hidden, editor.y + margin)
    : Math.min(from + hidden, editor.y + editor.height - margin);
  await drag(page, { x, y: from }, { x, y: to });
  // Away from the edge, which is highlighted under the pointer
  await page.mouse.move(x, box.y + box.height / 2, { steps: 5 });
  await page.waitForTimeout(500);
  await hover.waitFor();
}

/** Drags with the mouse from one place to another. */
export async function drag(page: Page, from: Place, to: Place): Promise<void> {
  await page.mouse.move(from.x, from.y, { steps: 5 });
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
  // The layout is updated a moment later
  await page.waitForTimeout(300);
}

/** Where a string is once it has stopped moving: scrolling and the line on top of the file move it. */
async function settledPlace(page: Page, text: string): Promise<Place> {
  let before = await centreOf(page, text);
  for (;;) {
    await page.waitForTimeout(700);
    const now = await centreOf(page, text);
    if (now.x === before.x && now.y === before.y) return now;
    before = now;
  }
}

/** The centre of the first occurrence of a string in the visible lines of the editor. */
async function centreOf(page: Page, text: string): Promise<Place> {
  const place = await page.evaluate((wanted) => {
    for (const line of document.querySelectorAll('.monaco-editor .view-line')) {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const index = (node.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(wanted);
        if (index < 0) continue;
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + wanted.length);
        const box = range.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
    }
    return undefined;
  }, text);
  if (!place) throw new Error(`"${text}" is not on the screen`);
  return place;
}

/** The text of a hover once it has stopped changing: each provider adds its part separately. */
async function settledText(page: Page, read: () => Promise<string>): Promise<string> {
  let before = '';
  for (let now = await read(); now !== before; now = await read()) {
    before = now;
    await page.waitForTimeout(700);
  }
  return before;
}
