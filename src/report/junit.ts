import type { FileReport, Finding, RunReport, FatalError } from '../types.ts'
import { clean, cleanLines, cleanPath } from './text/clean.ts'
import { isMeant, noteWords, otherWords, remarksOf, remarkWords } from './remarks.ts'
import { hasTooManyWarnings, shownFindings, tally } from './tally.ts'
import type { Format, ReportOptions } from './types.ts'
import { duration, profileLabel, summaryLine } from './text/words.ts'

type Kind = 'passed' | 'failure' | 'error' | 'skipped'
interface Case {
  name: string
  kind: Kind
  type?: string
  message?: string
  text?: string
}
interface Suite {
  name: string
  cases: Case[]
  out: string[]
}

/**
 * JUnit XML: a suite per plan, a case per rule. Errors fail, warnings are printed by the suite. Valid for
 * Jenkins' junit-10.xsd and Ant's JUnit.xsd, hence the empty properties and the order of elements.
 */
export const junit: Format = {
  summary: 'JUnit XML for test reports',
  render
}

function render(report: RunReport, options: ReportOptions): string {
  const suites = report.files.filter(hasSuite).map(file => fileSuite(file, options))
  const own = runSuite(report, options)
  if (own.cases.length > 0 || own.out.length > 1 || report.compare) suites.push(own)
  const body = suites.map((suite, index) => suiteXml(suite, index, options)).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${body}</testsuites>\n`
}

function fileSuite(file: FileReport, options: ReportOptions): Suite {
  const byRule = groupByRule(shownFindings(file, options))
  const crashed = new Set(file.fatalErrors.map(fatal => fatal.rule))
  // A file that could not be judged must not show rules that passed.
  const isJudged = file.state === 'judged' && file.fatalErrors.every(fatal => fatal.rule !== undefined)
  const ids = new Set([...(isJudged ? options.rules.map(rule => rule.id) : []), ...byRule.keys()])
  const skipped = new Set(file.skipped)
  const cases = [...ids]
    .filter(id => !crashed.has(id))
    .map(id => (skipped.has(id) ? skippedCase(id, file.notes.join('; ')) : ruleCase(id, byRule.get(id) ?? [])))
  cases.push(...file.fatalErrors.map(fatalCase))
  if (file.state !== 'judged' && file.fatalErrors.length === 0)
    cases.push(skippedCase('planlint', remarkWords(file.state, file.reason)))
  if (cases.length === 0) cases.push({ name: 'planlint', kind: 'passed' })
  const warnings = shownFindings(file, options).filter(finding => finding.severity === 'warning')
  const by = file.state === 'judged' ? [`judged as ${profileLabel(file)}`] : []
  return { name: file.path, cases, out: [...by, ...warnings.map(describe)] }
}

function groupByRule(findings: Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const group = groups.get(finding.rule)
    if (group) group.push(finding)
    else groups.set(finding.rule, [finding])
  }
  return groups
}

function ruleCase(id: string, findings: Finding[]): Case {
  const errors = findings.filter(finding => finding.severity === 'error')
  const first = errors[0]
  if (!first) return { name: id, kind: 'passed' }
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : ''
  return {
    name: id,
    kind: 'failure',
    type: id,
    message: `${first.message}${more}`,
    text: errors.map(describe).join('\n')
  }
}

function fatalCase({ code, message, rule, line }: FatalError): Case {
  return {
    name: rule ?? code,
    kind: 'error',
    type: code,
    message,
    text: line === undefined ? clean(message) : `line ${line}: ${clean(message)}`
  }
}

/** What did not run is no pass. */
function skippedCase(name: string, message: string): Case {
  return { name, kind: 'skipped', message }
}

/** Files that a folder holds besides plans are counted in planlint's own suite. */
function hasSuite(file: FileReport): boolean {
  return file.state === 'judged' || isMeant(file) || file.findings.length + file.fatalErrors.length > 0
}

/** Fatal errors of the run, and warnings where they are too many. */
function runSuite(report: RunReport, options: ReportOptions): Suite {
  const cases = report.fatalErrors.map(fatalCase)
  const counts = tally(report)
  if (hasTooManyWarnings(counts, options)) {
    const message = `${counts.warnings} warnings where --max-warnings allows ${options.maxWarnings}`
    cases.push({ name: 'max-warnings', kind: 'failure', type: 'max-warnings', message, text: message })
  }
  const remarks = remarksOf(report)
  for (const remark of remarks)
    if (remark.others.length > 0) cases.push(skippedCase(remark.kind, otherWords(remark, cleanPath)))
  const notes = remarks
    .filter(({ kind }) => kind === 'note')
    .map(remark => `note: ${noteWords(remark, clean, cleanPath)}`)
  return { name: 'planlint', cases, out: [...notes, `${summaryLine(report, options)} (${duration(report.elapsed)})`] }
}

function describe({ place, severity, message, help, url }: Finding): string {
  const remedy = help === undefined ? '' : `\n  help: ${cleanLines(help).join(' ')}`
  return `${place.start.line}:${place.start.column}: ${severity}: ${clean(message)}${remedy}\n  see: ${clean(url)}`
}

function suiteXml({ name, cases, out }: Suite, id: number, options: ReportOptions): string {
  const count = (kind: Kind) => cases.filter(one => one.kind === kind).length
  const attributes = {
    id: String(id),
    name: name || 'stdin',
    package: 'planlint',
    timestamp: (options.startedAt ?? '1970-01-01T00:00:00').slice(0, 19),
    hostname: 'localhost',
    tests: String(cases.length),
    failures: String(count('failure')),
    errors: String(count('error')),
    skipped: String(count('skipped')),
    time: '0'
  }
  return [
    `  <testsuite${xmlAttributes(attributes)}>`,
    '    <properties/>',
    ...cases.map(one => caseXml(one, name || 'stdin')),
    `    <system-out>${lines(out)}</system-out>`,
    '    <system-err/>',
    '  </testsuite>\n'
  ].join('\n')
}

function caseXml({ name, kind, type = '', message = '', text = '' }: Case, suite: string): string {
  const open = `    <testcase${xmlAttributes({ name, classname: suite, time: '0' })}`
  if (kind === 'passed') return `${open}/>`
  if (kind === 'skipped') return `${open}><skipped${xmlAttributes({ message })}/></testcase>`
  return `${open}><${kind}${xmlAttributes({ type, message })}>${lines([text])}</${kind}></testcase>`
}

function xmlAttributes(attributes: Record<string, string>): string {
  return Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(clean(value))}"`)
    .join('')
}

/** Text of clean lines: every illegal character is visible by now. */
function lines(texts: string[]): string {
  return escapeXml(texts.join('\n'))
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
