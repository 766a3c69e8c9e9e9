/** The part of upng-js that is used; the package has no types. */
declare module 'upng-js' {
  interface Picture {
    readonly width: number;
    readonly height: number;
  }
  const upng: {
    decode(png: Uint8Array): Picture;
    /** The frames as 8-bit RGBA. */
    toRGBA8(picture: Picture): ArrayBuffer[];
    encode(frames: readonly ArrayBuffer[], width: number, height: number, colours: number): ArrayBuffer;
  };
  export = upng;
}
