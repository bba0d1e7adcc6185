import type { Plan } from '../../src/plan/bind-types.ts'
import type { Problem } from '../../src/lint/rule.ts'

/** The messages about tags; worded with the rule's other messages. */
export type TagMessage = 'unclosed' | 'stray' | 'crossed'

/** Tags without their partner: tools that cut a plan by its tags lose what stands between them, or take too much. */
export function* checkTags({ outline: { lines, tagFaults } }: Plan): Iterable<Problem<TagMessage>> {
  for (const { kind, name, found, place, opened } of tagFaults)
    yield {
      message: kind,
      data: { name, ...(found === undefined ? {} : { found }) },
      at: lines.placeOf(place),
      help:
        kind === 'stray'
          ? `Write <${name}> where it begins, or take the tag out`
          : kind === 'crossed'
            ? `Write </${name}> there`
            : `Write </${name}> where it ends`,
      ...(opened ? { related: [{ place: lines.placeOf(opened), message: 'It is opened here' }] } : {})
    }
}
