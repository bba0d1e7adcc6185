import { searchTools } from '../tools.ts'
import type { FlawReport, Script, SimpleCommand, Token } from '../types.ts'

const personal = /(?:\/Users\/|\/home\/|[A-Za-z]:[\\/]{1,2}Users[\\/]{1,2})([A-Za-z][\w.-]*)(?:[\\/]|$)/
/** A home folder, with the folder below it: settings that tools keep there have names of their own. */
const home = /(?:^|[=:,])(?:~[\w-]*|\$HOME|\$\{HOME\}|%USERPROFILE%|\$env:USERPROFILE|\$env:HOME)[\\/]([\w-][\w.-]*)/
const settled = new Set(
  'bin go Library Applications AppData snap Downloads Desktop node_modules miniconda3 anaconda3 google-cloud-sdk'.split(
    ' '
  )
)
/** A folder of one Windows machine, but for what Windows brings. */
const drive = /(?:^|[=,])([A-Za-z]:\\{1,2}(?!Program|Windows|Users|temp|tmp|tools)[\w.-]+)/i
/** Another disk of one Mac. */
const volume = /(?:^|[=:,])(\/Volumes\/[\w.-]+)/

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
    for (const { text, start, end } of candidates(command)) {
      const path = machinePath(text)
      if (path === undefined || seen.has(path)) continue
      seen.add(path)
      found.push({ flaw: 'machine-bound', start, end, path })
    }
  }
  return found
}

/** The part of a path that exists on one person's machine only; undefined where it may be there on any. */
export function machinePath(text: string): string | undefined {
  const match = personal.exec(text)
  if (match && !shared.has(match[1]!.toLowerCase()) && !isRemote(text, match.index)) return match[0]
  const own = home.exec(text)
  if (own && !settled.has(own[1]!)) return own[0].replace(/^[=:,]/, '')
  return drive.exec(text)?.[1] ?? volume.exec(text)?.[1]
}

interface Piece {
  text: string
  start: number
  end: number
}

/** Words that are used as paths: not patterns that are searched for, nor what runs on another machine or in a container. */
function candidates(command: SimpleCommand): Piece[] {
  const piece = ({ start, end }: Token): Piece => ({
    text: command.text.slice(start - command.start, end - command.start).replace(/["']/g, ''),
    start,
    end
  })
  if (
    /^(?:ssh|scp|rsync|docker|podman|kubectl|docker-compose|echo|printf)$/.test(command.name) ||
    (command.name === 'git' && command.args[0] === 'grep')
  )
    return []
  const targets = command.redirections.flatMap(item => item.target ?? [])
  const outside = targets.map(({ value, start, end }) => ({ text: value, start, end }))
  const set = Object.values(command.env).map(text => ({ text, start: command.start, end: command.end }))
  if (!searchTools.has(command.name)) return [...set, ...command.tokens.map(piece), ...outside]
  const pattern = command.tokens.findIndex((token, index) => index > command.via.length && !token.value.startsWith('-'))
  return [
    ...set,
    ...command.tokens
      .filter((token, index) => index > pattern && !token.quoted && !token.value.startsWith('-'))
      .map(piece),
    ...outside
  ]
}

function isRemote(value: string, at: number): boolean {
  const before = value.slice(0, at)
  return /[\w@]:$/.test(before) || (before.includes('://') && !/file:\/{2,3}$/.test(before))
}
