import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { columnsOf, rowOfRecord, rowOfText } from '../../support/rows';

/** As CTS writes it to a bucket: JSON in strings. */
const bucketRecord = {
  time: 1795136523120,
  record_time: 1795136524000,
  user: JSON.stringify({
    id: 'u-1',
    name: 'mei',
    domain: { id: 'd-1', name: 'acme' },
    type: 'User',
    access_key_id: 'EXAMPLEEXAMPLE000001',
    session_context: { attributes: { mfa_authenticated: 'false' } },
  }),
  request: '{"name":"db-base"}',
  response: '{"error_code":"IMS.0027","error_msg":"Image not found"}',
  code: 404,
  service_type: 'IMS',
  resource_type: 'ims',
  resource_name: 'db-base',
  resource_id: '0b6e7a3c-8d21-4c0f-9a3e-1f2d3c4b5a69',
  source_ip: '203.0.113.8',
  domain_id: 'd-1',
  resource_account_id: 'd-2',
  trace_name: 'deleteImage',
  trace_rating: 'warning',
  trace_type: 'ApiCall',
  user_agent: 'openstacksdk/4.0',
  read_only: false,
  trace_id: 'ad165000-c5f7-11f0-9c1e-000000000001',
  request_id: 'req-1',
};

describe('a row', () => {
  it('has all that a trace says, JSON in strings included', () => {
    assert.deepEqual(columnsOf(rowOfRecord(bucketRecord)), {
      time: 1795136523120,
      isTimeExact: true,
      recordTime: 1795136524000,
      isRecordTimeExact: true,
      service: 'IMS',
      resourceType: 'ims',
      event: 'deleteImage',
      operation: 'Deleting images in a batch',
      resourceId: '0b6e7a3c-8d21-4c0f-9a3e-1f2d3c4b5a69',
      resourceName: 'db-base',
      user: 'mei',
      userId: 'u-1',
      account: 'acme',
      accountId: 'd-1',
      userType: 'user',
      mfa: false,
      accessKey: 'EXAMPLEEXAMPLE000001',
      sourceIp: '203.0.113.8',
      agent: 'openstacksdk/4.0',
      rating: 'warning',
      code: '404',
      outcome: 'failed',
      reason: 'IMS.0027: Image not found',
      access: 'change',
      traceId: 'ad165000-c5f7-11f0-9c1e-000000000001',
      requestId: 'req-1',
      notable: ['failed', 'no-mfa', 'other-account', 'sensitive-image-event'],
    });
  });

  it('has the place', () => {
    const { path, line, column, offset } = rowOfRecord({});
    assert.deepEqual({ path, line, column, offset }, { path: 'a.json', line: 3, column: 5, offset: 40 });
  });

  it('says nothing of what a trace does not say, or says masked', () => {
    assert.deepEqual(columnsOf(rowOfRecord({})), {});
    const masked = { trace_name: '***', user: { name: '<masked>', id: '' }, source_ip: 'xxx', code: '' };
    assert.deepEqual(columnsOf(rowOfRecord(masked)), {});
  });

  it('has the same columns in the same order for every trace', () => {
    assert.deepEqual(Object.keys(rowOfRecord({})), Object.keys(rowOfRecord(bucketRecord)));
  });

  it('reads what it can of a damaged trace', () => {
    const row = rowOfText('{"trace_name": "deleteImage", "service_type": "IMS", "resource_id": "7c9');
    assert.deepEqual(columnsOf(row), {
      service: 'IMS',
      event: 'deleteImage',
      access: 'change',
      notable: ['sensitive-image-event'],
    });
  });

  it('survives JSON and a structured clone', () => {
    const row = rowOfRecord(bucketRecord);
    assert.deepEqual(structuredClone(row), row);
    assert.deepEqual(columnsOf(JSON.parse(JSON.stringify(row))), columnsOf(row));
  });

  it('keeps zones: times are in UTC, and one without a zone is marked', () => {
    const times = (time: unknown) => {
      const { time: moment, isTimeExact } = rowOfRecord({ time });
      return [moment === undefined ? undefined : new Date(moment).toISOString(), isTimeExact];
    };
    assert.deepEqual(times('2020/10/21 11:40:19 GMT+08:00'), ['2020-10-21T03:40:19.000Z', true]);
    assert.deepEqual(times('2020-10-21T11:40:19'), ['2020-10-21T11:40:19.000Z', false]);
    assert.deepEqual(times('1529996047'), ['2018-06-26T06:54:07.000Z', true]);
    assert.deepEqual(times('yesterday'), [undefined, undefined]);
  });

  it('has the operation in the language of the user', () => {
    const record = JSON.stringify({ service_type: 'IMS', resource_type: 'ims', trace_name: 'addMember' });
    assert.equal(rowOfText(record, { language: 'zh-cn' }).operation, '新增成员');
  });

  it('reads every public sample', () => {
    const page = JSON.parse(readFileSync('samples/api-page.json', 'utf8'));
    const rows = page.traces.map(rowOfRecord);
    assert.deepEqual(
      rows.map(({ event, user, outcome }: ReturnType<typeof rowOfRecord>) => [event, user, outcome]),
      [
        ['CreateImage', 'ci-runner', 'succeeded'],
        ['addMember', 'ci-runner', 'failed'],
        ['createServer', 'ci-runner', 'succeeded'],
        ['updateImage', 'ci-runner', 'succeeded'],
      ],
    );
  });
});

