/** The package in Node: as in a browser, and the plugins ask the repository that holds a file. */
import type { Root } from 'mdast'
import type { Plugin } from 'unified'
import { createPlugin, createRulePlugin as pluginOf } from './lint/remark.ts'
import { surround } from './repo/around.ts'
import { siblingsOnDisk } from './sets/disk.ts'
import type { Siblings } from './sets/siblings.ts'
import type { Rule } from './lint/rule.ts'

export * from './index.ts'
export { siblingsOnDisk } from './sets/disk.ts'
export default createPlugin(around)

/** One rule as a plugin of its own. */
export function rulePlugin(rule: Rule): Plugin<[unknown?], Root> {
  return pluginOf(rule, around)
}

/** By working directory: what was parsed is remembered from one file of a set to the next. */
const siblings = new Map<string, Siblings>()

/** What lies around a file on disk: its repository, and the files beside it. */
function around(file: { cwd: string; path?: string }): ReturnType<typeof surround> & { siblings?: Siblings } {
  if (file.path === undefined) return {}
  let beside = siblings.get(file.cwd)
  if (!beside) siblings.set(file.cwd, (beside = siblingsOnDisk(file.cwd)))
  return { ...surround(file), siblings: beside }
}
