import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import net from 'node:net';
import tls from 'node:tls';
import { takeNetworkCalls } from '../network';

const calls: Readonly<Record<string, () => unknown>> = {
  'http.get': () => http.get('http://192.0.2.1/'),
  'http.request': () => http.request('http://192.0.2.1/'),
  'https.get': () => https.get('https://192.0.2.1/'),
  'http2.connect': () => http2.connect('https://192.0.2.1/'),
  'net.connect': () => net.connect(80, '192.0.2.1'),
  'net.Socket.connect': () => new net.Socket().connect(80, '192.0.2.1'),
  'tls.connect': () => tls.connect(443, '192.0.2.1'),
  'dgram.createSocket': () => dgram.createSocket('udp4'),
  'dns.lookup': () => dns.lookup('example.invalid', () => {}),
  'dns.promises.resolve4': () => dns.promises.resolve4('example.invalid'),
  'child_process.spawn': () => spawn('curl', ['https://192.0.2.1/']),
};

/** Calls through a function of this name count as the extension's own. */
function callOut(call: () => unknown): void {
  assert.throws(call, /The extension called/);
}

describe('the network trap in Node', () => {
  for (const [name, call] of Object.entries(calls)) {
    it(`catches ${name}`, () => {
      callOut(call);
      assert.deepEqual(
        takeNetworkCalls().map((taken) => taken.split('\n', 1)[0]),
        [name],
      );
    });
  }
});