describe('who acted', () => {
  const typeOf = (user: unknown, trace_type = 'ApiCall') => rowOfRecord({ user, trace_type }).userType;

  it('is of a type', () => {
    assert.equal(typeOf({ name: 'a', type: 'User' }), 'user');
    assert.equal(typeOf({ name: 'a', principal_is_root_user: 'true' }), 'root');
    assert.equal(typeOf({ name: 'a/b', type: 'AssumedAgency' }), 'agency');
    assert.equal(typeOf({ name: 'a/b', type: 'ExternalUser' }), 'federated');
    assert.equal(typeOf({ name: 'a', principal_id: 'x:y' }), 'session');
    assert.equal(typeOf({ name: 'a' }), undefined);
  });

  it('is the service itself only if no user is named', () => {
    assert.equal(typeOf('', 'SystemAction'), 'service');
    assert.equal(typeOf(null, 'SystemAction'), 'service');
    assert.equal(typeOf({ name: 'a' }, 'SystemAction'), undefined);
    assert.equal(typeOf(''), undefined);
  });
});

describe('the credentials of a row', () => {
  const token = 'Bearer 0123456789abcdefghijklmnopqrstuvwxyzINVENTED';

  it('are masked in every column', () => {
    const row = rowOfRecord({
      ...bucketRecord,
      trace_name: `x ${token}`,
      resource_name: token,
      resource_id: token,
      user_agent: `curl -H "Authorization: ${token}"`,
      user: { name: token, id: token, domain: { name: token, id: token } },
      response: { error_msg: `password=InventedPa55word! ${token}` },
    });
    assert.doesNotMatch(JSON.stringify(row), /INVENTED|InventedPa55/);
    assert.match(row.reason ?? '', /\*\*\*/);
  });

  it('do not include the id of the access key, unless something else is in its place', () => {
    const keyOf = (key: string) => rowOfRecord({ user: { access_key_id: key } }).accessKey;
    assert.equal(keyOf('EXAMPLEEXAMPLE000001'), 'EXAMPLEEXAMPLE000001');
    assert.equal(keyOf('InventedSecretKey0123456789abcdefghijkl'), '***');
    assert.equal(keyOf(''), undefined);
  });

  it('are not in the access key of another place', () => {
    assert.equal(rowOfRecord({ user: { ak: 'EXAMPLEEXAMPLE000001' } }).accessKey, undefined);
    assert.equal(rowOfRecord({ access_key_id: 'EXAMPLEEXAMPLE000001' }).accessKey, undefined);
  });
});

describe('a long value', () => {
  it('is cut, but not inside of a character', () => {
    const agent = rowOfRecord({ user_agent: `${'a'.repeat(999)}𠮷${'b'.repeat(1_000_000)}` }).agent ?? '';
    assert.equal(agent, `${'a'.repeat(999)}…`);
    const chinese = rowOfRecord({ user_agent: '镜'.repeat(2000) }).agent ?? '';
    assert.equal(chinese, `${'镜'.repeat(1000)}…`);
  });
});

describe('the reason of a failure', () => {
  const reasonOf = (fields: object) => rowOfRecord({ trace_rating: 'warning', ...fields }).reason;

  it('is the error of the response, otherwise the message', () => {
    const error = { code: 'VPC.0514', message: 'Update port fail.' };
    assert.equal(reasonOf({ response: error }), 'VPC.0514: Update port fail.');
    assert.equal(reasonOf({ response: JSON.stringify(error) }), 'VPC.0514: Update port fail.');
    assert.equal(reasonOf({ response: { error: { code: 403, title: 'Forbidden' } } }), '403');
    assert.equal(reasonOf({ response: { badRequest: { message: 'No name' } } }), 'No name');
    assert.equal(reasonOf({ response: {}, message: 'quota exceeded' }), 'quota exceeded');
    assert.equal(reasonOf({ response: '', message: '{"errorMsg":"full"}' }), 'full');
    assert.equal(reasonOf({ response: '{"error_msg": "cut o', message: 'timeout' }), 'timeout');
    assert.equal(reasonOf({ response: 'plain', message: '' }), undefined);
  });

  it('is not given for what did not fail', () => {
    assert.equal(reasonOf({ trace_rating: 'normal', message: 'created' }), undefined);
    assert.equal(reasonOf({ trace_rating: undefined, code: '403', message: 'denied' }), undefined);
  });
});
