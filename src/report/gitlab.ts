import type { FileReport, Finding, FatalError, RunReport } from '../types.ts'
import { clean, cleanLines, cleanPath } from './text/clean.ts'
import { hash } from '../util/hash.ts'
import { jsonText } from './text/json-text.ts'
import { profileUses, noteWords, otherWords, remarksOf, remarkWords } from './remarks.ts'
import type { Remark } from './remarks.ts'
import { shownFindings, tally } from './tally.ts'
import { tooManyWarnings } from './text/words.ts'
import type { Format, ReportOptions } from './types.ts'

interface Issue {
  description: string
  check_name: string
  fingerprint: string
  severity: 'info' | 'minor' | 'major' | 'blocker'
  location: { path: string; lines: { begin: number; end: number } }
}

/** GitLab Code Quality: a list of issues with fingerprints that survive unrelated edits. */
export const gitlab: Format = {
  summary: 'GitLab Code Quality report',
  showsSource: true,
  render
}

function render(report: RunReport, options: ReportOptions): string {
  const issues = report.files.flatMap(file => [
    ...file.fatalErrors.map(fatal => fatalIssue(fatal, file.path)),
    ...shownFindings(file, options).map(finding => findingIssue(finding, file))
  ])
  issues.push(...report.fatalErrors.map(fatal => fatalIssue(fatal, '.')))
  for (const words of tooManyWarnings(tally(report), options))
    issues.push({ ...infoIssue('max-warnings', words, '.', ''), severity: 'major' })
  issues.push(...remarksOf(report).flatMap(remarkIssues))
  for (const { words, path } of profileUses(report, cleanPath))
    issues.push(infoIssue('judged', words, path, words.slice(0, words.indexOf(':'))))
  return jsonText(distinct(issues))
}

function findingIssue({ rule, severity, message, help, place, fingerprint }: Finding, file: FileReport): Issue {
  return {
    description: help === undefined ? clean(message) : `${clean(message)}. ${cleanLines(help).join(' ')}`,
    check_name: rule,
    fingerprint: hash(`${file.path}\0${rule}\0${fingerprint}`),
    severity: severity === 'error' ? 'major' : 'minor',
    location: { path: file.path, lines: { begin: place.start.line, end: place.end.line } }
  }
}

function fatalIssue({ code, message, line = 1 }: FatalError, path: string): Issue {
  return {
    description: clean(message),
    check_name: code,
    fingerprint: hash(`${path}\0${code}\0${message}`),
    severity: 'blocker',
    location: { path, lines: { begin: line, end: line } }
  }
}

/** The format has no place for what is no problem of a line: such issues weigh least. */
function remarkIssues(remark: Remark): Issue[] {
  if (remark.kind === 'note') return [remarkIssue(remark, noteWords(remark, clean, cleanPath), remark.named[0] ?? '.')]
  const [other] = remark.others
  return [
    ...remark.named.map(path => remarkIssue(remark, remarkWords(remark.kind, remark.text), path)),
    ...(other === undefined ? [] : [remarkIssue(remark, otherWords(remark, cleanPath), other)])
  ]
}

function remarkIssue({ kind, text }: Remark, description: string, path: string): Issue {
  return infoIssue(kind, description, path, text)
}

/** @param identity what the fingerprint is made of besides kind and path */
function infoIssue(kind: string, description: string, path: string, identity: string): Issue {
  return {
    description: clean(description),
    check_name: kind,
    fingerprint: hash(`${path}\0${kind}\0${identity}`),
    severity: 'info',
    location: { path, lines: { begin: 1, end: 1 } }
  }
}

/** GitLab shows one issue per fingerprint: the second of equal ones gets another. */
function distinct(issues: Issue[]): Issue[] {
  const seen = new Map<string, number>()
  return issues.map(issue => {
    const count = seen.get(issue.fingerprint) ?? 0
    seen.set(issue.fingerprint, count + 1)
    return count === 0 ? issue : { ...issue, fingerprint: hash(`${issue.fingerprint}\0${count}`) }
  })
}
