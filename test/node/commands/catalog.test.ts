import assert from 'node:assert/strict';
import { ctsTrace, folderWith, removeFolders } from '../../support/command';

/** Sets a colour, reverses the direction of the text, rings, breaks the line. */
const steering = '\u001B[31m\u202E\u009B\u0007\n';

describe('cts-trace catalog', () => {
  after(removeFolders);

  it('lists the events of a service in a table', async () => {
    const { code, out, err } = await ctsTrace(['catalog', '--service', 'evs']);
    assert.deepEqual([code, err], [0, '']);
    assert.equal(
      out,
      [
        'service  resource type  event                      operation                      listed',
        'EVS      evs            createVolume               Create disk                    in the newest list',
        'EVS      evs            deleteVolume               Delete disk                    in the newest list',
        'EVS      evs            extendVolume               Expand disk capacity           in the newest list',
        'EVS      evs            updateVolume               Update disk                    in the newest list',
        'EVS      evs            volume_upload_imageVolume  Creating an image from an ECS  only in older lists',
        '',
      ].join('\n'),
    );
  });

  it('counts two cells for a Chinese character', async () => {
    const { out } = await ctsTrace(['catalog', '--service', 'EVS', '--lang', 'zh-cn']);
    assert.equal(
      out,
      [
        '云服务  资源类型  事件名称                   操作名称              收录情况',
        'EVS     evs       createVolume               Create disk           在最新列表中',
        'EVS     evs       deleteVolume               Delete disk           在最新列表中',
        'EVS     evs       extendVolume               Expand disk capacity  在最新列表中',
        'EVS     evs       updateVolume               Update disk           在最新列表中',
        'EVS     evs       volume_upload_imageVolume  通过云服务器创建镜像  仅见于旧列表',
        '',
      ].join('\n'),
    );
  });

  it('prints all events as JSON', async () => {
    const { code, out } = await ctsTrace(['catalog', '--format', 'json']);
    const { events }: { events: readonly { service: string; listed: string }[] } = JSON.parse(out);
    assert.equal(code, 0);
    const current = events.filter(({ service, listed }) => service === 'IMS' && listed === 'current');
    assert.equal(current.length, 16);
    assert.equal(new Set(events.map(({ service }) => service)).size, 89);
    assert.deepEqual(events[7], {
      service: 'IMS',
      resourceType: 'ims',
      name: 'deleteMemeber',
      operation: {
        en: 'Deleting tenants from the group where the members can use a shared image',
        zh: '批量删除成员',
      },
      listed: 'current',
      twins: ['deleteMember'],
    });
  });

  it('prints no control characters of a catalog', async () => {
    const operations = [
      {
        service_type: `XYZ${steering}`,
        resource_type: `r${steering}`,
        operation_list: [`bootImage${steering}`],
      },
    ];
    const cwd = folderWith({
      'good.json': JSON.stringify({ operations }),
      'bad.json': JSON.stringify({ formatVersion: 1, events: [{ [`k${steering}`]: 1 }], [steering]: 1 }),
    });
    for (const args of [
      ['catalog'],
      ['catalog', '--format', 'json'],
      ['catalog', '--service', 'none'],
      ['explain', `bootImage${steering}`],
      ['explain', `bootImage${steering}`, '--format', 'json'],
      ['explain', 'bootImages'],
    ])
      for (const file of ['good.json', 'bad.json']) {
        const { out, err } = await ctsTrace([...args, '--catalog', file], { cwd });
        assert.doesNotMatch((out + err).replaceAll('\n', ''), /[\p{Cc}\p{Cf}]/u, args.join(' '));
      }
    const { out } = await ctsTrace(['catalog', '--format', 'json', '--catalog', 'good.json'], { cwd });
    const { events }: { events: readonly { name: string }[] } = JSON.parse(out);
    assert.ok(events.some(({ name }) => name === `bootImage${steering}`));
  });

  it('suggests a service whose name is similar', async () =>
    assert.deepEqual(await ctsTrace(['catalog', '--service', 'imss']), {
      code: 1,
      out: '',
      err: 'cts-trace: No known events of service "imss". Did you mean "IMS"?\n',
    }));

  it('lists the services if one is unknown', async () => {
    const plain = await ctsTrace(['catalog', '--service', 'nothing']);
    assert.deepEqual([plain.code, plain.out], [1, '']);
    assert.match(
      plain.err,
      /^cts-trace: No known events of service "nothing". Services: IMS, AccountCenter, .*, WAF\n$/,
    );
    const { out, code } = await ctsTrace(['catalog', '--service', 'nothing', '--format', 'json']);
    assert.deepEqual([JSON.parse(out), code], [{ events: [] }, 1]);
  });
});
