import { isTestPath } from '../files/test-path.ts'
import { onceEach } from '../util/once.ts'
import { fromCargo, fromGo, fromGradle, takesPackages } from './build-references.ts'
import { fromEntered, fromUv, insideEntered } from './entered.ts'
import { templatesOf } from './flaws/flaw-template.ts'
import { joinPath } from './folder.ts'
import { scriptsRun, isElsewhere, pathOfToken, plainTokens } from './operands.ts'
import { interpreters, testRunners } from './tools.ts'
import type { CommandReference, Script, SimpleCommand, Token } from './types.ts'

/**
 * What the commands need the repository to have: package scripts, make targets, just recipes, tests and scripts by path. What is to be filled in names nothing
 * yet.
 *
 * @param script - as read by `parseScript`
 */
export const referencesOf: (script: Script) => readonly CommandReference[] = onceEach(script => {
  const blanks = templatesOf(script)
  const isBlank = ({ start, end }: CommandReference): boolean =>
    blanks.some(blank => blank.start < end && blank.end > start)
  return neededBy(script).filter(reference => !isBlank(reference))
})

function neededBy(script: Script): CommandReference[] {
  return script.commands.flatMap(command => {
    const found = [
      ...(isElsewhere(command) ? [] : [...fromEntered(command), ...fromUv(command)]),
      ...readCommand(insideEntered(command))
    ]
    const { cwd, unsure } = command
    return unsure && cwd !== undefined ? found.map(reference => ({ ...reference, from: cwd })) : found
  })
}

function readCommand(command: SimpleCommand): CommandReference[] {
  if (isElsewhere(command)) return []
  if (command.name === 'bun' && command.args[0] === 'test') return fromPaths(command)
  if (/^(?:npm|pnpm|yarn|bun)$/.test(command.name))
    return fromManager(command).flatMap(each => [each, ...passedOn(each, command)])
  if (command.name === 'make' || command.name === 'gmake') return fromMake(command)
  if (command.name === 'just') return fromJust(command)
  if (command.name === 'cargo') return fromCargo(command)
  if (takesPackages(command.name)) return fromGo(command)
  if (/^(?:\.{1,2}\/)*gradlew?$/.test(command.name)) return [...fromPaths(command), ...fromGradle(command)]
  return fromPaths(command)
}

const builtins: Readonly<Record<string, RegExp>> = {
  pnpm: /^(?:add|audit|bin|ci|config|create|dedupe|deploy|dlx|env|exec|fetch|i|import|init|install|it|licenses|link|list|ln|login|ls|outdated|pack|patch|patch-commit|prune|publish|rebuild|recursive|remove|rm|root|self-update|server|setup|store|un|uninstall|unlink|up|update|upgrade|version|whoami|why|help|cache|doctor|approve-builds)$/,
  yarn: /^(?:add|audit|autoclean|bin|cache|check|config|constraints|create|dedupe|dlx|exec|explain|generate-lock-entry|global|help|import|info|init|install|licenses|link|list|login|logout|node|npm|outdated|owner|pack|patch|patch-commit|plugin|policies|publish|rebuild|remove|search|set|stage|tag|team|unlink|unplug|up|upgrade|upgrade-interactive|version|versions|why|workspaces)$/,
  bun: /^(?:add|audit|build|create|exec|help|info|init|install|i|link|outdated|patch|pm|publish|remove|rm|repl|test|unlink|update|upgrade|why|x)$/
}
const lifecycle = new Set(['test', 'start', 'stop', 'restart', 'tst', 't'])
const valued = /^(?:--filter|-F|--prefix|-C|--dir|--cwd|-w|--workspace|--filter-prod|--loglevel|--reporter)$/

