import { writeSync } from 'node:fs';
import { globals } from './globals';
import { modules } from './modules';
import { trap } from './trap';

/** For `node --require`: the program ends with this code as soon as it would reach the network. */
const trappedCode = 97;

trap([...modules(), ...globals], (name) => {
  writeSync(2, `${name} was called\n`);
  process.exit(trappedCode);
});
