import { searchTools } from './tools.ts'
import type { FlawReport, Script, SimpleCommand, Token } from './types.ts'

const personal = /(?:\/Users\/|\/home\/|[A-Za-z]:\\{1,2}Users\\{1,2})([A-Za-z][\w.-]*)(?:[\\/]|$)/
/** Accounts of containers and build machines, the same for everybody. */
const shared = new Set(
  'runner node app user vscode coder circleci ubuntu root shared public appuser nonroot gitpod codespace jovyan www-data pwuser airflow jenkins sandbox you your username yourname name me default'.split(
    ' '
  )
)

/** Paths of one person's machine, once per folder. */
export function boundOf(script: Script): FlawReport[] {
  const found: FlawReport[] = []
  const seen = new Set<string>()
  for (const command of script.commands) {
    for (const token of candidates(command)) {
      const match = personal.exec(token.value)
      if (!match || shared.has(match[1]!.toLowerCase()) || seen.has(match[0]) || isRemote(token.value, match.index))
        continue
      seen.add(match[0])
      found.push({
        flaw: 'machine-bound',
        start: token.start,
        end: token.end,
        detail: `\`${match[0]}\` exists on one machine only`,
        help: 'use a path relative to the repository'
      })
    }
  }
  return found
}

/** Words that are used as paths: not patterns that are searched for, nor what runs on another machine or in a container. */
function candidates(command: SimpleCommand): Token[] {
  if (
    /^(?:ssh|scp|rsync|docker|podman|kubectl|docker-compose|echo|printf)$/.test(command.name) ||
    (command.name === 'git' && command.args[0] === 'grep')
  )
    return []
  const targets = command.redirections.flatMap(item => item.target ?? [])
  if (!searchTools.has(command.name)) return [...command.tokens, ...targets]
  const pattern = command.tokens.findIndex((token, index) => index > command.via.length && !token.value.startsWith('-'))
  return [
    ...command.tokens.filter((token, index) => index > pattern && !token.quoted && !token.value.startsWith('-')),
    ...targets
  ]
}

function isRemote(value: string, at: number): boolean {
  const before = value.slice(0, at)
  return /[\w@]:$/.test(before) || before.includes('://')
}
