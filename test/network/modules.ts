import { createRequire } from 'node:module';
import type { Trapped } from './trap';

/** Functions of Node modules that reach the network, or start a process that could. */
export function modules(): readonly Trapped[] {
  // VS Code gives extensions copies of some modules, which differ with and without the `node:` prefix
  return ['', 'node:'].flatMap(modulesNamed);
}

function modulesNamed(prefix: string): readonly Trapped[] {
  const load = createRequire(__filename);
  const named = (name: string) => ({ label: `${name}.`, holder: load(prefix + name) as object });
  const [net, dgram, dns] = [named('net'), named('dgram'), named('dns')];
  return [
    { ...named('http'), names: ['request', 'get'] },
    { ...named('https'), names: ['request', 'get'] },
    { ...named('http2'), names: ['connect'] },
    { ...named('tls'), names: ['connect'] },
    { ...net, names: ['connect', 'createConnection', 'createServer'] },
    { label: 'net.Socket.', holder: prototypeIn(net.holder, 'Socket'), names: ['connect'] },
    { ...dgram, names: ['createSocket'] },
    { label: 'dgram.Socket.', holder: prototypeIn(dgram.holder, 'Socket'), names: ['send', 'connect'] },
    { ...dns, names: lookupNamesOf(dns.holder) },
    ...['promises'].map((name) => {
      const holder = Reflect.get(dns.holder, name) as object;
      return { label: `dns.${name}.`, holder, names: lookupNamesOf(holder) };
    }),
    { ...named('child_process'), names: processStarters },
  ];
}

const processStarters = ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'];

function prototypeIn(holder: object, name: string): object {
  return (Reflect.get(holder, name) as { prototype: object }).prototype;
}

function lookupNamesOf(holder: object): readonly string[] {
  return Object.keys(holder).filter((name) => /^(?:lookup|resolve|reverse)/.test(name));
}
