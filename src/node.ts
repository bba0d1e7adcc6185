/** The package in Node: as in a browser, and the plugins ask the repository that holds a file. */
import type { Root } from 'mdast'
import type { Plugin } from 'unified'
import { createPlugin, createRulePlugin as pluginOf } from './lint/remark.ts'
import type { FileSurroundings } from './lint/remark.ts'
import { surround } from './repo/around.ts'
import { createNaming } from './repo/from-top.ts'
import { siblingsOnDisk } from './sets/disk.ts'
import type { Siblings } from './sets/siblings.ts'
import type { Rule } from './lint/rule.ts'

export * from './index.ts'
export { siblingsOnDisk } from './sets/disk.ts'
export default createPlugin(around)

/**
 * One rule as a plugin of its own.
 *
 * @param rule of planlint, or one that `defineRule` declared
 * @returns a plugin that takes a severity, or a severity with options, as those of remark-lint do
 */
export function rulePlugin(rule: Rule): Plugin<[unknown?], Root> {
  return pluginOf(rule, around)
}

/** What is known of a working directory. */
interface WorkingFolder {
  /** What was parsed is remembered from one file of a set to the next. */
  siblings: Siblings
  fromTop: (path: string) => string
}

const folders = new Map<string, WorkingFolder>()

/** What lies around a file on disk: its repository, and the files beside it. */
function around(file: { cwd: string; path?: string }): FileSurroundings {
  if (file.path === undefined) return {}
  let folder = folders.get(file.cwd)
  if (!folder) folders.set(file.cwd, (folder = { siblings: siblingsOnDisk(file.cwd), fromTop: createNaming(file.cwd) }))
  const { siblings, fromTop } = folder
  return { ...surround(file), siblings, path: fromTop(file.path) }
}
