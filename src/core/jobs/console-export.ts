/**
 * Column names of a table exported from the CTS console: the fields of a trace, and the labels of the console's list in
 * English and Chinese. It is documented that the console exports CSV, but not the header: the labels are inferred from
 * the exported list.
 */
const columns: ReadonlySet<string> = new Set([
  ...['tracename', 'traceid', 'tracerating', 'tracestatus', 'tracetype', 'tracesource', 'servicetype'],
  ...['resourcetype', 'resourceid', 'resourcename', 'operator', 'operationtime', 'sourceip', 'recordtime'],
  ...['事件名称', '事件id', '事件级别', '事件状态', '事件类型', '事件来源', '云服务', '资源类型', '资源id'],
  ...['资源名称', '操作用户', '操作时间', '事件时间', '源ip'],
]);

/** A header needs at least this many of the columns, one of them about the trace itself. */
const minColumns = 3;

/** How much of the input is searched for its first line, in UTF-16 units. */
const maxHeaderLength = 4096;

/** Whether the input is a CSV table exported from the trace list of the console. */
export function isConsoleExport(text: string): boolean {
  const [header = ''] = text.slice(0, maxHeaderLength).split(/[\r\n]/, 1);
  if (/^\s*[{[]/.test(header)) return false;
  const known = header
    .split(',')
    .map(columnName)
    .filter((name) => columns.has(name));
  return new Set(known).size >= minColumns && known.some((name) => /^(?:trace|事件)/.test(name));
}

function columnName(cell: string): string {
  return cell.toLowerCase().replace(/[\s"_]/g, '');
}
