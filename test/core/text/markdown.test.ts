import assert from 'node:assert/strict';
import {
  code,
  type Document,
  fill,
  type Inline,
  joinLines,
  json,
  lines,
  link,
  list,
  maxShownLength,
  strong,
  text,
  toMarkdown,
  toPlainText,
} from '../../../src/core/text/markdown';

function rendered(...line: readonly Inline[]): string {
  return toMarkdown([lines(line)]);
}

describe('text in Markdown', () => {
  const cases: readonly (readonly [what: string, content: string, expected: string])[] = [
    ['keeps plain words', 'Modify image information / upload', 'Modify image information / upload'],
    ['keeps times', '2020-10-21 11:40:19 GMT+08:00', '2020-10-21 11:40:19 GMT+08:00'],
    ['keeps underscores within words', 'trace_name', 'trace_name'],
    ['escapes emphasis', '*a* **b** _c_ __d__', '\\*a\\* \\*\\*b\\*\\* \\_c\\_ \\_\\_d\\_\\_'],
    ['escapes code', '`a` ```b', '\\`a\\` \\`\\`\\`b'],
    ['escapes links', '[a](command:evil)', '\\[a\\](command:evil)'],
    ['escapes images', '![a](https://b)', '!\\[a\\](https\\://b)'],
    ['escapes addresses', 'https://a.b www.a.b c@a.b', 'https\\://a.b www\\.a.b c\\@a.b'],
    ['escapes HTML', '<img src=x onerror=y>&lt;', '\\<img src=x onerror=y\\>\\&lt;'],
    ['escapes tables and strikethrough', '|a|~~b~~', '\\|a\\|\\~\\~b\\~\\~'],
    ['escapes codicons and formulas', '$(alert) $x$', '\\$(alert) \\$x\\$'],
    ['escapes backslashes', '\\`', '\\\\\\`'],
    ['escapes headings', '# a', '\\# a'],
    ['escapes lists', '- a', '\\- a'],
    ['escapes numbered lists', '1. a', '1\\. a'],
    ['escapes the underline of a heading', '===', '\\==='],
    ['trims indentation', '     a', 'a'],
    ['shows the code points of line breaks', 'a\r\n\n# b', 'a\\[U+000D\\]\\[U+000A\\]\\[U+000A\\]\\# b'],
    ['shows the code points of bidirectional marks', 'a\u202eb\u2066', 'a\\[U+202E\\]b\\[U+2066\\]'],
    ['shows the code points of zero-width characters', 'a\u200bb\ufeff', 'a\\[U+200B\\]b\\[U+FEFF\\]'],
    ['shows the code points of escape sequences', '\u001b[31m', '\\[U+001B\\]\\[31m'],
    ['shows the code points of lone surrogates', 'a\ud83d', 'a\\[U+D83D\\]'],
    ['keeps surrogate pairs', '镜像😀', '镜像😀'],
  ];
  for (const [what, content, expected] of cases) {
    it(what, () => assert.equal(rendered(text(content)), expected));
  }

  it('is cut if too long, without splitting a surrogate pair', () => {
    const shown = rendered(text(`${'a'.repeat(maxShownLength.text - 1)}😀${'b'.repeat(5000)}`));
    assert.equal(shown, `${'a'.repeat(maxShownLength.text - 1)}…`);
    assert.equal(rendered(code('x'.repeat(1_000_000))), `\`${'x'.repeat(maxShownLength.code)}…\``);
  });
});

describe('pieces in Markdown', () => {
  it('delimit code spans whatever they contain', () => {
    assert.equal(rendered(code('PATCH /v2/images/{image_id}')), '`PATCH /v2/images/{image_id}`');
    assert.equal(rendered(code('a`b``c')), '```a`b``c```');
    assert.equal(rendered(code('`a`')), '`` `a` ``');
    assert.equal(rendered(code('<b>\n')), '`<b>[U+000A]`');
    assert.equal(rendered(code('')), '`""`');
  });

  it('do not let text end bold early', () => {
    assert.equal(rendered(strong(' a** <b> ')), '**a\\*\\* \\<b\\>**');
    assert.equal(rendered(strong(' ')), '');
  });

  it('link to https addresses only', () => {
    const url = 'https://docs.openstack.org/api-ref/image/v2/index.html#create-image';
    assert.equal(rendered(link('Glance [API]', url)), `[Glance \\[API\\]](${url})`);
    for (const bad of [
      'http://a.b',
      'command:x',
      'https://a.b/(x)',
      'https://a.b/ x',
      'https://u:p@a.b',
      'javascript:x',
    ]) {
      assert.equal(rendered(link('Page', bad)), 'Page', bad);
    }
  });

  it('fill the placeholders of a sentence', () => {
    assert.deepEqual(fill('{1} before {0}, {2}', code('a'), [text('b'), text('c')]), [
      text('b'),
      text('c'),
      text(' before '),
      code('a'),
      text(', '),
      text('{2}'),
    ]);
    assert.deepEqual(joinLines([[text('a')], [], [text('b')]], ' · '), [text('a'), text(' · '), text('b')]);
  });
});

describe('a document', () => {
  const document: Document = [
    lines([strong('createImage')], [], [text('by '), code('a_b')]),
    lines(),
    list([[text('one')], [text('  ')], [link('two', 'https://a.b/c')]]),
    lines([text('end')]),
  ];

  it('becomes hard line breaks and lists in Markdown', () => {
    assert.equal(toMarkdown(document), '**createImage**  \nby `a_b`\n\n- one\n- [two](https://a.b/c)\n\nend');
  });

  it('has the same words in plain text', () => {
    assert.equal(toPlainText(document), 'createImage\nby a_b\n\n  - one\n  - two: https://a.b/c\n\nend');
  });

  it('cannot steer a terminal in plain text', () => {
    assert.equal(
      toPlainText([lines([text('a\u001b]0;b\u0007'), code('\u009b31m')])]),
      'a[U+001B]]0;b[U+0007][U+009B]31m',
    );
  });
});

describe('JSON in a document', () => {
  it('is a code block that nothing in it can end', () => {
    assert.equal(toMarkdown([json(['{', '  "a": 1', '}'])]), '```json\n{\n  "a": 1\n}\n```');
    assert.equal(
      toMarkdown([json(['"a"', '```', '`````js', '# <b>'])]),
      '``````json\n"a"\n```\n`````js\n# <b>\n``````',
    );
    assert.equal(toMarkdown([lines([text('a')]), json([]), json(['1'])]), 'a\n\n```json\n1\n```');
  });

  it('keeps each row on one line, cut to length, with control characters visible', () => {
    const shown = toMarkdown([json(['"a\nb\u202e"', 'x'.repeat(10_000)])]);
    assert.equal(shown, `\`\`\`json\n"a[U+000A]b[U+202E]"\n${'x'.repeat(maxShownLength.row)}…\n\`\`\``);
  });

  it('keeps its rows in plain text', () => {
    assert.equal(toPlainText([lines([text('a')]), json(['{', '  "a": "`"', '}'])]), 'a\n\n{\n  "a": "`"\n}');
  });
});
