import type * as vscode from 'vscode';
import { readLanguage } from '../configuration';

export interface PageLink {
  readonly title: string;
  readonly command: string;
  readonly arguments: readonly vscode.Uri[];
}

/** A page with one message, in the colours of the editor, and what can be done. */
export function messagePage(message: string, links: readonly PageLink[]): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  const items = links.map(
    (link) => `<p><a href="${escapeHtml(hrefOf(link))}">${escapeHtml(link.title)}</a></p>`,
  );
  return [
    `<!DOCTYPE html><html lang="${readLanguage()}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<style>body { margin: 3em auto; max-width: 40em; line-height: 1.5; overflow-wrap: anywhere; }</style></head>',
    `<body><p>${escapeHtml(message)}</p>${items.join('')}</body></html>`,
  ].join('\n');
}

function hrefOf({ command, arguments: values }: PageLink): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify(values.map(String)))}`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
