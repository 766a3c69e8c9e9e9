/** Invalid arguments; the message is localised. */
export class UsageError extends Error {}
