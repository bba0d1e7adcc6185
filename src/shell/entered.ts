import { pathOfToken } from './operands.ts'
import type { CommandReference, SimpleCommand, Token } from './types.ts'

/** Options of a tool, before its own words, that name the folder it works in. */
const ofRunner = /^(?:--(?:directory|project|dir|cwd|prefix)|-C)$/
const ofTool: Readonly<Record<string, RegExp>> = {
  go: /^-C$/,
  gradle: /^(?:-p|--project-dir)$/,
  cargo: /^-C$/,
  npm: /^(?:-C|--prefix)$/,
  pnpm: /^(?:-C|--dir|--prefix)$/,
  yarn: /^--cwd$/,
  bun: /^--cwd$/
}

/** `uv run --directory api pytest`, `go -C lib test ./...`, `./gradlew -p app test`: the folder that must be there. */
export function fromEntered(command: SimpleCommand): CommandReference[] {
  return folderTokens(command).flatMap((token): CommandReference[] => {
    const path = /^[-~/]/.test(token.value) ? undefined : pathOfToken(token, command, true)
    return path === undefined || path === ''
      ? []
      : [{ kind: 'path', path, runner: 'cd', start: token.start, end: token.end }]
  })
}

/** The same command as it is in the folder that `-C` names, for go, where nothing stands before that. */
export function insideEntered(command: SimpleCommand): SimpleCommand {
  if (command.name !== 'go' || command.args[0] !== '-C') return command
  const at = command.via.length + 1
  const folder = command.tokens[at + 1] && pathOfToken(command.tokens[at + 1]!, command, true)
  if (folder === undefined) return command
  const tokens = [...command.tokens.slice(0, at), ...command.tokens.slice(at + 2)]
  return { ...command, tokens, args: command.args.slice(2), ...(folder === '' ? {} : { cwd: folder }) }
}

function folderTokens({ tokens, via, name }: SimpleCommand): Token[] {
  const own = ofTool[name.replace(/^.*\/gradlew?$|^gradlew?$/, 'gradle')]
  // Behind two dashes begins what a script is given.
  const end = tokens.findIndex((token, index) => index > via.length && token.value === '--')
  return tokens.slice(0, end < 0 ? tokens.length : end).flatMap((token, index) => {
    const before = tokens[index - 1]?.value ?? ''
    if (index > 0 && index < via.length) return ofRunner.test(before) ? [token] : []
    if (!own || index <= via.length) return []
    const glued = /^(--[a-z-]+)=(?=.)/.exec(token.value)
    if (glued) return own.test(glued[1]!) ? [behind(token, glued[0].length)] : []
    return index > via.length + 1 && own.test(before) ? [token] : []
  })
}

/** The value of an option that is written with it. */
function behind(token: Token, length: number): Token {
  return { ...token, value: token.value.slice(length), start: token.start + length }
}

/** `uv run --package api pytest`, `uv sync --package api`: the package of the workspace. */
export function fromUv({ tokens, via, name, cwd }: SimpleCommand): CommandReference[] {
  if (name !== 'uv' && via[0] !== 'uv') return []
  const own = name === 'uv' ? tokens : tokens.slice(0, via.length)
  return own.flatMap((token, index): CommandReference[] => {
    const isGlued = token.value.startsWith('--package=')
    const value = isGlued ? token.value.slice('--package='.length) : token.value
    if (!token.fixed || !(isGlued || own[index - 1]?.value === '--package') || !/^[\w][\w.-]*$/.test(value)) return []
    return [
      { kind: 'python-package', name: value, ...(cwd === undefined ? {} : { cwd }), start: token.start, end: token.end }
    ]
  })
}
