import { folderOf } from '../util/path.ts'
import { joinPath } from './folder.ts'
import { pathOfToken, plainTokens } from './operands.ts'
import type { CrateTarget, CommandReference, SimpleCommand, Token } from './types.ts'

const cargoVerbs = /^(?:t|test|nextest|b|build|r|run|c|check|clippy|bench|doc|rustc|fix)$/
const cargoTargets: Readonly<Record<string, CrateTarget | 'package'>> = {
  '-p': 'package',
  '--package': 'package',
  '--test': 'test',
  '--bin': 'bin',
  '--example': 'example',
  '--bench': 'bench'
}

/** `cargo test -p relay --test queue`: the package and the targets that its options name. */
export function fromCargo(command: SimpleCommand): CommandReference[] {
  const tokens = ownTokens(command)
  if (!cargoVerbs.test(tokens.find(({ value }) => !/^[-+]/.test(value))?.value ?? '')) return []
  const named = optionsOf(tokens)
  const manifest = named.find(({ option }) => option === '--manifest-path')?.argument
  const cwd = manifest ? joinPath(command.cwd, folderOf(manifest.value)) : command.cwd
  if (manifest && (!manifest.fixed || cwd === undefined)) return []
  const packages = named.filter(({ option }) => cargoTargets[option] === 'package')
  const isWhole = tokens.some(({ value }) => value === '--workspace' || value === '--all')
  const of = isWhole ? '*' : packages.length === 1 ? nameOf(packages[0]!.argument) : undefined
  return named.flatMap(({ option, argument }): CommandReference[] => {
    if (option === '--manifest-path') {
      const path = pathOfToken(argument, command, true)
      return path ? [{ kind: 'path', path, runner: 'cargo', start: argument.start, end: argument.end }] : []
    }
    const what = cargoTargets[option]
    const name = nameOf(argument)
    if (what === undefined || name === undefined || (what !== 'package' && packages.length > 0 && of === undefined))
      return []
    const { start, end } = argument
    return [
      {
        kind: 'crate',
        what,
        name,
        ...(what !== 'package' && of !== undefined && { of }),
        ...(cwd !== undefined && { cwd }),
        start,
        end
      }
    ]
  })
}

/** `relay@1.2` is `relay`; patterns and addresses may mean anything. */
function nameOf({ value, fixed }: Token): string | undefined {
  return fixed ? /^([A-Za-z_][\w-]*)(?:@[\w.+-]+)?$/.exec(value)?.[1] : undefined
}

function optionsOf(tokens: readonly Token[]): { option: string; argument: Token }[] {
  return tokens.flatMap((token, index) => {
    const equals = token.value.startsWith('--') ? token.value.indexOf('=') : -1
    if (equals > 0)
      return [{ option: token.value.slice(0, equals), argument: { ...token, value: token.value.slice(equals + 1) } }]
    const next = tokens[index + 1]
    return next && token.value.startsWith('-') && !next.value.startsWith('-')
      ? [{ option: token.value, argument: next }]
      : []
  })
}

const anyVerb = /^/
const goVerbs: Readonly<Record<string, RegExp>> = {
  go: /^(?:test|build|vet|run|install|generate|list)$/,
  'golangci-lint': /^run$/,
  staticcheck: anyVerb,
  gotestsum: anyVerb
}
const ownPrograms = new Set(Object.keys(goVerbs))

/** Is it a tool that takes packages of Go? */
export const takesPackages = (name: string): boolean => ownPrograms.has(name)

/** `go test ./internal/queue/...`, `go build ./cmd/relay`, `go run ./tools/gen.go`: packages of the module by their folders. */
export function fromGo(command: SimpleCommand): CommandReference[] {
  const plain = plainTokens(command)
  if (!goVerbs[command.name]!.test(plain[0]?.value ?? '')) return []
  const found: CommandReference[] = []
  const isRun = command.name === 'go' && plain[0]?.value === 'run'
  for (const token of plain) {
    if (!/^\.{1,2}\//.test(token.value)) {
      if (token === plain[0] && goVerbs[command.name] !== anyVerb) continue
      const named = importedBy(token, command)
      found.push(...named)
      if (isRun && named.length > 0) break
      continue
    }
    const bare = token.value.replace(/\/?\.\.\.$/, '')
    if (bare === '' || bare === '.' || bare === '..' || /\.\.\./.test(bare)) continue
    const path = pathOfToken({ ...token, value: bare }, command, true)
    if (path) found.push({ kind: 'path', path, runner: 'go', start: token.start, end: token.end })
    // What follows a program that is run is the program's own.
    if (isRun) break
  }
  return found
}

/** Options of go that take no value: a word behind another one is its value. */
const goSwitches =
  /^--?(?:a|asan|benchmem|c|cover|deps|e|failfast|find|fullpath|i|json|m|msan|n|race|short|test|trimpath|u|v|work|x)$/

/** `example.org/shop/orders/...`: a package by its import path; versions (`@latest`) and patterns within a path may mean anything. */
function importedBy({ value, fixed, quoted, start, end }: Token, command: SimpleCommand): CommandReference[] {
  const before = command.tokens.find((_, index) => command.tokens[index + 1]?.start === start)?.value ?? ''
  const isValue = before.startsWith('-') && !before.includes('=') && !goSwitches.test(before)
  const name = value.replace(/\/\.\.\.$/, '')
  if (!fixed || quoted || isValue || !/^[\w.~-]+(?:\/[\w.~-]+)+$/.test(name) || name.includes('...')) return []
  if (/\.go$/.test(name)) return []
  return [{ kind: 'go-package', name, ...(command.cwd !== undefined && { cwd: command.cwd }), start, end }]
}

/** `./gradlew :core:test`: the subproject. */
export function fromGradle(command: SimpleCommand): CommandReference[] {
  return plainTokens(command).flatMap(({ value, fixed, start, end }): CommandReference[] => {
    const name = fixed ? /^:?((?:[\w.-]+:)+)[\w.-]+$/.exec(value)?.[1] : undefined
    return name === undefined
      ? []
      : [
          {
            kind: 'gradle-project',
            name: name.slice(0, -1),
            ...(command.cwd !== undefined && { cwd: command.cwd }),
            start,
            end
          }
        ]
  })
}

/** The words of a tool up to the `--` after which another program's begin. */
function ownTokens(command: SimpleCommand): Token[] {
  const tokens = command.tokens.slice(command.via.length + 1)
  const end = tokens.findIndex(token => token.value === '--')
  return end < 0 ? tokens : tokens.slice(0, end)
}
