import { brokenEmbeddedJson } from './broken-embedded-json';
import { duplicateKey } from './duplicate-key';
import { duplicateTrace } from './duplicate-trace';
import { eventSpelling } from './event-spelling';
import { exposedSecret } from './exposed-secret';
import { jsonSyntax } from './json-syntax';
import { missingField } from './missing-field';
import { notableEvent } from './notable-event';
import { pageCount } from './page-count';
import type { Rule, TraceRule } from './rule';
import type { RuleLevels } from './severity';
import { suspiciousTime } from './suspicious-time';
import { traceIdClock } from './trace-id-clock';
import { unknownEvent } from './unknown-event';
import { unknownValue } from './unknown-value';
import { wrongFieldType } from './wrong-field-type';
import { wrongResourceType } from './wrong-resource-type';

/** All rules on single traces, in the order of findings at the same position. */
export const traceRules: readonly TraceRule[] = [
  jsonSyntax,
  unknownEvent,
  wrongResourceType,
  eventSpelling,
  unknownValue,
  missingField,
  wrongFieldType,
  duplicateKey,
  suspiciousTime,
  traceIdClock,
  brokenEmbeddedJson,
  exposedSecret,
  notableEvent,
];

/** All rules, the file-wide ones last. */
export const rules: readonly Rule[] = [...traceRules, duplicateTrace, pageCount];

/** Levels that turn every rule off. */
export const noRules: RuleLevels = Object.fromEntries(rules.map(({ id }) => [id, 'off']));
