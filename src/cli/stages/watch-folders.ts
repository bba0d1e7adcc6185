/** The folders that `--watch` looks at, and the files in them that matter. */
import fs from 'node:fs'
import path from 'node:path'
import picomatch from 'picomatch'
import { candidatesIn } from '../config/find.ts'
import { isMarkdown } from '../../detect/places.ts'
import { walk } from '../discover/walk.ts'
import type { LintSettings } from '../args/settings.ts'

/** A configuration, what it and git leave out, a custom profile. */
const settingsFile = /^(?:\.remarkrc(?:\.\w+)?|\.remarkignore|\.gitignore|.*\.(?:json|ya?ml))$/

/** @param name of a file, without its folder */
export function isRelevant(name: string): boolean {
  return isMarkdown(name) || settingsFile.test(name)
}

/** Where plans may come and go, and where a configuration lies above them. Absolute paths. */
export function watchedFolders({ patterns, config, dataOnly }: LintSettings, cwd: string): Set<string> {
  const folders = new Set<string>()
  for (const pattern of patterns.length > 0 ? patterns : ['.']) {
    const file = path.resolve(cwd, pattern)
    const stat = fs.statSync(file, { throwIfNoEntry: false })
    if (stat && !stat.isDirectory()) folders.add(path.dirname(file))
    else addTree(stat ? file : path.resolve(cwd, picomatch.scan(pattern).base), folders)
  }
  if (typeof config === 'string') folders.add(path.dirname(path.resolve(cwd, config)))
  for (let folder = cwd; folder !== path.dirname(folder); folder = path.dirname(folder))
    if (candidatesIn(folder, dataOnly).length > 0) folders.add(folder)
  return folders
}

function addTree(root: string, folders: Set<string>): void {
  walk(root, {
    wants: () => false,
    isIgnored: () => false,
    onError: () => {},
    onFolder: folder => folders.add(folder)
  })
}
