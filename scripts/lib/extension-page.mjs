/** What a README says only to those who have the sources. */
const forSources = /<!-- sources -->[\s\S]*?<!-- \/sources -->\n?/g;

/**
 * The page that the editor shows about the installed extension: both editions of the README without what only makes
 * sense beside the sources. From it the editor finds no files and shows no pictures but those on the web, so there are
 * none, and links to files are plain text.
 *
 * @param {string} english README.md
 * @param {string} chinese README.zh-cn.md
 */
export function extensionPage(english, chinese) {
  const [title, ...rest] = forUsers(english).split('\n');
  const [, ...chineseRest] = forUsers(chinese).split('\n');
  const lines = [title, '', '简体中文版见[下文](#简体中文)。', ...rest, '# 简体中文', ...chineseRest];
  return lines.join('\n').replace(/\n{3,}/g, '\n\n');
}

/**
 * Replaces links to files of the project by their text.
 *
 * @param {string} text Markdown
 */
export function withoutFileLinks(text) {
  return text.replace(/\[([^\]]*)\]\((?!https:|#)[^)]*\)/g, '$1');
}

/**
 * @param {string} readme
 */
function forUsers(readme) {
  const otherEdition = /^.*\]\(README(?:\.zh-cn)?\.md\).*\n/m;
  const pictures = /^!\[.*\n/gm;
  return withoutFileLinks(readme.replace(forSources, '').replace(otherEdition, '').replace(pictures, ''));
}
