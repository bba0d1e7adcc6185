/** Patterns that recheck calls slow. A pattern that it no longer does must leave these lists. */

/** Slow only for inputs that never reach them, by source. */
export const allowed: Record<string, string> = {
  '^ {0,3}#{1,6}[ \\t]+([^\\r\\n]*)$': 'runs on one line: with no line ending in it, the first try succeeds',
  '^([ \\t]*)(`{3,}|~{3,})([^\\r\\n]*)$': 'runs on one line: with no line ending in it, the first try succeeds',
  ' *\\[(?:string|boolean)\\]$': 'runs on our own help text',
  '^(?:\\.{3}|…|pass|todo!\\(.*\\)|unimplemented!\\(.*\\)|TODO\\(.*\\)|(?:raise|throw|return|panic)\\b.*\\b(?:not[ _]?(?:yet[ _]?)?implemented|NotImplemented\\w*|todo|unimplemented)\\b.*|return|return \\.{3}|(?:return )?(?:null|nil|undefined|None)|\\{ ?\\.{3} ?\\}|default:?)[;,]?$':
    'runs on the first 400 characters of a line of code',
  '\\)[^(){};]{0,120}\\{(.*)\\}[;,]?$': 'runs on the first 400 characters of a line of code',
  '^(?:async )?def [^#]{1,400}\\)(?:\\s*->[^:#]{1,200})?:\\s+(\\S.*)$':
    'runs on the first 400 characters of a line of code',
  '=\\s*(?:async )?(?:\\([^()]{0,300}\\)|\\w+)(?:\\s*:\\s*[^=]{1,80})?\\s*=>\\s*([^{\\s].*)$':
    'runs on the first 400 characters of a line of code',
  '\\s(?:\\/\\/|#(?!\\[)).*$': 'runs on the first 400 characters of a line of code',
  '[“‘«「][^”’»」]*$': 'runs on 42 characters',
  '^<(?:\\/.*|(?:a|abbr|b|br|center|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|picture|pre|q|s|small|source|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul|video|wbr)(?:\\s+(?:[\\w:-]+\\s*=[^]*|open|hidden))?\\s*\\/?|[a-z][a-z0-9+.-]{1,30}:\\/?\\/?[^\\s]*|[^\\s<>@]+@[^\\s<>@]+\\.[^\\s<>@]+)>$':
    'runs on a blank in angles, at most 122 characters',
  '^(.*\\p{L}.*?)\\s{1,4}(?:[A-Z]{2,8}-[\\dNX#]+|#\\d+|\\[[^\\]]*\\]\\([^)]*\\)|[[{<][^[\\]{}<>]*[\\]}>])$':
    'runs on values of at most 200 characters',
  '(\\p{L}[\\p{L}-]+)[ -](?:\\d{1,2}|[a-z]|name|title)$': 'runs on what a blank says, at most 300 characters'
}

/** `new RegExp(…)` of what only the run time knows, by file and argument. */
export const dynamic: Record<string, string> = {
  "rules/vague-wording/vague.ts: [latin && `(?<![\\\\p{L}\\\\p{N}_/-])(?:${latin})(?![\\\\p{L}\\\\p{N}_/-])`, dense].filter(Boolean).join('|')":
    'literal words with white space between them, between look-arounds',
  "src/plan/leftovers/samples.ts: texts.join('|')": 'literal texts, escaped',
  'src/files/paths.ts: controls': 'another pattern of the file, with the flag g'
}

/** Debts: patterns known to be slow on lines of plans. Each is to be mended and taken out of here. */
export const toMend: readonly RegExp[] = []
