/** `--compare <ref>`: which findings are new, and which were mended, since the merge base with a commit. The exit code stays that of what is found now. */
import path from 'node:path'
import type { Comparison, FileReport, Finding } from '../../types.ts'
import { fileAt } from '../../repo/there/blobs.ts'
import { changedFiles, mergeBase } from '../../repo/past/diff.ts'
import { decode } from '../files/decode.ts'
import type { Stage, StageContext } from './stage.ts'
import { withRepository } from './git.ts'
import type { Repository } from './git.ts'

export const stage: Stage = {
  async post(report, context) {
    const ref = context.settings.values.get('compare') as string
    return withRepository('--compare', context.io, async repository => {
      const past = await readPast(ref, report.files, repository, context)
      const compare: Comparison = { ref, fixed: 0, new: 0, persisting: 0 }
      const files: FileReport[] = []
      for (const file of report.files)
        files.push(
          compareFile(file, past.has(file) ? await findingsThen(file, past.get(file), context) : file.findings, compare)
        )
      return { ...report, files, compare }
    })
  }
}

/** The text that each plan had then, undefined where there was none; plans that did not change are left out. */
async function readPast(
  ref: string,
  files: readonly FileReport[],
  { place, locate }: Repository,
  { settings, io }: StageContext
): Promise<Map<FileReport, string | undefined>> {
  const base = await mergeBase(place, ref)
  const changes = new Map((await changedFiles(place, ref)).map(change => [change.path, change]))
  // The text of standard input is in no work tree.
  const isAny = settings.patterns.includes('-')
  const names = new Map<FileReport, string>()
  for (const file of files) {
    const inside = locate(path.resolve(io.cwd, file.path))
    const change = inside === undefined ? undefined : changes.get(inside)
    if (inside === undefined || change || isAny) names.set(file, change?.from ?? inside ?? '')
  }
  const blobs = await fileAt(place, base, [...names.values()])
  return new Map(
    [...names].map(([file, name]) => {
      const blob = blobs.get(name)
      const read = blob === undefined || 'tooLarge' in blob ? undefined : decode(blob)
      return [file, read?.ok ? read.text : undefined]
    })
  )
}

async function findingsThen(
  file: FileReport,
  text: string | undefined,
  { io, lint }: StageContext
): Promise<Finding[]> {
  return text === undefined
    ? []
    : (await lint(text, { file: path.resolve(io.cwd, file.path), path: file.path })).findings
}

function compareFile(file: FileReport, then: readonly Finding[], compare: Comparison): FileReport {
  const before = new Set(then.map(keyOf))
  const findings = file.findings.map(finding => ({ ...finding, isNew: !before.delete(keyOf(finding)) }))
  const fresh = findings.filter(finding => finding.isNew).length
  compare.new += fresh
  compare.persisting += findings.length - fresh
  compare.fixed += before.size
  return { ...file, findings }
}

function keyOf({ rule, fingerprint }: Finding): string {
  return `${rule}\n${fingerprint}`
}
