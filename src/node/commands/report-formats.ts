import type { CheckFormat } from '../arguments/command-requests';
import { painter } from '../output/colours';
import type { Io } from '../output/io';
import { jsonReport } from '../output/json-report';
import { prettyReport } from '../output/pretty-report';
import type { Report } from '../output/report';

export function reportOf(format: CheckFormat, { localizer, stdout }: Io): Report {
  switch (format) {
    case 'json':
      return jsonReport();
    case 'pretty':
      return prettyReport(localizer, painter(stdout.hasColour));
  }
}
