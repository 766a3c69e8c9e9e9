import type { ImsCall, ImsEvent } from '../catalog/types';
import { inLanguage, type Voice } from '../language';
import { type Block, code, fill, type Line, lines, list, strong } from '../markdown';
import { callLine } from './glance-lines';
import { codes, joinParts, sentence } from './phrases';

/** The calls of the Huawei Cloud IMS API behind an event, those of its own side first. */
export function imsBlocks(event: ImsEvent, voice: Voice): readonly Block[] {
  const { calls, gap } = event.operation.ims;
  if (calls.length === 0) return [];
  const own = calls.filter((call) => call.side === event.side);
  const others = calls.filter((call) => call.side !== event.side);
  return [
    lines([strong(voice.t('IMS API'))]),
    list([...own, ...others].map((call) => imsCallLine(call, voice))),
    lines(sentence(event.side === 'ims' && gap ? inLanguage(gap, voice.language) : undefined)),
  ];
}

function imsCallLine(call: ImsCall, { language, t }: Voice): Line {
  return joinParts(
    callLine(call),
    call.sdkOperation === undefined ? [] : [code(call.sdkOperation)],
    sentence(call.mode === 'async' ? t('asynchronous') : t('synchronous')),
    call.iam.length === 0 ? [] : fill(t('IAM {0}'), codes(call.iam, language)),
    sentence(call.deprecated ? t('deprecated') : undefined),
    sentence(call.note && inLanguage(call.note, language)),
  );
}
