import type { FileReport, Finding, Fix, Place, RunReport, FatalError } from '../types.ts'
import { clean, shorten } from './text/clean.ts'
import { jsonText } from './text/json-text.ts'
import { createLocator, type Locate } from './text/locate.ts'
import { otherWords, remarksOf, remarkWords } from './remarks.ts'
import type { Remark } from './remarks.ts'
import { capFindings, shownFindings, tally } from './tally.ts'
import type { Format, ReportOptions, RuleMeta } from './types.ts'
import { isAbsolute, isWebAddress, pathUri } from './text/uri.ts'
import { plural, tooManyWarnings } from './text/words.ts'

/** GitHub cuts or refuses longer descriptions of rules. */
const maxDescription = 1024
/** GitHub refuses a run with more results. */
const maxResults = 25_000
/** Files that one notification names. */
const maxLocations = 100

/** SARIF 2.1.0 as GitHub's code scanning wants it. */
export const sarif: Format = {
  summary: 'SARIF 2.1.0 for code scanning',
  showsSource: true,
  carriesRules: true,
  render
}

function render(report: RunReport, options: ReportOptions): string {
  const all = report.files.flatMap(file => shownFindings(file, options))
  const kept = new Set(capFindings(all, maxResults))
  return jsonText({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: driver(report, options.rules) },
        invocations: [invocation(report, all.length - kept.size, options)],
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The folder that planlint ran in' } } },
        columnKind: 'utf16CodeUnits',
        ...(report.files.length > 0 && { artifacts: report.files.map(artifact) }),
        ...(report.compare && { properties: { compare: report.compare } }),
        results: report.files.flatMap(file => fileResults(file, kept, options.rules))
      }
    ]
  })
}

function driver(report: RunReport, rules: RuleMeta[]) {
  return {
    name: 'planlint',
    version: report.version,
    informationUri: 'https://www.npmjs.com/package/planlint',
    rules: rules.map(ruleDescriptor)
  }
}

function ruleDescriptor({ id, summary, why, url, markdown, severity }: RuleMeta) {
  return {
    id,
    shortDescription: { text: shorten(clean(summary), maxDescription) },
    fullDescription: { text: shorten(clean(`${summary} ${why}`), maxDescription) },
    help: { text: `${summary} ${why}`, markdown },
    ...(isWebAddress(url) && { helpUri: url }),
    defaultConfiguration: { level: severity },
    properties: { 'problem.severity': severity, precision: 'high', tags: ['documentation'] }
  }
}

function fileResults(file: FileReport, kept: Set<Finding>, rules: RuleMeta[]) {
  const locate = file.source === undefined ? null : createLocator(file.source)
  const indexes = new Map(rules.map((rule, index) => [rule.id, index]))
  return file.findings
    .filter(finding => kept.has(finding))
    .map(finding => result(finding, file, locate, indexes.get(finding.rule)))
}

function result(finding: Finding, file: FileReport, locate: Locate | null, ruleIndex: number | undefined) {
  const { rule, severity, message, help, place, fingerprint, isNew, related = [], fixes = [] } = finding
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: severity,
    message: { text: messageText(help === undefined ? message : `${message}\n${help}`) },
    locations: [{ physicalLocation: physicalLocation(file.path, place) }],
    // GitHub's own key (primaryLocationLineHash) is left to its upload action, which warns of any other value.
    partialFingerprints: { 'planlint/v1': fingerprint },
    ...(isNew !== undefined && { baselineState: isNew ? 'new' : 'unchanged' }),
    ...(related.length > 0 && {
      relatedLocations: related.map((other, index) => ({
        id: index + 1,
        physicalLocation: physicalLocation(other.path ?? file.path, other.place),
        message: { text: messageText(other.message) }
      }))
    }),
    ...(fixes.length > 0 && {
      fixes: fixes.filter(fix => fix.edits.length > 0).map(fix => sarifFix(fix, file.path, locate))
    })
  }
}

/** Square brackets before round ones would be a link. */
function messageText(text: string): string {
  const shown = text
    .split(/\r\n|\n|\r/)
    .map(clean)
    .join('\n')
  return shown.includes('](') ? shown.replace(/[\\[\]]/g, '\\$&') : shown
}

function artifactLocation(path: string) {
  return isAbsolute(path) ? { uri: pathUri(path) } : { uri: pathUri(path), uriBaseId: '%SRCROOT%' }
}

function physicalLocation(path: string, { start, end }: Place) {
  return {
    artifactLocation: artifactLocation(path),
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column }
  }
}

function sarifFix(fix: Fix, path: string, locate: Locate | null) {
  return {
    description: { text: messageText(fix.title) },
    artifactChanges: [
      {
        artifactLocation: artifactLocation(path),
        replacements: fix.edits.map(({ start, end, text }) => ({
          deletedRegion: deletedRegion(start, end, locate),
          insertedContent: { text }
        }))
      }
    ]
  }
}

function deletedRegion(start: number, end: number, locate: Locate | null) {
  const region = { charOffset: start, charLength: end - start }
  if (!locate) return region
  const from = locate(start)
  const to = locate(end)
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column, ...region }
}

function invocation(report: RunReport, dropped: number, options: ReportOptions) {
  const failures = [
    ...report.files.flatMap(file => file.fatalErrors.map(fatal => notification(fatal, file.path))),
    ...report.fatalErrors.map(fatal => notification(fatal))
  ]
  const remarks = [
    ...tooManyWarnings(tally(report), options).map(text => ({ level: 'error', message: { text } })),
    ...remarksOf(report).map(remarkNotification),
    ...(dropped > 0 ? [{ level: 'note', message: { text: `${plural(dropped, 'more result')} left out` } }] : [])
  ]
  const notifications = [...failures, ...remarks]
  return {
    executionSuccessful: failures.length === 0,
    ...(notifications.length > 0 && { toolExecutionNotifications: notifications })
  }
}

/** What became of each file; a viewer shows the properties. */
function artifact(file: FileReport) {
  return {
    location: artifactLocation(file.path),
    properties: {
      state: file.state,
      ...(file.state === 'judged'
        ? { profile: file.profile, recognised: file.recognised }
        : { reason: messageText(file.reason) })
    }
  }
}

function remarkNotification(remark: Remark) {
  const { kind, named, others, isPlanLike } = remark
  // Names that are no Unicode may come to the same address.
  const files = [...new Map([...named, ...others].map(path => [pathUri(path), path])).values()]
  return {
    level: 'note',
    descriptor: { id: kind },
    message: {
      text: `${messageText(isPlanLike ? otherWords(remark, clean) : remarkWords(kind, remark.text))}${files.length > maxLocations ? ` (${files.length} files)` : ''}`
    },
    locations: files
      .slice(0, maxLocations)
      .map(path => ({ physicalLocation: { artifactLocation: artifactLocation(path) } }))
  }
}

function notification({ code, message, line, column = 1, rule }: FatalError, path?: string) {
  const region = line === undefined ? {} : { region: { startLine: line, startColumn: column } }
  return {
    level: 'error',
    descriptor: { id: code },
    message: { text: messageText(message) },
    ...(rule !== undefined && { associatedRule: { id: rule } }),
    ...(path !== undefined && {
      locations: [{ physicalLocation: { artifactLocation: artifactLocation(path), ...region } }]
    })
  }
}
