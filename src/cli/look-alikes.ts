/** Plans where none are looked for: `planlint` without words says which Markdown files elsewhere look like plans. */
import { isMdx, isSearched, isWellKnown } from '../detect/places.ts'
import { unjudgedFor } from '../lint/report.ts'
import type { UnjudgedFile } from '../types.ts'
import { whyTemplate } from './config/templates.ts'
import type { Candidate } from './discover/discovery.ts'
import type { Linters } from './linters/linters.ts'
import type { Services } from './runtime/services.ts'

/** A repository may hold thousands of documents: so many are looked at, those at places of plans first. */
const mostLookedAt = 100

/**
 * @param files Markdown files besides those at the usual places
 * @param linters of a run without rules
 * @returns a report for each that looks like a plan; what can't be read or judged is none
 */
export async function lookAlikes(
  files: readonly Candidate[],
  linters: Linters,
  services: Services
): Promise<UnjudgedFile[]> {
  const read = await services.readPlan()
  const found: UnjudgedFile[] = []
  for (const file of inOrder(files).slice(0, mostLookedAt)) {
    const linter = await linters.of(file.file).catch(() => undefined)
    if (!linter?.config.enabled || whyTemplate(file.file, linter.config.drafted) !== undefined) continue
    const text = await read(file.file, linter.limits, file.isRegular)
    const report = text.ok ? await linter.lint(text.text, file.path) : undefined
    if (report?.state === 'judged')
      found.push({
        ...unjudgedFor(file.path, `looks like a plan (${report.profile}), but ${whyPassedOver(file.path)}`),
        planLike: true
      })
    else if (report?.state === 'not-judged' && report.planLike)
      found.push({ ...unjudgedFor(file.path, report.reason), planLike: true })
  }
  return found
}

function whyPassedOver(path: string): string {
  return isMdx(path) ? 'MDX is judged where it is named' : 'lies at no usual place'
}

function inOrder(files: readonly Candidate[]): Candidate[] {
  const wanted = files.filter(file => !isWellKnown(file.path))
  const isPlace = ({ path }: Candidate): boolean =>
    isSearched(path) || /plan|spec|task|todo|backlog|roadmap|rfc|stor(?:y|ies)|design|proposal|prd/i.test(path)
  return [...wanted.filter(isPlace), ...wanted.filter(file => !isPlace(file))]
}
