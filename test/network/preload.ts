import { writeSync } from 'node:fs';
import { globals } from './globals';
import { modules } from './modules';
import { trap } from './trap';

/** Exit code of a program that runs with this file as `node --require` and tries to reach the network. */
const trappedCode = 97;

trap([...modules(), ...globals], (name) => {
  writeSync(2, `${name} was called\n`);
  process.exit(trappedCode);
});
