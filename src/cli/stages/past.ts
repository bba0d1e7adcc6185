/** Plans as they were at the merge base with a commit, and what would have been said of them. */
import path from 'node:path'
import type { FileReport } from '../../types.ts'
import { createSiblings } from '../../sets/siblings.ts'
import type { Siblings } from '../../sets/siblings.ts'
import { fileAt } from '../../repo/there/blobs.ts'
import { changedFiles, mergeBase } from '../../repo/past/diff.ts'
import { manyIn } from '../../sets/named-places.ts'
import { decode } from '../files/decode.ts'
import type { StageContext } from './stage.ts'
import type { Repository } from './git.ts'

/** What plans were then. */
interface EarlierPlans {
  /** The text that each plan had, undefined where there was none; plans that did not change, and nothing beside them, are left out. */
  texts: Map<FileReport, string | undefined>
  /** The files beside them, as they were. */
  siblings: Siblings
}

export async function readPast(
  ref: string,
  files: readonly FileReport[],
  { place, locate }: Repository,
  { settings, io }: StageContext
): Promise<EarlierPlans> {
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
      if (manyIn(each)) return { failure: 'only the files that were named were read' }
      const text = textThen(beside.get(each) ?? '')
      return text === undefined ? undefined : { text }
    })
  }
}

/** @returns the report on a plan as it was; undefined where it was not there */
export async function reportThen(
  file: FileReport,
  { texts, siblings }: EarlierPlans,
  { io, lint }: StageContext
): Promise<FileReport | undefined> {
  if (!texts.has(file)) return file
  const text = texts.get(file)
  return text === undefined
    ? undefined
    : lint(text, { file: path.resolve(io.cwd, file.path), path: file.path }, siblings)
}
