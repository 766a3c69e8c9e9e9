export const extensionId = 'cts-trace-lens.cts-trace-lens';