function fromManager(command: SimpleCommand): CommandReference[] {
  const manager = command.name
  const { plain, workspace, folder, skip } = options(command)
  if (skip) return []
  const at = manager === 'yarn' && plain[0]?.value === 'workspace' ? 2 : 0
  const verb = plain[at]
  if (!verb) return []
  const runs = /^(?:run|run-script|rum|urn)$/.test(verb.value)
  const token = runs ? plain[at + 1] : verb
  if (!token || !isScriptName(token)) return []
  const script = !runs && (token.value === 't' || token.value === 'tst') ? 'test' : token.value
  if (!runs && (manager === 'npm' ? !lifecycle.has(verb.value) : builtins[manager]!.test(verb.value))) return []
  const written = `${manager} ${runs ? `${verb.value} ` : ''}${token.value}`
  const reference: CommandReference = {
    kind: 'npm-script',
    manager,
    script,
    written,
    start: token.start,
    end: token.end
  }
  const named = workspace ?? (at > 0 ? plain[1]?.value : undefined)
  if (named !== undefined) reference.workspace = named
  if (folder !== undefined) reference.cwd = folder
  if (manager === 'bun' || manager === 'yarn' || (manager === 'pnpm' && !runs && !lifecycle.has(script)))
    reference.orProgram = true
  return [reference]
}

/** Tests that a script is given: `npm test -- tests/send.test.ts`. */
function passedOn(reference: CommandReference, command: SimpleCommand): CommandReference[] {
  return command.tokens
    .filter(
      ({ start, value }) => start > reference.end && /^[\w./@-]+\/[\w.@-]+\.\w+$/.test(value) && isTestPath(value)
    )
    .flatMap(token => fromToken(token, command, 'vitest'))
}

const isScriptName = (token: Token): boolean =>
  /^[\w@][\w:.@/+-]*$/.test(token.value) && !/\.(?:[cm]?[jt]sx?)$|^\.{3}$/.test(token.value)

interface Options {
  plain: Token[]
  workspace?: string
  folder?: string
  skip: boolean
}

/** The manager's own words, up to the `--` after which the script's begin. */
function options(command: SimpleCommand): Options {
  const found: Options = { plain: [], skip: false }
  if (command.cwd !== undefined) found.folder = command.cwd
  const tokens = command.tokens.slice(command.via.length + 1)
  for (let i = 0; i < tokens.length && tokens[i]!.value !== '--'; i++) {
    const { value } = tokens[i]!
    if (!value.startsWith('-')) {
      found.plain.push(tokens[i]!)
      continue
    }
    const equals = value.startsWith('--') ? value.indexOf('=') : -1
    const key = equals < 0 ? value : value.slice(0, equals)
    if (key === '--if-present' || key === '-g' || key === '--global') found.skip = true
    if (!valued.test(key) || (key === '-w' && command.name === 'pnpm')) {
      if (/^(?:-r|--recursive|-ws|--workspaces)$/.test(key)) found.workspace = '*'
      continue
    }
    const argument = equals < 0 ? tokens[++i] : { ...tokens[i]!, value: value.slice(equals + 1) }
    if (argument) setOption(found, key, argument, command)
  }
  return found
}

function setOption(found: Options, key: string, argument: Token, command: SimpleCommand): void {
  if (/^(?:--prefix|-C|--dir|--cwd)$/.test(key)) {
    const path = argument.fixed ? joinPath(command.cwd, argument.value) : undefined
    if (path === undefined) found.skip = true
    else if (path === '') delete found.folder
    else found.folder = path
  } else if (/^(?:--filter|-F|-w|--workspace|--filter-prod)$/.test(key)) found.workspace = argument.value
}

const makeValued = /^(?:-C|--directory|-f|--file|--makefile|-I|-o|-W|-l)$/
/** `-Cweb`, `--directory=web`. */
const makeGlued = /^(-[Cf]|--(?:directory|(?:make)?file)(?==))=?(.+)$/

