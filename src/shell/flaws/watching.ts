/** What programs do because they are told to: run again with each change, or serve. */
import { isChecker } from '../status-words.ts'
import { searchTools, testRunners } from '../tools.ts'
import type { SimpleCommand } from '../types.ts'

const servers = new Set('dev start serve watch preview storybook'.split(' '))
const sides = new Set('dev watch server web client api frontend backend'.split(' '))

/** `dev`, `start:api`, `build:watch`. */
export function runsServer(script: string): boolean {
  const colon = script.indexOf(':')
  if (colon < 0) return servers.has(script)
  return script.endsWith(':watch') || (servers.has(script.slice(0, colon)) && sides.has(script.slice(colon + 1)))
}

/** `--watch`, but not where it waits for an end: `gh run watch`, `gh pr checks --watch`. */
export function watches(name: string, args: readonly string[]): boolean {
  if (name === 'gh' || name === 'glab' || searchTools.has(name) || /^(?:echo|printf|git|test|\[)$/.test(name))
    return false
  const before = args.indexOf('--')
  return args.some(
    (arg, index) =>
      /^--watch(?:All|-all|-path)?(?:=(?!false$).*)?$|^--(?:continuous|hot|live-?reload|autobuild)$/.test(arg) &&
      args[index + 1] !== 'false' &&
      (before < 0 || index < before || /^(?:npm|pnpm|yarn|bun)$/.test(name))
  )
}

/** A check that was told to run again with each change; what is served is looked at while it runs. */
export function reruns({ name, args }: SimpleCommand): boolean {
  if (testRunners.has(name)) return watches(name, args) || args[0] === 'watch'
  return watches(name, args) && isChecker(name, args) && !args.some(runsServer)
}
