import { defineRule } from '../../src/lint/rule.ts'
import { lintComments } from '../../src/plan/lint-comments.ts'
import { suggest } from '../../src/util/suggest.ts'
import { otherRules } from './others.ts'

export default defineRule<'unknown' | 'unused'>({
  id: 'lint-comment',
  summary: 'Comments that silence rules name rules that there are, and silence something.',
  why: 'A misspelt comment silences nothing and looks as if it did; one that is left over silences the next mistake.',
  whenOff: 'Where the document is also checked by remark-lint rules of your own, whose names planlint cannot know.',
  severity: 'warning',
  messages: {
    unknown: d => `Unknown rule "${d.id}" in a lint comment`,
    unused: d => `Unused "${d.verb} ${d.id}": it silences nothing`
  },
  *check({ plan, ruleIds = [] }) {
    if (ruleIds.length === 0) return
    for (const { ids } of lintComments(plan.outline))
      for (const { id, place } of ids) {
        if (ruleIds.includes(id) || otherRules.has(id)) continue
        const near = suggest(id, ruleIds)
        yield {
          message: 'unknown',
          data: { id },
          at: place,
          help: near === undefined ? 'Take it out' : `Write "${near}"`,
          ...(near === undefined
            ? {}
            : {
                fixes: [
                  {
                    title: `Write "${near}"`,
                    edits: [{ start: place.start.offset, end: place.end.offset, text: near }],
                    safe: false
                  }
                ]
              })
        }
      }
  },
  *checkSilence(unused) {
    for (const { verb, id, place } of unused)
      yield { message: 'unused', data: { verb, id }, at: place, help: 'Take it out' }
  }
})
