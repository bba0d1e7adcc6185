/**
 * Pathological documents by the hundred, each of any size: what is known (from CommonMark's and other parsers' own
 * pathological tests, and from trying) to make a Markdown parser slow or overflow it.
 */

/** A way to write a document of about `size` UTF-16 units that ought to hurt. */
export interface Family {
  name: string
  make: (size: number) => string
}

const times = (piece: string, size: number): string => piece.repeat(Math.max(1, Math.floor(size / piece.length)))

/** Pieces repeated until the size is reached. */
const pieces: Record<string, string> = {
  'dashes as lists': '- ',
  'dashes without space': '-',
  'stars as lists': '* ',
  'pluses as lists': '+ ',
  'ordered on one line': '1. ',
  quotes: '>',
  'spaced quotes': '> ',
  'quote dash ordered': '> - 1. ',
  'quote dash': '> - ',
  'dash quote': '- > ',
  'ordered quote': '1) > ',
  'star plus dash': '* + - ',
  'tab lists': '-\t',
  tabs: '\t',
  spaces: ' ',
  'no-break spaces': '\u00a0',
  newlines: '\n',
  returns: '\r',
  'returns and newlines': '\r\n',
  'spaces and newlines': '  \n',
  'mixed line ends': 'a\r\rb\n\n',
  'star under': '*a_ ',
  stars: '*',
  'stars spaced': '* a',
  'star word': '*a ',
  'word star': 'a* ',
  'under word': '_a ',
  'double star word': '**a ',
  'star pairs': '*a* ',
  'star star under': '**a_b__c*',
  'triple star': '***a ',
  'a star star a': 'a**b',
  'under star runs': '_*',
  'strong in em': '*a **b ',
  'closing stars': 'a** *',
  'alternating runs': '* ** *** ',
  tildes: '~',
  'tilde pairs': '~a~ ',
  'double tilde': '~~a ',
  'question html': 'a <?',
  'html comment': 'a <!--',
  'html comment short': 'a<!-->',
  'html cdata': 'a <![CDATA[',
  'html declaration': 'a <!A ',
  'html open': 'a <b ',
  'html attribute': '<a b="',
  'html attribute single': "<a b='",
  'html tag': '<b>',
  'html closing': '</b',
  'html block': '<div>\n',
  'html block blank': '<div>\n\n',
  angle: '<',
  'angle pairs': '<>',
  autolinks: '<http://a>',
  'autolink open': '<http://a',
  'email autolink': '<a@b.c',
  'email chain': 'a@',
  'angle closing': '>a<',
  'html comment blocks': '<!-- a -->\n',
  'html comment blocks blank': '<!-- a -->\n\n',
  'html raw script': '<script>\n',
  'html comment dashes': '<!-- - -',
  'brackets open': '[',
  'brackets close': ']',
  'bracket pairs': '[]',
  'bracket a': '[a',
  'image open': '![',
  'bracket link': '[a](',
  'bracket link angle': '[a](<b',
  'bracket link title': '[a](b "',
  links: '[a](b) ',
  'links titled': '[a](b "c") ',
  images: '![a](b) ',
  references: '[a][b] ',
  'collapsed references': '[a][] ',
  'shortcut references': '[a] ',
  'bracket star': '[*',
  'star bracket': '*[',
  'bracket paren': '](',
  'link parens': '[a](((((((((((((((((((((((((((((((((b',
  'bracket escape': '\\[',
  'bracket backtick': '[`',
  'link in link': '[a](b [c](d) ',
  definitions: '[a]: b\n',
  'definitions titled': '[a]: b "c"\n',
  'definition open title': '[a]: b "\n',
  'definition label only': '[a]:\n',
  'definition unclosed': '[a\n',
  'definition chain': '[a]: b\n\n',
  footnotes: '[^a]: b\n\n',
  'footnote calls': '[^a] ',
  backticks: '`',
  'backtick space': '` ',
  'backtick pairs': '`a` ',
  'double backticks': '``a ',
  'backtick star': '`*',
  'backtick newline': '`\n',
  fences: '```\n',
  'fences apart': '```\n\n',
  'fences closed': '```\na\n```\n',
  'tilde fences': '~~~\n',
  'fence in list': '- ```\n',
  'fence in quote': '> ```\n',
  'fence info': '``` a',
  entities: '&amp;',
  'numeric entities': '&#35;',
  'entities broken': '&a',
  ampersands: '&',
  'long entities': '&CounterClockwiseContourIntegral;',
  escapes: '\\*',
  backslashes: '\\',
  'backslash newlines': '\\\n',
  'hard breaks': 'a  \n',
  setext: 'a\n-\n',
  'setext equals': 'a\n=\n',
  'setext apart': 'a\n---\n\n',
  'setext many': 'a\nb\n===\n',
  'setext only': '===\n',
  atx: '# a\n',
  'atx closed': '# a #\n',
  'atx hashes': '#',
  'atx empty': '#\n',
  'atx hash pairs': '# ',
  rules: '---\n',
  'rules apart': '---\n\n',
  'star rules': '***\n',
  'spaced rules': '* * *\n',
  'small lists': '- a\n\n\nb\n\n',
  'small lists at once': '- a\n\nb\n\n',
  'small ordered lists': '1. a\n\nb\n\n',
  'alternating lists': '- a\n* a\n',
  'alternating ordered': '1. a\n2) a\n',
  'one list': '- a\n',
  'one loose list': '- a\n\n',
  'one ordered list': '1. a\n',
  'list lazy': '- a\nb\n',
  'empty items': '-\n',
  'empty items apart': '-\n\n',
  'items with code': '-     a\n',
  'task items': '- [ ] a\n',
  'task marks': '[ ] ',
  'items with quotes': '- > a\n',
  'nested items': '- a\n  - b\n',
  'nested items three': '- a\n  - b\n    - c\n',
  'nested items apart': '- a\n\n  - b\n\n',
  'small quotes': '> a\n\nb\n\n',
  'small quotes apart': '> a\n\n',
  'one quote': '> a\n',
  'quote lazy': '> a\nb\n',
  'quote empty': '>\n',
  'quote lists': '> - a\n\n',
  'deep quotes': '>>>> a\n\n',
  'deep quote lazy': '>>>> a\nb\n\n',
  'quotes of changing depth': '> a\n>> b\n',
  'quote list ladder': '> - a\n>   > - b\n\n',
  'tiny paragraphs': 'a\n\n',
  'one paragraph': 'a\n',
  'indented code': '    a\n',
  'indented code apart': '    a\n\n',
  'indented code between': '    a\n\nb\n\n',
  letters: 'a',
  words: 'a ',
  nul: '\u0000',
  bidi: '\u202e\u2066',
  surrogates: '\ud83d\ude00',
  'lone surrogates': '\ud800',
  combining: 'e\u0301',
  bars: '|',
  'bar cells': '|a',
  'bar rows': '|a|\n',
  'small tables': '|a|\n|-|\n\n',
  tables: '|a|\n|-|\n|b|\n\n',
  'table heads': '|a|\n|-|\n',
  'table delimiter rows': '|-|\n',
  'bar dashes': '|-',
  'dash bars': '-|',
  'colon dashes': ':-:|',
  'tables in lists': '- |a|\n  |-|\n',
  'tables in quotes': '> |a|\n> |-|\n\n',
  'table escapes': '\\|',
  'table code': '|`|`',
  'front matter fences': '---\na: b\n---\n',
  'plus fences': '+++\n',
  carets: '^',
  dollars: '$a$ ',
  urls: 'http://a.b ',
  www: 'www.a.b ',
  directive: ':a[b]{c} ',
  braces: '{',
  parens: '(',
  'quotation marks': '"',
  'a quotation mark': 'a "',
  colons: ':a: '
}

