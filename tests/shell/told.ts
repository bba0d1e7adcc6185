import { detailOf, helpOf } from '../../rules/verification-quality/words.ts'
import type { FlawReport } from '../../src/shell/index.ts'
import { flawsOf, parseScript } from '../../src/shell/index.ts'

/** A flaw where it stands, in the words of the rule that tells of it. */
export interface Told {
  flaw: FlawReport['flaw']
  start: number
  end: number
  detail: string
  help: string
}

export function told(text: string, lang = 'bash'): Told[] {
  return flawsOf(parseScript(text, lang)).map(report => {
    const { flaw, start, end } = report
    return { flaw, start, end, detail: detailOf(report), help: helpOf(report) }
  })
}
