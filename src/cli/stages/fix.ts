/**
 * `--fix` fixes plans in place; `--fix-dry-run` shows the same change as a diff and writes nothing. Both report what is left in the fixed text. With
 * `--scaffold`, skeletons of what is missing are inserted besides.
 * Standard input has no file: with `--fix`, the fixed text goes to standard output and the report to standard error.
 */
import { applyFixes } from '../../fix/apply.ts'
import type { FixOutcome } from '../../fix/apply.ts'
import { withoutClaims } from '../../fix/prove.ts'
import type { FileReport, FatalError } from '../../types.ts'
import type { Candidate } from '../discover/discovery.ts'
import { UsageError } from '../io.ts'
import type { LintContext, LintText, Stage } from './stage.ts'
import { readPlan } from '../files/read.ts'
import { writeAtomically } from '../files/write.ts'
import { unifiedDiff } from './unified-diff.ts'

export const stage: Stage = {
  options: [
    { name: 'fix', kind: 'boolean', group: 'Fixing', description: 'Mend what can be mended safely' },
    {
      name: 'scaffold',
      kind: 'boolean',
      group: 'Fixing',
      description: 'With --fix: also insert skeletons of what is missing, to be filled in'
    },
    {
      name: 'fix-dry-run',
      kind: 'boolean',
      group: 'Fixing',
      description: 'Show what --fix would change, as a diff, and write nothing'
    }
  ],
  check({ values }) {
    if (values.get('fix') === true && values.get('fix-dry-run') === true)
      throw new UsageError('Conflicting --fix and --fix-dry-run: choose one')
    if (values.get('scaffold') === true && values.get('fix') !== true && values.get('fix-dry-run') !== true)
      throw new UsageError('Missing --fix: --scaffold says what else --fix inserts')
  },
  async lint(text, file, next, context) {
    const isDryRun = context.settings.values.get('fix-dry-run') === true
    // What was remembered knows nothing of files that were written since.
    const lint: LintText = async each => context.withoutRenames(await next(each), file.file)
    const fixed = await applyFixes(text, lint, { scaffold: context.settings.values.get('scaffold') === true })
    const report: FileReport = {
      ...withoutClaims(fixed.report, fixed.report.findings),
      fixed: { count: fixed.fixed, ...(isDryRun ? { isDryRun } : {}) }
    }
    if (fixed.fighting.length > 0) report.fatalErrors.push(fight(fixed.fighting))
    if (fixed.isCutShort)
      report.notes = [
        ...report.notes,
        'some fixes were not tried, since many of them bring other findings: mend those by hand'
      ]
    if (fixed.anchors.length > 0) report.notes = [...report.notes, renamed(fixed.anchors)]
    const fatal = isDryRun ? show(text, fixed, file, context) : await write(text, fixed, file, context)
    if (fatal) return { ...(await next(text)), fatalErrors: [...report.fatalErrors, fatal] }
    return report
  }
}

/** So many are named. */
const mostNamed = 3

/** Who links to a heading from elsewhere can't be known here. */
function renamed(anchors: FixOutcome['anchors']): string {
  const named = anchors.slice(0, mostNamed).map(([before, after]) => `#${before} is #${after}`)
  const more = anchors.length > mostNamed ? ` (and ${anchors.length - mostNamed} more)` : ''
  return `links from other files to renamed headings are not changed: ${named.join(', ')}${more}`
}

function fight(rules: readonly string[]): FatalError {
  return {
    code: 'fix-conflict',
    message: `Fixes of ${rules.join(' and ')} undo each other: mend one by hand, and please report this`
  }
}

function show(text: string, fixed: FixOutcome, file: Candidate, { settings, io, formats }: LintContext): undefined {
  const diff = unifiedDiff(text, fixed.text, file.path)
  // Programs that read a report could do nothing with a diff before it.
  const isFree = settings.outputs.every(
    output => output.file !== undefined || formats.get(output.format)?.isForPeople === true
  )
  ;(isFree ? io.stdout : io.stderr).write(diff)
}

/** @returns why nothing was written */
async function write(
  text: string,
  fixed: FixOutcome,
  file: Candidate,
  { io }: LintContext
): Promise<FatalError | undefined> {
  if (file.isStdin) {
    io.stdout.write((file.bom ? '\uFEFF' : '') + fixed.text)
    return undefined
  }
  if (fixed.text === text) return undefined
  const now = await readPlan(file.file, { bytes: Infinity })
  if (!now.ok) return now.fatal
  if (now.text !== text)
    return { code: 'changed-meanwhile', message: 'File changed since it was read: left as it was; run again' }
  const written = await writeAtomically(file.file, fixed.text, now, { root: io.cwd })
  return written.ok ? undefined : written.fatal
}
