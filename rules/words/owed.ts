import { enumerate } from '../../src/util/enumerate.ts'
import type { Owed } from '../../src/checks/bare-units.ts'
import { contentNames } from './content.ts'

/** The help for a unit with nothing below its title: "Write its task list, **Goal** and **Verification** with a command". */
export function owedWords({ demands, fields, verification }: Owed): string {
  const [label = 'Verify'] = [...(verification?.fields ?? []), ...(verification?.run ?? [])]
  const words = [
    ...demands.map(({ kind }) => contentNames[kind]),
    ...fields.map(each => `**${each.label}**`),
    ...(verification ? [`**${label}** with a command`] : [])
  ]
  return `Write its ${enumerate(words, 'and')}`
}
