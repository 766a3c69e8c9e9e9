import assert from 'node:assert/strict';
import { findObjectName, type ObjectName } from '../../../src/core/evidence/object-name';

function shown(name: ObjectName | undefined): string {
  if (name === undefined) return 'none';
  const { kind, prefix, region, time, id, tracker, service } = name;
  return [kind, prefix, region, new Date(time).toISOString().slice(0, 19), id, tracker, service]
    .map((part) => (part === undefined || part === '' ? '-' : part))
    .join(' ');
}

describe('the name of a file in a bucket', () => {
  const id = 'd22ef9d12629392c';
  const cases: Readonly<Record<string, readonly [path: string, what: string][]>> = {
    'as documented': [
      [
        `CloudTraces/eu-de/2016/5/19/system/ECS/log_CloudTrace_eu-de_2016-05-30T16-20-56Z_${id}.json.gz`,
        `trace log eu-de 2016-05-30T16:20:56 ${id} system ECS`,
      ],
      [
        'CloudTraces/eu-de/2016/5/19/system/Digest/ECS/log_CloudTrace-Digest_eu-de_2016-05-30T16-20-56Z.json.gz',
        'digest log eu-de 2016-05-30T16:20:56 - system ECS',
      ],
      [
        `a/b/CloudTraces/eu-de/2016/5/19/system/log_CloudTrace_eu-de_project-1_2016-05-30T16-20-56Z_${id}.json`,
        `trace log eu-de_project-1 2016-05-30T16:20:56 ${id} system -`,
      ],
    ],
    'as published otherwise': [
      [
        'CloudTraces/eu-de/2017/11/15/Digest/ECS/tGPYa_CloudTrace-Digest_eu-de_2017-11-15T10-12-10Z.json.gz',
        'digest tGPYa eu-de 2017-11-15T10:12:10 - - ECS',
      ],
      [
        'CloudTraces/cn-north-01/2017/3/28/ECS/mylog_CloudTrace_cn-north-01/_2017-03-28T02-09-17Z_0faa86bc40071242.json',
        'trace mylog cn-north-01 2017-03-28T02:09:17 0faa86bc40071242 - ECS',
      ],
      [
        'CloudTraces/eu-de-01/2017/3/28/Digest/EVS/mylog_CloudTrace-Digest_eu-de-01/_2017-03-28T01-09-17Z.json.gz',
        'digest mylog eu-de-01 2017-03-28T01:09:17 - - EVS',
      ],
      [
        `CloudTraces/cn-southwest-237/2023/08/30/system/file_CloudTrace_cn-southwest-237_2023-08-30T01-50-12Z_${id}.json.gz`,
        `trace file cn-southwest-237 2023-08-30T01:50:12 ${id} system -`,
      ],
    ],
    'without folders, in unusual ones, or with an unusual prefix': [
      [
        `file_CloudTrace_eu-de_2023-08-30T01-50-12Z_${id}.json.gz`,
        `trace file eu-de 2023-08-30T01:50:12 ${id} - -`,
      ],
      [
        `./copy//my_CloudTrace_x_CloudTrace_eu-de_2023-08-30T01-50-12Z_${id.toUpperCase()}.JSON`,
        `trace my_CloudTrace_x eu-de 2023-08-30T01:50:12 ${id} - -`,
      ],
      [`CloudTrace_eu-de_2023-08-30T01-50-12Z_${id}.json.gz`, `trace - eu-de 2023-08-30T01:50:12 ${id} - -`],
      [
        `2023/8/30/obs-data/_CloudTrace_eu-de_2023-08-30T01-50-12Z_${id}.json.gz`,
        `trace - eu-de 2023-08-30T01:50:12 ${id} obs-data -`,
      ],
    ],
    'is of something else': [
      ['CloudTraces/eu-de/2026/5/18/system/IMS/notes.json', 'none'],
      ['log_CloudTrace_eu-de_2023-08-30T01-50-12Z.json.gz', 'none'],
      [`log_CloudTrace_eu-de_2023-02-30T01-50-12Z_${id}.json.gz`, 'none'],
      [`log_CloudTrace_eu-de_2023-08-30T01-50-12Z_${id}.json.gz.part`, 'none'],
      [`AWSLogs_CloudTrail_us_2023-08-30T01-50-12Z_${id}.json.gz`, 'none'],
      [`mylog/_2017-03-28T02-09-17Z_${id}.json`, 'none'],
      ['', 'none'],
    ],
  };
  for (const [title, rows] of Object.entries(cases))
    for (const [path, what] of rows)
      it(`${title}: ${path}`, () => assert.equal(shown(findObjectName(path)), what));

  it('may be long', () => {
    const prefix = '_CloudTrace_'.repeat(20_000);
    assert.equal(findObjectName(`${prefix}_2023`), undefined);
    assert.equal(findObjectName(`${'/2023/1'.repeat(20_000)}/x.json`), undefined);
  });
});
