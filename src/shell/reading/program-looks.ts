/** Do a program and its arguments read as a command, by what is known of the tool? */
import type { Token } from '../types.ts'
import { alone, isTool, proseNames, subcommands, anyArguments } from '../tools.ts'

/** Words that open code, prose or other languages, not commands. */
const openings = new Set(
  'import from export const let var def class return function async await if else for while case select insert update delete create alter drop with add edit remove modify new public private static type interface enum struct fn func impl use package module extends throw raise yield print assert lambda except try catch finally not and or in is see set when then given run verify check'.split(
    ' '
  )
)

export const proseWords = new Set(
  'the a an is are was to for with and or of by from should must not this these it its sure that both each every new all when if as at be into via per'.split(
    ' '
  )
)

export function programLooks(
  words: readonly string[],
  tokens: readonly Token[],
  strong: boolean,
  assigned: boolean
): boolean {
  const name = words[0] ?? ''
  const args = words.slice(1)
  if (tokens[0]?.quoted || (openings.has(name) && !(strong && name === 'export'))) return false
  const hint = strong || tokens.slice(1).some(isArgument)
  if (!hint && args.some((word, index) => proseWords.has(word) || (/[,;.!?]$/.test(word) && index < args.length - 1)))
    return false
  if (name === '[') return args.at(-1) === ']' && /^(?:!|-\w)$|^"?\$/.test(args[0] ?? '')
  if (isScriptPath(name))
    return args.length === 0
      ? isLoneScript(name)
      : /^[~/]/.test(name)
        ? args.some(arg => arg.startsWith('-')) || /\/bin\/|\.(?:sh|py)$/.test(name)
        : hint || args.every(isBare)
  if (!/^[a-z][\w.+-]*$/.test(name))
    return (
      /^(?:Get|Set|Test|New|Remove|Invoke|Select|Start|Stop|Out|Write|Copy|Move)-[A-Z]\w+$/.test(name) &&
      args.length > 0
    )
  if (args.length === 0)
    return (
      alone.has(name) ||
      (strong && /^(?:ps|env|history|sort)$/.test(name)) ||
      (assigned && isTool(name) && !proseNames.has(name))
    )
  return knownTool(name, args, hint) ?? unknownTool(name, args, tokens, hint)
}

/** Subcommands that only open a family of commands; alone they name the thing. */
const groups = new Set(
  'image images container network volume system context workspace workspaces cache env config project secret compose branch tag package script module work'.split(
    ' '
  )
)

function knownTool(name: string, args: readonly string[], hint: boolean): boolean | undefined {
  const plain = args.find(arg => !/^[-+]/.test(arg))
  if (Object.hasOwn(subcommands, name)) {
    if (subcommands[name]!.has(plain ?? ''))
      return (
        hint ||
        !groups.has(plain ?? '') ||
        (name === 'yarn' && args.length > 2) ||
        (args.length > 1 && !groups.has(`${plain}s`))
      )
    if (plain === undefined || args[0]!.startsWith('-')) return true
    if (/^(?:pnpm|yarn|bun)$/.test(name) && args.length === 1)
      return /^[a-z][\w:-]*$/.test(plain) && !managerNouns.has(plain)
    return hint && !proseNames.has(name) && /^[a-z@][\w:.@-]*$/.test(plain) && !/^v?\d/.test(plain)
  }
  if (/^(?:make|just|task|gmake|invoke|inv|doit|nox|tox)$/.test(name))
    return (
      args.every(
        arg =>
          (/^[\w.:/=,@%+-]+$/.test(arg) &&
            !proseWords.has(arg) &&
            !/^(?:sure|targets?|files?|commands?|use|sense|recipes?|it|changes|in|like|you|progress)$/.test(arg)) ||
          arg.startsWith('-') ||
          arg.includes('$') ||
          hint
      ) &&
      (hint || args.length <= 3)
    )
  if (!anyArguments.has(name) && !proseNames.has(name)) return undefined
  if (name === 'test') return args.some(arg => /^(?:-\w{1,2}|!?==?|!)$/.test(arg))
  if (proseNames.has(name))
    return name === 'tree' || name === 'which' || name === 'echo' || name === 'cat' || name === 'touch' || name === 'cd'
      ? hint || args.length === 1
      : hint
  return hint || (args.length === 1 && withOperand.test(`${name} ${args[0]!}`))
}

/** What one says of a package manager without running it. */
const managerNouns = new Set(
  'workspace workspaces monorepo lockfile package packages script scripts version store project projects registry command commands berry classic pnp catalog catalogs protocol overrides setup users runtime'.split(
    ' '
  )
)

/** Plain words that are surely operands. */
const withOperand =
  /^(?:(?:ls|cat|rm|mkdir|cd|touch|source|grep|jq|wc|which|ping|ssh|curl|nc|node|python3?|bash|sh) \w[\w-]*|\w[\w.-]* (?:src|tests?|lib|app|apps|packages|scripts|docs|spec|specs|backend|frontend|server|client|bin|check|build|lint|run|version|install|start|serve|init|up|format|upgrade|validate))$/

/** A tool of the plan's own: only with a flag, or with paths and nothing else. */
function unknownTool(name: string, args: readonly string[], tokens: readonly Token[], hint: boolean): boolean {
  if (!hint) return false
  if (args.some(arg => /^--?[A-Za-z][\w-]*(?:=.*)?$/.test(arg)))
    return !args.some(arg => proseWords.has(arg) || /^[=:+*/<>|&—–→]+$/.test(arg))
  return args.every(isPath) && !tokens.some(token => token.quoted) && name.length > 2
}

const isPath = (arg: string): boolean => /^[\w@.-]+(?:\/[\w@.*[\]-]+)+\/?$|^[\w-]+\.[a-z]{1,4}$/.test(arg)

const isBare = (arg: string): boolean => /^[\w.:/=@%+-]+$/.test(arg) && !proseWords.has(arg)

/** More than a plain word of prose: a flag, a path, a pattern, a quoted or computed word. */
function isArgument(token: Token): boolean {
  const { value } = token
  if (/^v?\d+(?:\.\d+){0,5}$/.test(value)) return false
  return (
    token.quoted ||
    !token.fixed ||
    /^--?[A-Za-z]/.test(value) ||
    /[/*=@:]|^\.{1,2}$|\w\.\w/.test(value) ||
    /^<.*>$/.test(value)
  )
}

const isScriptPath = (name: string): boolean =>
  /^(?:\.{1,2}\/|~\/)?(?:[\w@.-]+\/)+[\w@.-]+$|^\.{1,2}\/[\w@.-]+$|^\/(?:usr|bin|opt)\/[\w@./-]+$/.test(name) &&
  ((/^\.{1,2}\/|^~?\//.test(name) && !/\.(?:tsx?|jsx?|css|md|json|ya?ml|html)$/.test(name)) ||
    (/(?:^|\/)(?:bin|scripts?|tools|hack|ci)\/[\w.-]+$|\.(?:sh|bash)$/.test(name) &&
      !/\.(?:md|json|ya?ml)$/.test(name)))

export const isLoneScript = (name: string): boolean =>
  /^\.{1,2}\/(?:[\w-]+\/){0,6}[\w-]+\.(?:sh|bash)$|^\.\/(?:gradlew|mvnw|configure|manage\.py|run|test|check|build|stack|dev|verify|ci)$/.test(
    name
  )
