/** Reads what `--format json` wrote. What the format does not carry (offsets, edits) is left open; no other format's words depend on it. */
import { isRecognised } from '../../types.ts'
import type { Comparison, FileReport, Finding, RunReport, StateOf, FatalError } from '../../types.ts'
import { mostShards, type Shard } from './shards.ts'

type Loose = Record<string, unknown>

/** @returns the report, or what is wrong with the text */
export function parseReport(text: string): RunReport | string {
  let data: unknown
  try {
    data = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text)
  } catch {
    return 'it is not JSON (write it with --format json --output-file)'
  }
  if (!isObject(data) || data.version !== 1) return 'expected a report of planlint, with "version": 1'
  try {
    const compare = data.compare === undefined ? undefined : object(data.compare, 'compare')
    return {
      version: '',
      elapsed: 0,
      files: list(data.files, 'files').map((file, index) => toFile(object(file, `files[${index}]`), `files[${index}]`)),
      fatalErrors:
        data.troubles === undefined
          ? []
          : list(data.troubles, 'troubles').map((fatal, index) =>
              toFatalError(object(fatal, `troubles[${index}]`), `troubles[${index}]`)
            ),
      ...(data.shard !== undefined && { shard: toShard(object(data.shard, 'shard')) }),
      ...(compare && {
        compare: {
          ref: string(compare, 'ref', 'compare'),
          fixed: count(compare, 'fixed', 'compare'),
          new: count(compare, 'new', 'compare'),
          persisting: count(compare, 'persisting', 'compare'),
          mended: compare.mended === undefined ? [] : list(compare.mended, 'compare.mended').map(toMended)
        }
      })
    }
  } catch (error) {
    if (error instanceof TypeError) return error.message
    throw error
  }
}

function toFile(file: Loose, at: string): FileReport {
  const examined = object(file.examined, `${at}.examined`)
  const score = file.profileScore
  if (typeof score !== 'number') throw expected('a number', `${at}.profileScore`)
  return {
    path: string(file, 'path', at),
    ...(file.expected === true && { expected: true }),
    ...toState(file, at),
    profileScore: score,
    status: stringOrNull(file, 'status', at),
    examined: {
      sections: count(examined, 'sections', at),
      steps: count(examined, 'steps', at),
      commands: count(examined, 'commands', at),
      files: count(examined, 'files', at),
      checkboxes: count(examined, 'checkboxes', at)
    },
    findings: list(file.findings, `${at}.findings`).map((finding, index) =>
      toFinding(object(finding, `${at}.findings[${index}]`), `${at}.findings[${index}]`)
    ),
    fatalErrors:
      file.troubles === undefined
        ? []
        : list(file.troubles, `${at}.troubles`).map((fatal, index) =>
            toFatalError(object(fatal, `${at}.troubles[${index}]`), at)
          ),
    notes: texts(file.notes, `${at}.notes`),
    skipped: texts(file.skipped, `${at}.skipped`),
    ...(file.silenced !== undefined && { silenced: count(file, 'silenced', at) })
  }
}

function toShard(shard: Loose): Shard {
  const [part, of] = [count(shard, 'part', 'shard'), count(shard, 'of', 'shard')]
  if (part < 1 || part > of || of > mostShards) throw expected(`a part from 1 to ${mostShards} at most`, 'shard')
  return { part, of }
}

function toState(file: Loose, at: string): StateOf {
  if (file.state === 'judged') {
    const { recognised } = file
    if (!isRecognised(recognised)) throw expected('how the profile was found', `${at}.recognised`)
    return { state: 'judged', profile: string(file, 'profile', at), recognised }
  }
  if (file.state !== 'excluded' && file.state !== 'not-judged')
    throw expected('"judged", "excluded" or "not-judged"', `${at}.state`)
  return { state: file.state, profile: null, reason: string(file, 'reason', at) }
}

function toFinding(finding: Loose, at: string): Finding {
  const { severity } = finding
  if (severity !== 'error' && severity !== 'warning') throw expected('"error" or "warning"', `${at}.severity`)
  const help = stringOrNull(finding, 'help', at)
  const point = (line: string, column: string, from: Loose = finding): Finding['place']['start'] => ({
    line: count(from, line, at),
    column: count(from, column, at),
    offset: 0
  })
  const related = list(finding.related, `${at}.related`).map(each => {
    const other = object(each, `${at}.related`)
    const start = point('line', 'column', other)
    return {
      ...(other.path !== undefined && { path: string(other, 'path', at) }),
      place: { start, end: start },
      message: string(other, 'message', at)
    }
  })
  return {
    rule: string(finding, 'rule', at),
    messageId: '',
    severity,
    message: string(finding, 'message', at),
    url: string(finding, 'url', at),
    fingerprint: string(finding, 'fingerprint', at),
    place: { start: point('line', 'column'), end: point('endLine', 'endColumn') },
    ...(help !== null && { help }),
    ...(related.length > 0 && { related }),
    ...(finding.fixable === true && { fixes: [{ title: '', safe: true, edits: [] }] }),
    ...(typeof finding.new === 'boolean' && { isNew: finding.new })
  }
}

function toMended(mended: unknown, index: number): Comparison['mended'][number] {
  const at = `compare.mended[${index}]`
  const loose = object(mended, at)
  return {
    path: string(loose, 'path', at),
    rule: string(loose, 'rule', at),
    severity: loose.severity === 'error' ? 'error' : 'warning',
    message: string(loose, 'message', at)
  }
}

function toFatalError(fatal: Loose, at: string): FatalError {
  const { line, column, rule } = fatal
  return {
    code: string(fatal, 'code', at),
    message: string(fatal, 'message', at),
    ...(typeof line === 'number' && { line }),
    ...(typeof column === 'number' && { column }),
    ...(typeof rule === 'string' && { rule })
  }
}

function expected(what: string, at: string): TypeError {
  return new TypeError(`expected ${what} at "${at}"`)
}

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function object(value: unknown, at: string): Loose {
  if (!isObject(value)) throw expected('an object', at)
  return value
}

function list(value: unknown, at: string): unknown[] {
  if (!Array.isArray(value)) throw expected('a list', at)
  return value as unknown[]
}

function texts(value: unknown, at: string): string[] {
  return list(value, at).map((text, index) => {
    if (typeof text !== 'string') throw expected('a text', `${at}[${index}]`)
    return text
  })
}

function string(from: Loose, key: string, at: string): string {
  const value = from[key]
  if (typeof value !== 'string') throw expected('a text', `${at}.${key}`)
  return value
}

function stringOrNull(from: Loose, key: string, at: string): string | null {
  return from[key] === null ? null : string(from, key, at)
}

function count(from: Loose, key: string, at: string): number {
  const value = from[key]
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw expected('a whole number', `${at}.${key}`)
  return value
}