/** A lead, then a body to the size, then a tail: tables, sections, unclosed things. */
const frames: Record<string, [lead: string, body: string, tail: string]> = {
  'table wide rows': ['|a|b|\n|-|-|\n', '|', '\n'],
  'table long': ['|a|b|\n|-|-|\n', '|c|d|\n', ''],
  'table long, short rows': ['|a|b|c|d|e|f|g|h|\n|-|-|-|-|-|-|-|-|\n', 'a\n', ''],
  'table of stars': ['|a|\n|-|\n', '|*a_ |\n', ''],
  'table of code': ['|a|\n|-|\n', '|`a`|\n', ''],
  'table of brackets': ['|a|\n|-|\n', '|[a|\n', ''],
  'yaml flow sequence': ['---\na: ', '[', '\n---\n'],
  'yaml flow map': ['---\na: ', '{a: ', '\n---\n'],
  'yaml flow pieces': ['---\n', 'a: [[\n', '\n---\n'],
  'yaml lines': ['---\n', 'a: b\n', '---\n'],
  'yaml dashes': ['---\n', '- ', '\n---\n'],
  'yaml anchors': ['---\n', '&a ', '\n---\n'],
  'yaml keys': ['---\n', '? ', '\n---\n'],
  'yaml unclosed': ['---\n', 'a: b\n', ''],
  'yaml indent': ['---\n', ' a:\n', '---\n'],
  'fence unclosed': ['```\n', 'a\n', ''],
  'fence long open': ['', '`', '\na\n'],
  'fence tilde long': ['', '~', '\na\n'],
  'fence of dashes': ['```\n', '- \n', '```\n'],
  'fence in item': ['- ```\n', '  a\n', ''],
  'fence of blank lines': ['```\n', '\n', '```\n'],
  'list then blanks': ['- a\n', '\n', '  b\n'],
  'quote of blanks': ['> a\n', '>\n', '> b\n'],
  'spaces then text': ['a', ' ', 'b'],
  'code of newlines': ['`', 'a\n', '`'],
  'comment unclosed': ['<!--', 'a\n', ''],
  'comment of dashes': ['<!--', '-', ''],
  'comment inline unclosed': ['a <!--', 'a\n', ''],
  'script unclosed': ['<script>\n', '</b>\n', ''],
  'tag of attributes': ['a <b', ' c="d"', '>'],
  'tag of spaces': ['a <b', ' ', ''],
  'tag of attributes unclosed': ['a <b', ' c', ''],
  'link of parens': ['[a](', '(', ')'],
  'link of nested parens': ['[a](', '()', ')'],
  'link of title': ['[a](b "', 'c ', '")'],
  'link of newlines': ['[a](', '\n', ')'],
  'link of destination': ['[a](', 'b', ')'],
  'definition of label': ['[', 'a ', ']: b'],
  'definition of title': ['[a]: b "', 'c\n', '"'],
  'definition of title unclosed': ['[a]: b "', 'c\n', ''],
  'definition of destination': ['[a]: <', 'b', '>'],
  'atx closing': ['# a ', '#', ''],
  'atx closing spaced': ['# a', ' #', ''],
  'atx spaces': ['# a', ' ', '#'],
  'setext after long': ['', 'a\n', '===\n'],
  'setext long line': ['a\n', '=', ''],
  'setext spaces': ['a\n=', ' ', 'b'],
  'rule spaces': ['-', ' ', 'b'],
  'rule dashes': ['', '- ', 'b'],
  'rule stars': ['', '* ', 'b'],
  'rule under': ['', '_ ', 'b'],
  'ordered digits': ['', '1', '. a'],
  'item of paragraphs': ['- a\n\n', '  b\n\n', ''],
  'item of lines': ['- a\n', '  b\n', ''],
  'quote of paragraphs': ['> a\n', '>\n> b\n', ''],
  'nested item of lines': ['- - - - a\n', '        b\n', ''],
  'deep item of paragraphs': ['- - - - - - - - a\n\n', '                b\n\n', ''],
  'deep quote of lines': ['> > > > > > > > a\n', '> > > > > > > > b\n', ''],
  'deep quote of lazy lines': ['> > > > > > > > a\n', 'b\n', ''],
  'item of quotes': ['- a\n', '  > b\n\n', ''],
  'item of lists': ['1. a\n', '   - b\n\n   c\n\n', ''],
  'item of headings': ['- a\n', '  # b\n', ''],
  'quote of headings': ['> a\n', '> # b\n', ''],
  'item of fences': ['- a\n', '  ```\n  b\n  ```\n', ''],
  'quote of fences': ['> a\n', '> ```\n> b\n> ```\n', ''],
  'item of setext': ['- a\n', '  b\n  -\n', ''],
  'quote of setext': ['', '> b\n> -\n', ''],
  'definitions, one call': ['[a]\n\n', '[a]: b\n', ''],
  'stars after open bracket': ['[', '*a_ ', ']'],
  'entities in link': ['[a](', '&amp;', ')'],
  'item of tables': ['- a\n\n', '  |a|\n  |-|\n\n', ''],
  'task items loose': ['', '- [x] a\n\n', ''],
  'item of entities': ['- ', '&amp;', ''],
  'heading of stars': ['# ', '*a_ ', ''],
  'heading of brackets': ['# ', '[a ', ''],
  'paragraph of lines': ['', 'word word word word\n', '']
}

