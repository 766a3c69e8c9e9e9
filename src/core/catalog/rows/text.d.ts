/** A file that the bundler inlines as a string. */
declare module '*.txt' {
  const content: string;
  export = content;
}
