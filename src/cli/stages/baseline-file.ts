/** The file of `--baseline`: JSON, sorted, one finding per line, so that two branches seldom touch the same line. */

/** A finding that does not count; the message is for people who read the file. */
export interface BaselineEntry {
  path: string
  rule: string
  fingerprint: string
  message: string
}

const schema = 'https://unpkg.com/planlint/schema/baseline.schema.json'

export function printBaseline(entries: readonly BaselineEntry[]): string {
  const lines = [...entries]
    .sort(inOrder)
    .map(({ path, rule, fingerprint, message }) => `    ${JSON.stringify({ path, rule, fingerprint, message })}`)
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`
  return `{\n  "$schema": "${schema}",\n  "version": 1,\n  "findings": ${list}\n}\n`
}

/** @returns the entries, or what is wrong with the text */
export function parseBaseline(text: string): BaselineEntry[] | string {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return /^(?:<{7}|={7}|>{7})/m.test(text)
      ? "it holds a merge conflict: keep both sides' lines and remove the marks"
      : 'it is not JSON'
  }
  const { version, findings } = (typeof data === 'object' && data !== null ? data : {}) as {
    version?: unknown
    findings?: unknown
  }
  if (version !== 1) return `expected "version": 1, not ${JSON.stringify(version) ?? 'nothing'}`
  if (!Array.isArray(findings)) return 'expected a list of "findings"'
  const bad = findings.findIndex(entry => !isEntry(entry))
  return bad < 0 ? (findings as BaselineEntry[]) : `finding ${bad + 1} lacks its path, rule, fingerprint or message`
}

function isEntry(value: unknown): value is BaselineEntry {
  const entry = value as Partial<Record<keyof BaselineEntry, unknown>> | null
  return (
    typeof entry === 'object' &&
    entry !== null &&
    [entry.path, entry.rule, entry.fingerprint, entry.message].every(each => typeof each === 'string')
  )
}

function inOrder(a: BaselineEntry, b: BaselineEntry): number {
  return compare(a.path, b.path) || compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