/** Things opened n times, then closed n times. */
const sandwiches: Record<string, [open: string, middle: string, close: string]> = {
  brackets: ['[', 'a', ']'],
  'brackets spaced': ['[ ', 'a', ' ]'],
  links: ['[', 'a', '](b)'],
  images: ['![', 'a', '](b)'],
  'images and brackets': ['![[', 'a', ']](b)'],
  'references nested': ['[', 'a', '][b]'],
  emphasis: ['*', 'a', '*'],
  'emphasis spaced': ['*a ', 'b', ' c*'],
  strong: ['**a ', 'b', ' c**'],
  'emphasis under': ['*a _b ', 'c', ' d_ e*'],
  parens: ['[a](', 'b', ')'],
  angles: ['<', 'a', '>'],
  'backticks against text': ['`', 'a', 'b'],
  'quotes then dashes': ['>', 'a\n', '- '],
  'dashes then text': ['- ', 'a', ' b'],
  'dashes then lines': ['- ', 'a\n', 'b\n'],
  'quotes then lines': ['>', 'a\n', 'b\n'],
  'quotes then blanks': ['>', 'a\n', '\n'],
  'dashes then quotes': ['- ', 'a\n', '>'],
  'stars then unders': ['*a ', 'b', 'c_ '],
  'openers then closers': ['a *b', ' ', 'c* '],
  'open strong, close em': ['**a ', '', 'b* '],
  'backticks then brackets': ['`', '', '['],
  'brackets then backticks': ['[', '', '`'],
  'lists then paragraphs': ['- a\n', '\n', 'b\n\n'],
  'definitions then calls': ['[a]: b\n', '\n', '[a] '],
  'references then definitions': ['[a] ', '\n\n', '[a]: b\n'],
  'table head then rows': ['|a', '|\n|-|\n', '|b|\n'],
  'blanks then text': ['\n', '', 'a\n'],
  'indents then dashes': [' ', '', '- '],
  'ordered then dashes': ['1. ', 'a\n', '- a\n'],
  'comments then text': ['<!-- a -->\n', '\n', 'b '],
  'backslashes then stars': ['\\', '', '*'],
  'under then stars': ['_', 'a', '*'],
  'entities then brackets': ['&amp;', '', ']'],
  'tables then quotes': ['|a|\n|-|\n\n', '', '> a\n\n'],
  'setext then lists': ['a\n-\n', '\n', '- a\n\nb\n\n'],
  'atx then lists': ['# a\n', '\n', '- a\n']
}

