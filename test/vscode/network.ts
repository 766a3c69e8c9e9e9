import { strict as assert } from 'node:assert';
import { type Trapped, trap } from '../network/trap';

/** Code of the extension, and what the test of this trap calls. VS Code and other extensions go their own ways. */
const ours = /[\\/]dist[\\/](?:desktop|features|web)\.js|\bcallOut\b/;

/** What this extension called since it was last asked. Tests are bundles of their own, so it is kept where all find it. */
const shared = globalThis as { ctsTraceNetworkCalls?: string[] };

/** From here on nothing of this extension reaches the network: the call fails and is kept. */
export function trapNetwork(trapped: readonly Trapped[]): void {
  const calls: string[] = [];
  shared.ctsTraceNetworkCalls = calls;
  trap(trapped, (name) => {
    const stack = whole(() => new Error().stack ?? '');
    if (!ours.test(stack)) return;
    calls.push(`${name}\n${stack}`);
    throw new Error(`The extension called ${name}`);
  });
}

/** The calls so far, which are forgotten with that. */
export function takeNetworkCalls(): readonly string[] {
  assert.ok(shared.ctsTraceNetworkCalls, 'The network is not trapped');
  return shared.ctsTraceNetworkCalls.splice(0);
}

/** For a hook behind each test, so that the test that led there is named. */
export function expectNoNetworkCalls(): void {
  assert.equal(takeNetworkCalls().join('\n'), '');
}

function whole(read: () => string): string {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = Number.POSITIVE_INFINITY;
  try {
    return read();
  } finally {
    Error.stackTraceLimit = limit;
  }
}
