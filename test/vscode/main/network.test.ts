import { strict as assert } from 'node:assert';
import { takeNetworkCalls } from '../network';

/** Calls through a function of this name count as the extension's own. */
function callOut(call: () => unknown): void {
  assert.throws(call, /The extension called/);
}

describe('the network trap', () => {
  it('catches globals in every test', () => {
    callOut(() => fetch('https://192.0.2.1/'));
    callOut(() => (typeof WebSocket === 'function' ? new WebSocket('wss://192.0.2.1/') : fetch('x:')));
    callOut(() => (typeof XMLHttpRequest === 'function' ? new XMLHttpRequest() : fetch('x:')));
    assert.equal(takeNetworkCalls().length, 3);
  });
});