const repeated: Family[] = Object.entries(pieces).map(([name, piece]) => ({
  name: `repeat: ${name}`,
  make: size => times(piece, size)
}))

const framed: Family[] = Object.entries(frames).map(([name, [lead, body, tail]]) => ({
  name: `frame: ${name}`,
  make: size => lead + times(body, size - lead.length - tail.length) + tail
}))

const sandwiched: Family[] = Object.entries(sandwiches).map(([name, [open, middle, close]]) => ({
  name: `sandwich: ${name}`,
  make(size) {
    const count = Math.max(1, Math.floor((size - middle.length) / (open.length + close.length)))
    return open.repeat(count) + middle + close.repeat(count)
  }
}))

/** Lines that grow: the square root of the size in number. */
const growing: Record<string, (n: number) => string> = {
  'backtick runs': n => `${'`'.repeat(n)} `,
  'backtick runs with text': n => `a${'`'.repeat(n)}`,
  'star runs': n => `a${'*'.repeat(n)}b `,
  'tilde runs': n => `${'~'.repeat(n)} `,
  'staircase of items': n => `${' '.repeat(2 * n)}- a\n`,
  'staircase of quotes': n => `${'>'.repeat(n)} a\n`,
  'staircase of quotes apart': n => `${'>'.repeat(n)} a\n\n`,
  'staircase of fences': n => `${'`'.repeat(n + 2)}\n`,
  'staircase of hashes': n => `${'#'.repeat(n)} a\n`,
  'staircase of lists': n => `${'- '.repeat(n)}a\n`,
  'staircase of lists apart': n => `${'- '.repeat(n)}a\n\n`,
  'staircase of tables': n => `|a${'|a'.repeat(n)}\n|-${'|-'.repeat(n)}\n\n`,
  'staircase of brackets': n => `${'['.repeat(n)}${']'.repeat(n)} `,
  'staircase of blanks': n => `a${'\n'.repeat(n)}`,
  'staircase of indents': n => `${' '.repeat(n)}a\n`,
  'staircase of yaml': n => (n === 1 ? '---\n' : '') + `${' '.repeat(n)}a:\n`,
  'long tables after another': n => `|a|\n|-|\n${'|b|\n'.repeat(n)}\n`,
  'definitions of many names': n => `[${n}]: b\n`,
  'calls of many names': n => `[${n}] `,
  'headings of many names': n => `# ${n}\n`,
  'ordered of many numbers': n => `${n}. a\n`,
  'ordered of many numbers apart': n => `${n}. a\n\nb\n\n`,
  'growing paragraphs': n => `${'a '.repeat(n)}\n\n`,
  'growing lists': n => `${'- a\n'.repeat(n)}\nb\n\n`
}

