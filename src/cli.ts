import { runCommandLine } from './node/run';

runCommandLine(process).then((exitCode) => {
  // Not process.exit(), which could lose output that is still being written
  process.exitCode = exitCode;
});
