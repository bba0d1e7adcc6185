/** A first look at the arguments, cheaper than parsing them: which command, and in which order formats and files come. */
import type { OptionSpec } from './option.ts'

/** One argument: an option (with its value, where it takes one), or a word. */
export interface ArgToken {
  option?: string
  value?: string
  index: number
}

/**
 * @param argv arguments
 * @param specs the options there are
 * @returns options by their long names and words, in order; what follows `--` is left out
 */
export function scan(argv: readonly string[], specs: readonly OptionSpec[]): ArgToken[] {
  const tokens: ArgToken[] = []
  for (let index = 0; index < argv.length && argv[index] !== '--'; index++) {
    const word = argv[index]!
    const start = index
    if (!word.startsWith('-') || word === '-') {
      tokens.push({ value: word, index })
      continue
    }
    const equals = word.indexOf('=')
    const name = equals < 0 ? word : word.slice(0, equals)
    const spec = specOf(name, specs)
    const token: ArgToken = { option: spec?.name ?? name, index: start }
    if (equals >= 0) token.value = word.slice(equals + 1)
    else if (spec && takesValue(spec) && !name.startsWith('--no-') && index + 1 < argv.length)
      token.value = argv[++index]!
    tokens.push(token)
  }
  return tokens
}

function takesValue(spec: OptionSpec): boolean {
  return spec.kind === 'string' || spec.kind === 'count'
}

/** Of joined short options the last one may take a value. */
function specOf(name: string, specs: readonly OptionSpec[]): OptionSpec | undefined {
  if (!name.startsWith('--')) return specs.find(spec => spec.alias === name.at(-1))
  return specs.find(spec => name === `--${spec.name}` || name === `--no-${spec.name}`)
}
