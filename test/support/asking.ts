import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createCatalog } from '../../src/core/catalog/catalog';
import { explainAt } from '../../src/core/explain/explain';
import type { ExplainSetting } from '../../src/core/explain/parts/explanation';
import { readTrace } from '../../src/core/reading/read-trace';
import { createLocalizer, type Language, type Translate } from '../../src/core/text/localization';
import { endOf } from '../../src/core/text/span';

const chinese = JSON.parse(readFileSync('l10n/bundle.l10n.zh-cn.json', 'utf8')) as Record<string, string>;

const catalog = createCatalog();

/** A setting whose clock stands at 2026-11-22 00:00:00 UTC, in China. Its localizer knows no message without a translation. */
export function settingIn(language: Language): ExplainSetting {
  const localizer = createLocalizer(language, chinese);
  const t: Translate = (message, ...values) => {
    assert.ok(Object.hasOwn(chinese, message), `no Chinese for "${message}"`);
    return localizer.t(message, ...values);
  };
  return { localizer: { language, t }, catalog, now: Date.UTC(2026, 10, 22), timeZone: 'Asia/Shanghai' };
}

export type Fields = Readonly<Record<string, unknown>>;

/** What is said of a part of a record, where the offset is marked by `$0`. */
export function explainedAtMark(marked: string, language: Language = 'en') {
  const offset = marked.indexOf('$0');
  const text = marked.replace('$0', '');
  const explanation = explainAt(readTrace(text), offset, settingIn(language));
  return (
    explanation && {
      marked: text.slice(explanation.span.offset, endOf(explanation.span)),
      markdown: explanation.markdown,
    }
  );
}

/** What is said of the value of the first field of a record. */
export function explainedValue(fields: Fields, language: Language = 'en'): string | undefined {
  const text = JSON.stringify(fields);
  const trace = readTrace(text);
  const offset = trace.fields()[0]?.valueSpan.offset ?? 0;
  return explainAt(trace, offset, settingIn(language))?.markdown;
}

/** What is said of the name of an IMS event. */
export function explainedEvent(
  name: string,
  resourceType: string,
  more: Fields = {},
  language: Language = 'en',
): string {
  const fields = { trace_name: name, service_type: 'IMS', resource_type: resourceType, ...more };
  return explainedValue(fields, language) ?? '';
}