function fromMake(command: SimpleCommand): CommandReference[] {
  const found: Extract<CommandReference, { kind: 'make-target' | 'just-recipe' }>[] = []
  const tokens = command.tokens.slice(command.via.length + 1)
  let folder = command.cwd
  let file: string | undefined
  for (let i = 0; i < tokens.length; i++) {
    const { value, fixed, start, end } = tokens[i]!
    const [, option = value, rest] = makeGlued.exec(value) ?? []
    if (rest !== undefined || makeValued.test(value)) {
      const argument = rest === undefined ? tokens[++i] : { value: rest, fixed }
      if (!argument?.fixed) return []
      if (option === '-C' || option === '--directory') {
        folder = joinPath(folder, argument.value)
        if (folder === undefined) return []
      } else if (/^(?:-f|--(?:make)?file)$/.test(option)) file = argument.value
    } else if (value === '-j' && /^\d+$/.test(tokens[i + 1]?.value ?? '')) i++
    else if (/^[\w.][\w./:@%+-]*$/.test(value))
      found.push({ kind: 'make-target', target: value, ...(file !== undefined && { file }), start, end })
  }
  return found.map(reference => (folder ? { ...reference, cwd: folder } : reference))
}

function fromJust(command: SimpleCommand): CommandReference[] {
  const tokens = command.tokens.slice(command.via.length + 1)
  let file: string | undefined
  for (let i = 0; i < tokens.length; i++) {
    const { value, start, end } = tokens[i]!
    if (/^(?:-f|--justfile|-d|--working-directory|--set)$/.test(value)) {
      if (value === '-f' || value === '--justfile') file = tokens[i + 1]?.value
      i += value === '--set' ? 2 : 1
    } else if (
      /^(?:-l|--list|--summary|--show|-s|--evaluate|--fmt|--choose|--version|--help|-h|--init|--dump|--variables)$/.test(
        value
      )
    )
      return []
    else if (/^[A-Za-z_][\w:-]*$/.test(value))
      return [
        {
          kind: 'just-recipe',
          target: value,
          ...(file !== undefined && { file }),
          ...(command.cwd !== undefined && { cwd: command.cwd }),
          start,
          end
        }
      ]
    else if (!value.startsWith('-') && !/^\w+=/.test(value)) return []
  }
  return []
}

/** Tests given to a runner, scripts given to an interpreter or run by themselves, and the folders that a script enters. */
function fromPaths(command: SimpleCommand): CommandReference[] {
  const { name } = command
  if (name === 'cd' || name === 'pushd')
    return plainTokens(command)
      .slice(0, 1)
      .flatMap(token => fromFolder(token, command))
  if (testRunners.has(name))
    return plainTokens(command)
      .filter(token => /\/|\.\w+$|::/.test(token.value))
      .flatMap(token => fromToken(token, command, name))
  if (interpreters.has(name)) return scriptsRun(command).flatMap(token => fromToken(token, command, name))
  const token = command.tokens[command.via.length]
  return token && /^\.\/|\.(?:sh|bash|py)$/.test(name) && name.includes('/') ? fromToken(token, command, 'sh') : []
}

function fromFolder(token: Token, command: SimpleCommand): CommandReference[] {
  const path = /^[-~]/.test(token.value) ? undefined : pathOfToken(token, command, true)
  return path === undefined || path === '' || path.startsWith('/')
    ? []
    : [{ kind: 'path', path, runner: 'cd', start: token.start, end: token.end }]
}

/** Runners that take any part of a path. */
const searching = /^(?:vitest|jest|playwright|bun)$/
/** Options of what comes before the program that say where it runs. */
const elsewhere = /^(?:--(?:directory|project|dir|cwd|prefix|filter|workspace|package)(?:=.*)?|-[CFPw])$/

function fromToken(token: Token, command: SimpleCommand, runner: string): CommandReference[] {
  const path = pathOfToken(token, command, /\/|::/.test(token.value))
  const isLoose = searching.test(runner) || command.via.some(word => elsewhere.test(word))
  if (path === undefined) return []
  const node = token.value.indexOf('::')
  return [
    {
      kind: 'path',
      path,
      ...(node > 0 && { id: token.value.slice(node + 2) }),
      runner,
      ...(isLoose && { loose: true as const }),
      start: token.start,
      end: token.end
    }
  ]
}
