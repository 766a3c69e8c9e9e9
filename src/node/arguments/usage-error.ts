/** The user asked for something that the command line does not have; the message is in the user's language. */
export class UsageError extends Error {}
