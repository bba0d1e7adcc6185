/** `planlint explain <rule>`: the rule's page in the terminal. */
import { didYouMean } from '../../util/suggest.ts'
import { createStyle } from '../../report/text/style.ts'
import { wantsColor } from '../output/color.ts'
import { pageForTerminal } from '../output/page.ts'
import { commonOptions } from '../args/shared-options.ts'
import type { Call, Command } from '../call.ts'
import { UsageError } from '../io.ts'
import type { ExitCode } from '../io.ts'

/** Says to maintainers that a page is generated. */
const madeBy = /\n<!--[^\n]{0,200}-->\n/

export const explain: Command = {
  usage: 'planlint explain <rule>',
  description: 'Show the page of a rule',
  examples: [['planlint explain step-verification', 'the page of a rule']],
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
  const style = createStyle({ color: true, hyperlinks: false })
  // Elsewhere than at a terminal it is the page as it is: Markdown.
  const shown = isColoured ? pages.map(page => pageForTerminal(page, io.columns, style)) : pages
  io.stdout.write(shown.map(page => page.trimEnd() + '\n').join('\n'))
  return 0
}
