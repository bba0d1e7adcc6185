/** `--compare <ref>`: which findings are new, and which were mended, since the merge base with a commit. The exit code stays that of what is found now. */
import path from 'node:path'
import type { Comparison, FileReport, Finding } from '../../types.ts'
import { createSiblings } from '../../sets/siblings.ts'
import type { Siblings } from '../../sets/siblings.ts'
import { fileAt } from '../../repo/there/blobs.ts'
import { changedFiles, mergeBase } from '../../repo/past/diff.ts'
import { manyIn } from '../../sets/named-places.ts'
import { decode } from '../files/decode.ts'
import type { Stage, StageContext } from './stage.ts'
import { withRepository } from './git.ts'
import type { Repository } from './git.ts'

export const stage: Stage = {
  options: [
    {
      name: 'compare',
      kind: 'string',
      value: 'REF',
      group: 'Exit code',
      description: 'Say what was mended and what is new since the merge base with this commit'
    }
  ],
  async post(report, context) {
    const ref = context.settings.values.get('compare') as string
    return withRepository('--compare', context.io, async repository => {
      const past = await readPast(ref, report.files, repository, context)
      const compare: Comparison = { ref, fixed: 0, new: 0, persisting: 0 }
      const files: FileReport[] = []
      for (const file of report.files)
        files.push(
          compareFile(file, past.texts.has(file) ? await findingsThen(file, past, context) : file.findings, compare)
        )
      return { ...report, files, compare }
    })
  }
}

/** What plans were then. */
interface Past {
  /** The text that each plan had, undefined where there was none; plans that did not change, and nothing beside them, are left out. */
  texts: Map<FileReport, string | undefined>
  /** The files beside them, as they were. */
  siblings: Siblings
}

async function readPast(
  ref: string,
  files: readonly FileReport[],
  { place, locate }: Repository,
  { settings, io }: StageContext
): Promise<Past> {
  const base = await mergeBase(place, ref)
  const changes = new Map((await changedFiles(place, ref)).map(change => [change.path, change]))
  const inside = (name: string): string | undefined => locate(path.resolve(io.cwd, name))
  const nameThen = (name: string): string => {
    const now = inside(name)
    return (now === undefined ? undefined : (changes.get(now)?.from ?? now)) ?? ''
  }
  // The text of standard input is in no work tree.
  const isAny = settings.patterns.includes('-')
  const names = new Map<FileReport, string>()
  const beside = new Map<string, string>()
  for (const file of files) {
    const places = (file.beside ?? []).map(each => each.path)
    const isChanged = [file.path, ...places].some(each => changes.has(inside(each) ?? ''))
    if (!isChanged && inside(file.path) !== undefined && !isAny) continue
    names.set(file, nameThen(file.path))
    for (const each of places) beside.set(each, nameThen(each))
  }
  const blobs = await fileAt(place, base, [...names.values(), ...beside.values()])
  const textThen = (name: string): string | undefined => {
    const blob = blobs.get(name)
    const read = blob === undefined || 'tooLarge' in blob ? undefined : decode(blob)
    return read?.ok ? read.text : undefined
  }
  return {
    texts: new Map([...names].map(([file, name]) => [file, textThen(name)])),
    siblings: createSiblings(each => {
      if (manyIn(each)) return { trouble: 'only the files that were named were read' }
      const text = textThen(beside.get(each) ?? '')
      return text === undefined ? undefined : { text }
    })
  }
}

async function findingsThen(
  file: FileReport,
  { texts, siblings }: Past,
  { io, lint }: StageContext
): Promise<Finding[]> {
  const text = texts.get(file)
  return text === undefined
    ? []
    : (await lint(text, { file: path.resolve(io.cwd, file.path), path: file.path }, siblings)).findings
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
