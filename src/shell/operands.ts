import { onceEach } from '../util/once.ts'
import { readPath } from '../files/paths.ts'
import { openBraces } from './braces.ts'
import { joinPath } from './folder.ts'
import { anyArguments, interpreters, subcommands, testRunners } from './tools.ts'
import type { PathUse, Script, SimpleCommand, Token } from './types.ts'

/** Commands all of whose plain words name files that must be there. */
const readers = new Set(
  'cat bat head tail wc less more source . file stat xxd md5sum sha256sum shasum sort uniq nl od strings open diff cmp shellcheck yamllint hadolint actionlint markdownlint ruff mypy pyright eslint oxlint prettier black flake8 pylint tsc rustfmt gofmt'.split(
    ' '
  )
)
/** Those whose first plain word is a pattern or program. */
const filters = new Set('grep egrep fgrep rg ag ack sed awk gawk jq yq'.split(' '))
/** Options whose value is a file that is read. */
const inputs = /^--(?:file|config|project|env-file|manifest-path|rcfile|config-file|tsconfig|requirement)$/
const shortInputs: Readonly<Record<string, ReadonlySet<string>>> = {
  '-p': new Set(['tsc']),
  '-r': new Set(['pip', 'pip3']),
  '-f': new Set(['psql', 'awk']),
  '-c': new Set([
    'eslint',
    'prettier',
    'pytest',
    'vitest',
    'jest',
    'playwright',
    'alembic',
    'bandit',
    'webpack',
    'rollup'
  ])
}
/** Options whose value is a file that is written. */
const outputs = /^(?:-o|--output|--out|--output-file|--outfile|--out-file|--junitxml)$/

/**
 * Files that the commands read or run, and files that they create; only tokens that are surely paths inside the repository. Paths are relative to
 * where the script starts; what follows a `cd` to an unknown place is left out.
 *
 * @param script - as read by `parseScript`
 * @returns offsets are UTF-16 units in the script's text
 */
export const pathsOf: (script: Script) => { readonly uses: readonly PathUse[]; readonly creates: readonly PathUse[] } =
  onceEach(script => {
    const uses: PathUse[] = []
    const creates: PathUse[] = []
    for (const command of script.commands) {
      if (/^(?:ssh|docker|podman|kubectl|docker-compose|echo|printf)$/.test(command.name)) continue
      const read = command.negated || command.guarded ? [] : usedTokens(command)
      uses.push(...read.flatMap(token => toUse(token, command, false)))
      creates.push(...createdTokens(command).flatMap(token => toUse(token, command, true)))
    }
    return { uses, creates }
  })

/** The files that `git add` puts into a commit by their names. */
export const stagedBy: (script: Script) => readonly PathUse[] = onceEach(script =>
  script.commands
    .filter(({ name, args }) => name === 'git' && args[0] === 'add')
    .flatMap(command =>
      plainTokens(command)
        .slice(1)
        .flatMap(token => toUse(token, command, false))
    )
)

/** Runs in a folder that is not known to be in the repository. */
export const isElsewhere = (command: SimpleCommand): boolean =>
  command.lost === true || command.cwd?.startsWith('/') === true

/**
 * The path that a word names, with the folder of its command; undefined where it names none for sure.
 *
 * @param lenient - the place holds nothing but paths
 */
