import { util } from 'chai';

/** Stands in for `node:util` where there is no Node. */
export const isDeepStrictEqual: (one: unknown, other: unknown) => boolean = util.eql;
