import assert from 'node:assert/strict';
import { ctsTrace, folderWith, removeFolders } from '../../support/command';

/** A trace file that would give output if it were read. */
const trace = '[{"trace_name":"login","trace_type":"ApiCall","service_type":"IAM","time":1795136523120}]';

const wrong: readonly (readonly [args: readonly string[], message: RegExp])[] = [
  [['--user', ''], /The value of '--user' is empty/],
  [['--user='], /The value of '--user' is empty/],
  [['--event', '  '], /The value of '--event' is empty/],
  [['--user', '--failures'], /Missing value for '--user'/],
  [['--user'], /Missing value for '--user <user>'/],
  [['--text', ''], /The value of '--text' is empty/],
  [['--ip', '203.0.113'], /Invalid value "203\.0\.113" for '--ip'; expected an IP address or a range/],
  [['--ip', '203.0.113.0/40'], /Invalid value "203\.0\.113\.0\/40" for '--ip'/],
  [['--rating', 'Warning'], /Invalid value "Warning" for '--rating'; expected normal \| warning \| incident/],
  [['--outcome', 'bad'], /expected succeeded \| failed \| incident/],
  [['--notable-reason', 'mfa'], /expected failed \| root-user \| no-mfa \| /],
  [['--finding', 'duplicate-trace'], /Invalid value "duplicate-trace" for '--finding'/],
  [
    ['--from', 'yesterday'],
    /Invalid value "yesterday" for '--from'; expected a date or time such as 2026-11-26/,
  ],
  [['--to', '2026-02-30'], /Invalid value "2026-02-30" for '--to'/],
  [['--from', ''], /Invalid value "" for '--from'/],
  [['--last', '30'], /Invalid value "30" for '--last'; expected a number and w, d, h or m, such as 30d/],
  [['--last', '1d', '--to', '2026-01-01'], /'--last' cannot be combined with '--from' or '--to'/],
  [['--from', '2026-01-02', '--to', '2026-01-01'], /'--from' is later than '--to'/],
  [['--format', 'xml'], /Invalid value "xml" for '--format'/],
  [['--jobs', '0'], /Invalid value "0" for '--jobs'/],
  [['--resouce', 'x'], /Unknown option '--resouce'\. Did you mean '--resource'\?/],
];

describe('wrong filters', () => {
  after(removeFolders);

  for (const command of ['search', 'summary'])
    for (const [args, message] of wrong)
      it(`${command} ${JSON.stringify(args)} is one clear line, exit code 2, and nothing is read`, async () => {
        const { code, out, err } = await ctsTrace([command, ...args], {
          cwd: folderWith({ 'a.json': trace }),
        });
        assert.equal(code, 2);
        assert.equal(out, '');
        const [line = '', hint = '', ...rest] = err.split('\n');
        assert.match(line, message);
        assert.deepEqual([hint, rest], [`cts-trace: See 'cts-trace ${command} --help'`, ['']]);
      });

  const ofOneCommand: readonly (readonly [args: readonly string[], message: RegExp])[] = [
    [['search', '--order', 'size'], /expected time \| file/],
    [['search', ''], /The value of 'text' is empty/],
    [['summary', '--by', 'name'], /expected user \| account \| access-key/],
    [
      ['check', '--user', 'mei'],
      /'check' has no option '--user'. Commands that have it: 'summary', 'search'/,
    ],
  ];
  for (const [args, message] of ofOneCommand)
    it(`are reported: ${args.join(' ')}`, async () => {
      const { code, out, err } = await ctsTrace(args, { cwd: folderWith({ 'a.json': trace }) });
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, message);
    });
});