export function pathOfToken(token: Token, command: SimpleCommand, lenient: boolean): string | undefined {
  const bare = token.value.replace(/::.*$/s, '')
  const fixed = token.fixed || (bare !== token.value && !/[$`*?{[]/.test(bare))
  if (!fixed || isElsewhere(command) || /^[<-]|\s|^\/?path\/to\//.test(bare)) return undefined
  const ref = readPath(bare, { lenient })
  if (!ref || ref.kind === 'glob' || (ref.escapes && ref.escapes !== 'parent')) return undefined
  const path = joinPath(command.cwd, ref.path)
  return path === undefined || /[<>{}]|\bX{3,}\b|\.\.\.|…/.test(bare) ? undefined : path
}

function toUse(token: Token, command: SimpleCommand, lenient: boolean): PathUse[] {
  const path = pathOfToken(token, command, lenient)
  return path === undefined ? [] : [{ path, start: token.start, end: token.end }]
}

function usedTokens(command: SimpleCommand): Token[] {
  const found = command.redirections.filter(item => item.operator === '<' && item.target).map(item => item.target!)
  const { name } = command
  const nameToken = command.tokens[command.via.length]
  if (nameToken && name.includes('/') && !/^\/|^node_modules\/|^\.venv\//.test(name)) found.push(nameToken)
  const plain = plainTokens(command)
  if (readers.has(name)) found.push(...plain)
  else if (filters.has(name)) found.push(...plain.slice(1))
  else if (name === 'ls' || name === 'test' || name === '[') found.push(...(command.args.includes('!') ? [] : plain))
  else if (name === 'cp' || name === 'mv') found.push(...plain.slice(0, -1))
  else if (name === 'git' && command.args[0] === 'mv') found.push(...plain.slice(1, -1))
  else if (testRunners.has(name)) found.push(...plain)
  else if (interpreters.has(name)) found.push(...scriptsRun(command))
  if (anyArguments.has(name) || Object.hasOwn(subcommands, name))
    found.push(...valuesOf(command, word => inputs.test(word) || (shortInputs[word]?.has(name) ?? false)))
  return [...new Set(found)].sort((a, b) => a.start - b.start)
}

/** `python x.py …`, `node --flag x.js …`: what comes after is the program's own. Tests are as many as there are: `node --test a.js b.js`, `bun test a b`. */
export function scriptsRun(command: SimpleCommand): Token[] {
  const isJs = /^(?:node|nodejs|bun|deno|tsx|ts-node)$/.test(command.name)
  const code = isJs ? /^-[ep]$|^--(?:eval|print)$/ : /^-[a-z]*[cem]$/
  if (command.args.some(arg => code.test(arg))) return []
  const isFile = ({ value }: Token): boolean => /\.\w{1,5}$|^\.\//.test(value)
  if (isJs && (command.args.includes('--test') || command.args[0] === 'test'))
    return plainTokens(command).filter(isFile)
  const first = command.tokens.slice(command.via.length + 1).find(token => !/^-|^(?:run|test)$/.test(token.value))
  return first && isFile(first) ? [first] : []
}

function createdTokens(command: SimpleCommand): Token[] {
  const found = command.redirections
    .filter(item => /^(?:>|>>|>\||&>|&>>)$/.test(item.operator) && item.target)
    .map(item => item.target!)
  const plain = plainTokens(command)
  const { name } = command
  if (name === 'touch' || name === 'mkdir' || name === 'tee') found.push(...plain)
  else if (/^(?:cp|mv|ln)$/.test(name) && plain.length > 1) found.push(plain.at(-1)!)
  else if (name === 'git' && command.args[0] === 'mv' && plain.length > 2) found.push(plain.at(-1)!)
  if (/^(?:curl|wget|go|gcc|clang|pandoc|pytest)$/.test(name))
    found.push(...valuesOf(command, word => outputs.test(word)))
  return found.sort((a, b) => a.start - b.start)
}

const valued =
  /^(?:-[ABCmktge]|--(?:include|exclude|type|glob|lines|max-count|context|tests|maxfail|timeout|project|reporter|cov|ignore|deselect|grep|mode))$/
const shortValued: Readonly<Record<string, RegExp>> = {
  '-n': /^(?:head|tail|pytest)$/,
  '-c': /^(?:head|tail)$/,
  '-p': /^pytest$/
}

/** Arguments that are neither options nor values of options. */
export function plainTokens(command: SimpleCommand): Token[] {
  const tokens = command.tokens.slice(command.via.length + 1)
  const all = tokens.findIndex(token => token.value === '--')
  const plain = tokens.filter((token, index) => {
    if (token.value === ']' || (token.value.startsWith('-') && (all < 0 || index <= all))) return false
    const before = tokens[index - 1]?.value ?? ''
    return !(
      valued.test(before) ||
      shortValued[before]?.test(command.name) ||
      inputs.test(before) ||
      outputs.test(before) ||
      shortInputs[before]?.has(command.name)
    )
  })
  return plain.flatMap(openBraces)
}

function valuesOf(command: SimpleCommand, isOption: (word: string) => boolean): Token[] {
  const tokens = command.tokens.slice(command.via.length + 1)
  return tokens.filter((_, index) => isOption(tokens[index - 1]?.value ?? ''))
}
