import type { Language } from '../text/localization';
import { type ServiceName, serviceNames } from './rows/service-names';

const namesByService = new Map(serviceNames.map((name) => [name.service.toLowerCase(), name]));

/** What a service is called; `undefined` if no source was seen. Services match case-insensitively. */
export function findServiceName(service: string): ServiceName | undefined {
  return namesByService.get(service.trim().toLowerCase());
}

/** The full name for a reader of the language: in Chinese the English one follows, since it is searched for, too. */
export function serviceNameIn({ en, zh, service }: ServiceName, language: Language): string {
  if (language === 'en' || zh === undefined) return en ?? zh ?? service;
  return en === undefined || en === zh ? zh : `${zh}（${en}）`;
}
