import assert from 'node:assert/strict';
import { fileTexts } from '../../../../src/core/bucket/tree/node-rows';
import { spanTexts } from '../../../../src/core/bucket/tree/span-texts';
import { createLocalizer } from '../../../../src/core/text/localization';

const english = createLocalizer('en', {});
const day = 'CloudTraces/region-1/2026/3/31/system';

describe('the rows of a narrow view', () => {
  it('begin with what differs between the files of a bucket', () => {
    const trace = `${day}/ECS/log_CloudTrace_region-1_2026-03-31T23-20-00Z_00112233445566AA.json.gz`;
    const digest = `${day}/Digest/IMS/log_CloudTrace-Digest_region-1_2026-03-31T23-00-00Z.json.gz`;
    assert.deepEqual(fileTexts(trace, undefined), {
      label: 'ECS 2026-03-31T23-20-00Z',
      description: 'region-1 · 00112233445566aa',
      tooltip: trace,
    });
    assert.deepEqual(fileTexts(trace, 'is cut off'), {
      label: 'ECS 2026-03-31T23-20-00Z',
      description: 'is cut off · region-1 · 00112233445566aa',
      tooltip: `${trace}\nis cut off`,
    });
    assert.equal(fileTexts(trace, 'is cut off', '7').description, '7 · region-1 · 00112233445566aa');
    assert.deepEqual(fileTexts(digest, ''), {
      label: 'IMS 2026-03-31T23-00-00Z',
      description: 'region-1',
      tooltip: digest,
    });
  });

  it('have the names of other files, and no control characters', () => {
    assert.deepEqual(fileTexts('a/export\u202E.json.gz', undefined), {
      label: 'export\uFFFD.json.gz',
      description: undefined,
      tooltip: 'a/export\uFFFD.json.gz',
    });
    assert.equal(fileTexts('plain.json', undefined, '3').description, '3');
  });

  it('say once what two times share', () => {
    const span = (first: string, last: string) => {
      const { label, description } = spanTexts(Date.parse(first), Date.parse(last), 'UTC', english);
      return `${label} | ${description}`;
    };
    assert.deepEqual(
      [
        span('2026-03-31T20:00:12Z', '2026-03-31T20:00:50Z'),
        span('2026-03-31T20:00:12Z', '2026-03-31T21:24:39Z'),
        span('2026-03-31T20:00:12Z', '2026-04-01T01:24:39Z'),
        span('2025-12-31T20:00:12Z', '2026-01-01T01:24:39Z'),
      ],
      [
        '2026-03-31 20:00 | UTC',
        '2026-03-31 20:00 to 21:24 | UTC',
        '03-31 20:00 to 04-01 01:24 | 2026 · UTC',
        '2025-12-31 20:00 to 2026-01-01 01:24 | UTC',
      ],
    );
  });
});
