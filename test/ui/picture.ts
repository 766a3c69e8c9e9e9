import upng from 'upng-js';

/** Size of the palette. Most colours of a window are antialiasing shades, so this looks the same. */
const colours = 128;

/** Reduces a PNG to a palette, a third of the size, because the screenshots are packaged. */
export function withFewColours(png: Buffer): Buffer {
  const picture = upng.decode(png);
  return Buffer.from(upng.encode(upng.toRGBA8(picture), picture.width, picture.height, colours));
}
