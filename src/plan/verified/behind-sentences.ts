import type { CommandBlock } from '../../outline/content.ts'
import { spanOf } from '../../outline/nodes.ts'
import { normalise } from '../../outline/text.ts'
import type { Plan, Unit } from '../bind-types.ts'

/** Commands behind a label that follows a sentence: "Mount it. Verify: `npm test`". */
export function behindSentences({ spec, span }: Unit, { content, outline }: Plan): CommandBlock[][] {
  const { fields = [] } = spec.verification ?? {}
  const keys = new Set(fields.map(normalise))
  return content.paragraphs(span).flatMap(paragraph => {
    const own = spanOf(paragraph)
    const text = outline.source.slice(own.start, own.end)
    return [...text.matchAll(labelled)].flatMap(({ index, 0: { length }, groups }) => {
      const start = own.start + index + length
      const commands = keys.has(normalise(groups!['label']!)) ? content.checks({ start, end: own.end }, start) : []
      return commands.length > 0 ? [commands] : []
    })
  })
}

const labelled = /[.;!?)`][ \t\r\n]{1,20}[*_]{0,3}(?<label>\p{L}[\p{L} ]{1,30})[*_]{0,3}[:：][*_]{0,3}/gu
