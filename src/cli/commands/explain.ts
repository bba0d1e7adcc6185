/** `planlint explain <rule>`: the rule's page in the terminal. */
import { didYouMean } from '../../util/suggest.ts'
import { wantsColor } from '../output/color.ts'
import { commonOptions } from '../args/shared-options.ts'
import type { Call, Command } from '../call.ts'
import { UsageError } from '../io.ts'
import type { ExitCode } from '../io.ts'

/** Says to maintainers that a page is generated. */
const madeBy = /\n<!--[^\n]{0,200}-->\n/

export const explain: Command = {
  usage: 'planlint explain <rule>',
  description: 'Show the page of a rule',
  minWords: 1,
  words: 'rule',
  options: commonOptions,
  run
}

async function run({ parsed, io, services }: Call): Promise<ExitCode> {
  const rules = await services.rules()
  const pages = parsed.words.map(word => {
    const id = word.replace(/^planlint\/rules\//, '')
    const rule = rules.find(each => each.id === id)
    if (!rule)
      throw new UsageError(
        `Unknown rule "${word}"${didYouMean(
          id,
          rules.map(each => each.id)
        )}; planlint rules lists them`
      )
    return rule.markdown.replace(madeBy, '')
  })
  const isColoured = wantsColor(parsed.values.get('color') as boolean | undefined, io)
  io.stdout.write(pages.map(page => (isColoured ? paint(page) : page).trimEnd() + '\n').join('\n'))
  return 0
}

/** Headings bold, code blocks dim: Markdown reads well enough as it is. */
function paint(markdown: string): string {
  let fence: string | undefined
  return markdown
    .split('\n')
    .map(line => {
      const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
      if (mark !== undefined && (fence === undefined || mark.startsWith(fence)))
        fence = fence === undefined ? mark : undefined
      else if (fence === undefined && line.startsWith('#')) return `\u001B[1m${line}\u001B[22m`
      return fence !== undefined || mark !== undefined ? `\u001B[2m${line}\u001B[22m` : line
    })
    .join('\n')
}
