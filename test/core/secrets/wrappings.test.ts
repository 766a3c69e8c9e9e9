import { fuzzSecrets } from '../../fuzz/fuzz-secrets';
import { runs } from '../../support/runs';

describe('credentials in random wrappings', () => {
  it('are reported and shown nowhere, and what is none stays silent', () => {
    const { numRuns, seed = Date.now() } = runs.parameters(500);
    fuzzSecrets(seed, numRuns);
  }).timeout(runs.timeout);
});
