import * as vscode from 'vscode';
import { type EventKey, explainEvent } from '../../core/assist/look-up';
import type { Language } from '../../core/text/localization';
import type { Catalogs } from '../catalogs/catalogs';
import { localizerIn } from '../configuration';
import { explanationScheme, registerContent } from '../documents/made-documents';
import { guard, type Log } from '../log';

/** An event to explain, the language, and the folder whose catalog is used. */
export interface Explained {
  readonly event: EventKey;
  readonly language: Language;
  readonly folder: vscode.Uri | undefined;
}

/**
 * `cts-trace-explanation:/IMS/createImage.md?en&file:///evidence`: the query is the language and, optionally, the folder
 * whose catalog is used.
 */
export function toExplanationUri({ event, language, folder }: Explained): vscode.Uri {
  const parts = [event.service, event.name].map(encodeURIComponent);
  const query = folder ? `${language}&${folder.toString()}` : language;
  return vscode.Uri.from({ scheme: explanationScheme, path: `/${parts.join('/')}.md`, query });
}

/** Serves explanations as documents that update when catalogs change. */
export function registerEventExplanations(catalogs: Catalogs, log: Log): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const contentOf = async (uri: vscode.Uri): Promise<string> => {
    await catalogs.whenLoaded();
    const { event, language, folder } = fromUri(uri);
    const catalog = catalogs.at(folder);
    return explainEvent(event, { localizer: localizerIn(language), catalog, now: Date.now() });
  };
  return vscode.Disposable.from(
    changed,
    registerContent(
      explanationScheme,
      (uri) => guard(log, 'explanation', () => contentOf(uri)),
      changed.event,
    ),
    catalogs.onDidLoad(() => {
      for (const { uri } of vscode.workspace.textDocuments)
        if (uri.scheme === explanationScheme) changed.fire(uri);
    }),
  );
}

function fromUri({ path, query }: vscode.Uri): Explained {
  const parts = path.replace(/^\/|\.md$/g, '').split('/');
  const [service = '', name = ''] = parts.map(decodeURIComponent);
  const [language, ...folder] = query.split('&');
  return {
    event: { service, name },
    language: language === 'zh-cn' ? 'zh-cn' : 'en',
    folder: folder.length > 0 ? vscode.Uri.parse(folder.join('&')) : undefined,
  };
}
