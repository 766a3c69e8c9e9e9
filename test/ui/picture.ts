import upng from 'upng-js';

/** Of a window's colours, most are shades between text and ground: this many are enough for the eye. */
const colours = 128;

/** The same PNG with fewer colours, at a third of the size: pictures go into the package. */
export function withFewColours(png: Buffer): Buffer {
  const picture = upng.decode(png);
  return Buffer.from(upng.encode(upng.toRGBA8(picture), picture.width, picture.height, colours));
}
