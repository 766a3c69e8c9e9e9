import { util } from 'chai';

/** Replaces the part of `node:util` that the tests use where there is no Node. */
export const isDeepStrictEqual: (one: unknown, other: unknown) => boolean = util.eql;
