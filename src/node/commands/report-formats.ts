import type { CheckFormat } from '../arguments/command-requests';
import { painter } from '../output/colours';
import { githubReport } from '../output/github/github-report';
import type { Io } from '../output/io';
import { jsonReport } from '../output/json-report';
import { ndjsonReport } from '../output/ndjson-report';
import { prettyReport } from '../output/pretty-report';
import type { Report } from '../output/report';
import { sarifReport } from '../output/sarif/sarif-report';

export function reportOf(format: CheckFormat, { localizer, stdout }: Io): Report {
  switch (format) {
    case 'json':
      return jsonReport();
    case 'ndjson':
      return ndjsonReport();
    case 'sarif':
      return sarifReport(localizer, process.cwd());
    case 'github':
      return githubReport(localizer);
    case 'pretty':
      return prettyReport(localizer, painter(stdout.hasColour));
  }
}
