/**
 * The file that results are remembered in: after its format, one plan a line, the plan's name as JSON, the key of its result and the result as JSON, tabs
 * between them (JSON holds none). A result is parsed when its plan is asked for, and what nobody asked for is written as it was read. ASCII alone: that is read fastest.
 */
import { readFileSync } from 'node:fs'
import type { FileReport } from '../../types.ts'
import { isReport } from './cache-check.ts'

const head = '{"format":3}'

/** There is a file, and planlint did not write it. */
export class ForeignFile extends Error {}

/** A result, and what it holds for. */
export interface CacheEntry {
  key: string
  json: string
}

/** @returns entries by the plan's name; none where there is no such file, or it is of another format */
export function readCache(file: string): Map<string, CacheEntry> {
  const entries = new Map<string, CacheEntry>()
  const text = read(file)
  if (text !== '' && !text.startsWith('{"format":')) throw new ForeignFile()
  if (!text.startsWith(`${head}\n`)) return entries
  for (let start = head.length + 1; start < text.length;) {
    const end = text.indexOf('\n', start)
    // A line without an end was cut short.
    if (end < 0) break
    const first = text.indexOf('\t', start)
    const second = text.indexOf('\t', first + 1)
    const name = first > start && second > first && second < end ? parse(text.slice(start, first)) : undefined
    if (typeof name === 'string')
      entries.set(name, { key: text.slice(first + 1, second), json: text.slice(second + 1, end) })
    start = end + 1
  }
  return entries
}

/** @returns the result; undefined where the line was damaged */
export function parseEntry({ json }: CacheEntry, name: string): FileReport | undefined {
  const report = parse(json)
  return isReport(report, name) ? report : undefined
}

export function printEntry(key: string, { source: _, ...report }: FileReport): CacheEntry {
  return { key, json: ascii(JSON.stringify(report)) }
}

export function printCache(entries: ReadonlyMap<string, CacheEntry>): string {
  const lines = [...entries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { key, json }]) => `${ascii(JSON.stringify(name))}\t${key}\t${json}\n`)
  return `${head}\n${lines.join('')}`
}

function read(file: string): string {
  try {
    return readFileSync(file, 'latin1')
  } catch {
    return ''
  }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function ascii(json: string): string {
  return json.replace(/[^\0-\x7e]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