const grown: Family[] = Object.entries(growing).map(([name, line]) => ({
  name: `grow: ${name}`,
  make(size) {
    const parts: string[] = []
    for (let n = 1, length = 0; length < size; n++) {
      const part = line(n)
      parts.push(part)
      length += part.length
    }
    return parts.join('').slice(0, size)
  }
}))

/** What makes a parser go over all that came before, again and again: it hurts most after much else. */
const regroupers: Record<string, string> = {
  'small lists': '- a\n\nb\n\n',
  'small quotes': '> a\n\n',
  'lazy lines': '> a\nb\n',
  'deep lazy lines': '> > > > > > > > a\nb\nb\nb\n',
  'nested items': '- a\n  - b\n',
  'items with quotes': '- > a\n',
  setext: 'a\n-\n',
  'alternating lists': '- a\n* a\n',
  'tables in quotes': '> |a|\n> |-|\n\n',
  definitions: '[a]: b\n\n',
  'small tables': '|a|\n|-|\n\n',
  'deep items': '- - - - - - - - a\n',
  'deep quotes and items': '> - > - > - > - a\n',
  'fenced items': '- ```\n',
  html: '<b>\n\n',
  'rules in quotes': '> ---\n\n'
}

/** What makes many events of few bytes. */
const fillers: Record<string, string> = {
  paragraphs: 'a\n\n',
  items: '- a\n',
  rules: '---\n\n',
  headings: '# a\n',
  'blank lines': '\n',
  'quote lines': '> a\n>\n',
  'empty items': '-\n'
}

const mixed: Family[] = Object.entries(regroupers).flatMap(([name, piece]) =>
  Object.entries(fillers).map(([before, filler]) => ({
    name: `mix: ${before}, then ${name}`,
    make: (size: number) => `${times(filler, size / 2)}\n\n${times(piece, Math.min(size / 2, 6000))}`
  }))
)

