/** The package in Node: as in a browser, and the plugins ask the repository that holds a file. */
import type { Root } from 'mdast'
import type { Plugin } from 'unified'
import { createPlugin, rulePlugin as pluginOf } from './lint/remark.ts'
import { surround } from './repo/around.ts'
import type { Rule } from './lint/rule.ts'

export * from './index.ts'
export default createPlugin(surround)

/** One rule as a plugin of its own. */
export function rulePlugin(rule: Rule): Plugin<[unknown?], Root> {
  return pluginOf(rule, surround)
}
