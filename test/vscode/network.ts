import { strict as assert } from 'node:assert';
import { type Trapped, trap } from '../network/trap';

/** Stack frames of the extension, or of the tests of this trap. Calls of VS Code and other extensions are ignored. */
const ownFrame = /[\\/]dist[\\/](?:desktop|features|web)\.js|\bcallOut\b/;

/** Calls since the last {@link takeNetworkCalls}, in a global because each test file is a separate bundle. */
const shared = globalThis as { ctsTraceNetworkCalls?: string[] };

/** Makes all network calls of this extension throw, and records them. */
export function trapNetwork(trapped: readonly Trapped[]): void {
  const calls: string[] = [];
  shared.ctsTraceNetworkCalls = calls;
  trap(trapped, (name) => {
    const stack = withFullStack(() => new Error().stack ?? '');
    if (!ownFrame.test(stack)) return;
    calls.push(`${name}\n${stack}`);
    throw new Error(`The extension called ${name}`);
  });
}

/** Returns the recorded calls and clears them. */
export function takeNetworkCalls(): readonly string[] {
  assert.ok(shared.ctsTraceNetworkCalls, 'The network is not trapped');
  return shared.ctsTraceNetworkCalls.splice(0);
}

/** For an `afterEach` hook, so that the failure names the test that made the call. */
export function expectNoNetworkCalls(): void {
  assert.equal(takeNetworkCalls().join('\n'), '');
}

function withFullStack(read: () => string): string {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = Number.POSITIVE_INFINITY;
  try {
    return read();
  } finally {
    Error.stackTraceLimit = limit;
  }
}
