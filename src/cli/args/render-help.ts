/** The help of a command, rendered by yargs from its options. */
import yargs from 'yargs'
import { groups } from './option.ts'
import type { OptionSpec } from './option.ts'

/** Wider lines are hard to read. */
const maxColumns = 110

/**
 * @param usage what stands above the options
 * @param columns the terminal's width
 * @param epilogue what stands below them
 */
export async function renderHelp(
  usage: string,
  specs: readonly OptionSpec[],
  columns: number,
  epilogue: string
): Promise<string> {
  const parser = yargs([])
    .scriptName('planlint')
    .locale('en')
    .help(false)
    .version(false)
    .exitProcess(false)
    .usage(usage)
    .wrap(Math.min(columns, maxColumns))
    .epilogue(epilogue)
  const inOrder = groups.flatMap(group => specs.filter(spec => spec.group === group))
  for (const spec of inOrder) {
    const isFlag = spec.kind === 'boolean' || spec.kind === 'negative'
    parser.option(spec.kind === 'negative' ? `no-${spec.name}` : spec.name, {
      ...(spec.alias ? { alias: spec.alias } : {}),
      type: isFlag ? 'boolean' : 'string',
      group: spec.group + ':',
      description: (spec.value ? `${spec.value}: ` : '') + spec.description
    })
  }
  // The types that yargs adds say nothing to a user.
  return (
    (await parser.getHelp())
      .replace(/ *\[(?:string|boolean)\]$/gm, '')
      .replace(/\n +\n/g, '\n')
      .replace(/\n{3,}/g, '\n\n') + '\n'
  )
}
