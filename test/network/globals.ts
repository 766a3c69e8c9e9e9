import type { Trapped } from './trap';

/** Globals that reach the network, in Node and in browsers. */
export const globals: readonly Trapped[] = [
  {
    label: '',
    holder: globalThis,
    names: ['fetch', 'WebSocket', 'WebSocketStream', 'XMLHttpRequest', 'EventSource', 'WebTransport'],
  },
  { label: '', holder: globalThis, names: ['RTCPeerConnection', 'importScripts'] },
  { label: 'navigator.', holder: globalThis.navigator, names: ['sendBeacon'] },
];
