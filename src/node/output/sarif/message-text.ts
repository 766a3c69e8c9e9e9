/** A message that quotes foreign text, so that no viewer makes a link or a placeholder of it. */
export function messageText(message: string): { text: string } {
  return { text: message.replaceAll('](', '\\](').replace(/\{(\d+)\}/g, '{{$1}}') };
}
