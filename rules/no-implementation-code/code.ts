/** Tells signatures from implementations in the code of a plan, whatever the language: by the lines that do something. */
import { diagramLanguages } from '../../src/outline/code/diagram-languages.ts'
import { isShellLanguage } from '../../src/shell/index.ts'

/** A line of code that does something. */
interface LogicLine {
  text: string
  /** 0-based line in the code. */ line: number
}

/** Languages in which there is nothing to implement: data, queries, schemas, drawings. */
const inert = new Set([
  ...diagramLanguages,
  'json',
  'jsonc',
  'json5',
  'yaml',
  'yml',
  'toml',
  'ini',
  'xml',
  'html',
  'css',
  'scss',
  'sql',
  'psql',
  'plsql',
  'mysql',
  'graphql',
  'gql',
  'proto',
  'protobuf',
  'thrift',
  'prisma',
  'text',
  'txt',
  'plaintext',
  'plain',
  'tree',
  'diff',
  'patch',
  'http',
  'csv',
  'md',
  'markdown',
  'dockerfile',
  'makefile',
  'hcl',
  'terraform',
  'nginx',
  'env',
  'properties',
  'log',
  'ebnf',
  'bnf',
  'regex',
  'jsonschema',
  'dbml',
  'avro',
  'openapi',
  'gherkin',
  'cucumber',
  'pseudo',
  'pseudocode'
])

/** What a line does shows in its first 400 characters; the patterns below see no more. */
const maxLine = 400

const control =
  /^(?:if|elif|else|for|foreach|while|until|switch|case|try|catch|except|finally|with|return|yield|await|throw|raise|break|continue|defer|go|unless|loop|match|do)\b/
const stub =
  /^(?:\.{3}|…|pass|todo!\(.*\)|unimplemented!\(.*\)|TODO\(.*\)|(?:raise|throw|return|panic)\b.*\b(?:not[ _]?(?:yet[ _]?)?implemented|NotImplemented\w*|todo|unimplemented)\b.*|return|return \.{3}|(?:return )?(?:null|nil|undefined|None)|\{ ?\.{3} ?\}|default:?)[;,]?$/i
const declaration = /^[\w$]+\??\s*:[^=()]+$/
const pythonDef = /^(?:async )?def \w.*:\s*$/
const braceDef = /\)[^(){};]{0,120}\{\s*$/
const notDef = /^(?:if|for|while|switch|catch|match|else|return)\b/
const typeDef =
  /^(?:(?:export|pub|public|private|internal|abstract|sealed|data|final|default|declare|static)(?:\([a-z]+\))? )*(?:type|interface|struct|enum|class|trait|impl|record|union|object|protocol|extension|namespace|module)\b/
const oneLiner =
  /^(?:export )?(?:default )?(?:async )?(?:def |function |fn |func |fun |public |private |protected |static |const |let |var |override )/

/**
 * The first line of an implementation in a fence; undefined where there are only signatures, types, fields, constants and stubs.
 *
 * @param code Content of the fence.
 * @param lang Its language, as written; undefined where it has none.
 */
export function findLogic(code: string, lang: string | undefined): LogicLine | undefined {
  const name = (lang ?? '').toLowerCase().split(/[\s{:,]/, 1)[0]!
  if (inert.has(name) || isShellLanguage(name)) return undefined
  const lines = withoutComments(
    code
      .slice(0, 200_000)
      .split(/\r\n|\r|\n/)
      .map(line => line.slice(0, maxLine))
  )
  // Without a language, lines that start with "if" are a flow rather than code, unless the punctuation says otherwise.
  return (
    bodies(lines) ??
    (name !== '' || lines.some(line => /[;{]$/.test(line.trimEnd()))
      ? looseLogic(lines, name === '' ? 2 : 1)
      : undefined)
  )
}

/** Lines below a signature, by indentation or by braces. */
function bodies(lines: readonly string[]): LogicLine | undefined {
  let indent = -1
  for (const [line, raw] of lines.entries()) {
    const text = raw.trim()
    if (text === '') continue
    const own = raw.length - raw.trimStart().length
    if (indent >= 0 && own > indent) {
      if (!isSilent(text)) return { text, line }
      continue
    }
    indent = -1
    if (opensBody(text)) {
      indent = own
      continue
    }
    const inline = inlineBody(text)
    if (inline !== undefined && !isSilent(inline)) return { text, line }
  }
  return undefined
}

function opensBody(text: string): boolean {
  return (
    pythonDef.test(text) ||
    /^\)[^#:]{0,200}:$/.test(text) ||
    (braceDef.test(text) && !notDef.test(text) && !typeDef.test(text)) ||
    /=>\s*\{$/.test(text)
  )
}

/** What stands behind a signature on its own line: `def f(): return 1`, `const f = (x) => x + 1`, `fn f() { g() }`. */
function inlineBody(text: string): string | undefined {
  if (!oneLiner.test(text)) return undefined
  const braces = /\)[^(){};]{0,120}\{(.*)\}[;,]?$/.exec(text)
  if (braces) return braces[1]!.trim()
  const python = /^(?:async )?def [^#]{1,400}\)(?:\s*->[^:#]{1,200})?:\s+(\S.*)$/.exec(text)
  if (python) return python[1]!.trim()
  const arrow = /=\s*(?:async )?(?:\([^()]{0,300}\)|\w+)(?:\s*:\s*[^=]{1,80})?\s*=>\s*([^{\s].*)$/.exec(text)
  return arrow && /^(?:export )?(?:const|let|var)\b/.test(text) ? arrow[1]!.trim() : undefined
}

/** Stubs, closing brackets and declarations do nothing. */
function isSilent(text: string): boolean {
  return text === '' || /^[\])}>;,]+$/.test(text) || stub.test(text) || (declaration.test(text) && !control.test(text))
}

/** Control flow or calls outside of any signature: a script. */
function looseLogic(lines: readonly string[], min: number): LogicLine | undefined {
  let count = 0
  let first: LogicLine | undefined
  for (const [line, raw] of lines.entries()) {
    const text = raw.trim()
    if (stub.test(text) || !(control.test(text) && /[:;{)]$/.test(text))) continue
    first ??= { text, line }
    count++
  }
  return count >= min ? first : undefined
}

/** The lines with comments and docstrings blanked. */
function withoutComments(lines: readonly string[]): string[] {
  let open: string | undefined
  return lines.map(raw => {
    const text = raw.trim()
    if (open !== undefined) {
      if (text.includes(open)) open = undefined
      return ''
    }
    const doc = /^[rubf]{0,2}("""|''')/i.exec(text)
    if (doc) {
      if (text.indexOf(doc[1]!, doc[0].length) < 0) open = doc[1]!
      return ''
    }
    if (text.startsWith('/*')) {
      if (!text.includes('*/')) open = '*/'
      return ''
    }
    if (/^(?:#(?!\[)|\/\/|--|\*|;)/.test(text)) return ''
    const trailing = /\s(?:\/\/|#(?!\[)).*$/.exec(raw)
    return (trailing ? raw.slice(0, trailing.index) : raw).replace(/\/\*[^*]{0,200}\*\//g, '')
  })
}
