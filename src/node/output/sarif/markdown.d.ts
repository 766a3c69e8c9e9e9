/** A file that the bundler inlines as a string. */
declare module '*.md' {
  const content: string;
  export = content;
}
