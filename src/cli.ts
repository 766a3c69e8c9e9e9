import { runCommandLine } from './node/run';

runCommandLine(process).then((exitCode) => {
  // Not process.exit: what was written may still be on its way
  process.exitCode = exitCode;
});
