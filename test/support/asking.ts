import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createCatalog } from '../../src/core/catalog/catalog';
import { explainAt } from '../../src/core/explain/explain';
import type { ExplainSettings } from '../../src/core/explain/parts/explanation';
import { readTrace } from '../../src/core/reading/read-trace';
import { createLocalizer, type Language, type Translate } from '../../src/core/text/localization';
import { endOf } from '../../src/core/text/span';

const chinese = JSON.parse(readFileSync('l10n/bundle.l10n.zh-cn.json', 'utf8')) as Record<string, string>;

const catalog = createCatalog();

/** Settings of a user in China at 2026-11-22 00:00:00 UTC. Its localizer fails on messages without a Chinese translation. */
export function settingsIn(language: Language): ExplainSettings {
  const localizer = createLocalizer(language, chinese);
  const t: Translate = (message, ...values) => {
    assert.ok(Object.hasOwn(chinese, message), `no Chinese for "${message}"`);
    return localizer.t(message, ...values);
  };
  return { localizer: { language, t }, catalog, now: Date.UTC(2026, 10, 22), ownTimeZone: 'Asia/Shanghai' };
}

export type Fields = Readonly<Record<string, unknown>>;

/** The explanation at the offset that `$0` marks in a record; `undefined` if there is none. */
export function explainedAtMark(marked: string, language: Language = 'en') {
  const offset = marked.indexOf('$0');
  const text = marked.replace('$0', '');
  const explanation = explainAt(readTrace(text), offset, settingsIn(language));
  return (
    explanation && {
      marked: text.slice(explanation.span.offset, endOf(explanation.span)),
      markdown: explanation.markdown,
    }
  );
}

/** The explanation of the value of the first field of a record, in Markdown. */
export function explainedValue(fields: Fields, language: Language = 'en'): string | undefined {
  const text = JSON.stringify(fields);
  const trace = readTrace(text);
  const offset = trace.fields()[0]?.valueSpan.offset ?? 0;
  return explainAt(trace, offset, settingsIn(language))?.markdown;
}

/** The explanation of the name of an IMS event, in Markdown. */
export function explainedEvent(
  name: string,
  resourceType: string,
  more: Fields = {},
  language: Language = 'en',
): string {
  const fields = { trace_name: name, service_type: 'IMS', resource_type: resourceType, ...more };
  return explainedValue(fields, language) ?? '';
}