/** What makes a parser search to the paragraph's end, or back to its start: it hurts most in a long paragraph. */
const seekers: Record<string, string> = {
  'html question': '<?',
  'html comment': 'a <!--',
  'html cdata': '<![CDATA[',
  'html tag': '<b a="',
  'backtick run': '` `` ',
  'star opener': '*a ',
  'star closer': 'a* ',
  'under closer': 'a_ ',
  'bracket open': '[',
  'bracket close': ']',
  'image open': '![',
  'link open': '[a](<',
  'link title open': '[a](b "',
  'definition title open': '[a]: b (\n',
  'label star': '[*a_]'
}

/** What a paragraph is made long with. */
const long: Record<string, string> = {
  words: 'word ',
  letters: 'a',
  lines: 'a\n',
  entities: '&amp;',
  escapes: '\\*',
  'hard breaks': 'a  \n'
}

const sought: Family[] = Object.entries(seekers).flatMap(([name, piece]) =>
  Object.entries(long).flatMap(([filler, text]) => [
    {
      name: `seek: ${name}, then ${filler}`,
      make: (size: number) => times(piece, Math.min(size / 2, 2000)) + times(text, size / 2)
    },
    {
      name: `seek: ${filler}, then ${name}`,
      make: (size: number) => times(text, size / 2) + times(piece, Math.min(size / 2, 2000))
    }
  ])
)

/** Depth that goes on for many lines. */
const deep: Family[] = [8, 16, 31].flatMap(
  depth =>
    [
      { name: `deep ${depth}: items, then blank lines`, make: size => `${'- '.repeat(depth)}a\n${times('\n', size)}b` },
      { name: `deep ${depth}: quotes, then lazy lines`, make: size => `${'> '.repeat(depth)}a\n${times('b\n', size)}` },
      { name: `deep ${depth}: quote lines`, make: size => times(`${'>'.repeat(depth)}a\n`, size) },
      { name: `deep ${depth}: quotes apart`, make: size => times(`${'>'.repeat(depth)}a\n\n`, size) },
      { name: `deep ${depth}: items again and again`, make: size => times(`${'- '.repeat(depth)}a\n`, size) },
      { name: `deep ${depth}: items apart`, make: size => times(`${'- '.repeat(depth)}a\n\nb\n\n`, size) },
      {
        name: `deep ${depth}: items of lines`,
        make: size => `${'- '.repeat(depth)}a\n${times(`${'  '.repeat(depth)}b\n`, size)}`
      },
      {
        name: `deep ${depth}: items of paragraphs`,
        make: size => `${'- '.repeat(depth)}a\n\n${times(`${'  '.repeat(depth)}b\n\n`, size)}`
      },
      { name: `deep ${depth}: blank quotes`, make: size => times(`${'>'.repeat(depth)}\n`, size) },
      {
        name: `deep ${depth}: stairs`,
        make: size => times(Array.from({ length: depth }, (_, n) => `${'  '.repeat(n)}- a\n`).join(''), size)
      },
      {
        name: `deep ${depth}: loose stairs`,
        make: size => times(Array.from({ length: depth }, (_, n) => `${'  '.repeat(n)}- a\n\n`).join(''), size)
      }
    ] satisfies Family[]
)

/** Definitions and calls by many names. */
const named: Family[] = [
  {
    name: 'definitions of many names, then their calls',
    make(size) {
      const count = Math.min(Math.floor(size / 24), 900)
      const names = Array.from({ length: count }, (_, n) => `x${n}`)
      return (
        names.map(name => `[${name}]: b\n`).join('') +
        '\n' +
        times(
          `${names
            .slice(-20)
            .map(name => `[${name}]`)
            .join(' ')}\n\n`,
          size / 2
        )
      )
    }
  }
]

/** All of them. */
export const families: Family[] = [
  ...repeated,
  ...framed,
  ...sandwiched,
  ...grown,
  ...mixed,
  ...sought,
  ...deep,
  ...named
]
