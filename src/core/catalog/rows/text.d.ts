/** A file that the bundler takes in as a text. */
declare module '*.txt' {
  const content: string;
  export = content;
}
