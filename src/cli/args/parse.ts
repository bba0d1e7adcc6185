/** Arguments to checked values, by the parser of yargs; unknown or unfit ones are said clearly. */
import Parser from 'yargs-parser'
import { didYouMean } from '../../util/suggest.ts'
import { UsageError } from '../io.ts'
import type { OptionSpec } from './option.ts'

/** Values by long option name; what was not given is absent. */
export interface ParsedArgs {
  words: string[]
  values: Map<string, boolean | number | string | string[]>
}

/**
 * @param argv the arguments after the command's name
 * @param specs the command's options
 * @throws {UsageError}
 */
export function parse(argv: readonly string[], specs: readonly OptionSpec[]): ParsedArgs {
  const parsed = read(argv, specs)
  const values: ParsedArgs['values'] = new Map()
  const known = new Map(
    specs.flatMap(spec => [
      [spec.name, spec],
      [spec.alias ?? spec.name, spec]
    ])
  )
  for (const [key, value] of Object.entries(parsed)) {
    if (key === '_' || key === '--' || key === '$0' || value === undefined) continue
    const spec = known.get(key)
    if (!spec) throw unknownOption(value === false ? 'no-' + key : key, specs)
    if (key === spec.name) values.set(key, checked(spec, value, specs))
  }
  const words = [...(parsed._ as unknown[]), ...((parsed['--'] as unknown[] | undefined) ?? [])].map(String)
  return { words, values }
}

/** Only the parser of yargs: the rest of it costs half of Node's own start, and is needed for help alone. */
function read(argv: readonly string[], specs: readonly OptionSpec[]): Record<string, unknown> {
  const namesOf = (isFlag: boolean): string[] =>
    specs.filter(spec => (spec.kind === 'boolean' || spec.kind === 'negative') === isFlag).map(spec => spec.name)
  return Parser([...argv], {
    alias: Object.fromEntries(specs.filter(spec => spec.alias).map(spec => [spec.name, [spec.alias!]])),
    boolean: namesOf(true),
    string: namesOf(false),
    configuration: {
      'camel-case-expansion': false,
      'dot-notation': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'greedy-arrays': false,
      'populate--': true
    }
  })
}

function checked(spec: OptionSpec, value: unknown, specs: readonly OptionSpec[]): boolean | number | string | string[] {
  if (spec.kind === 'boolean' || spec.kind === 'negative') {
    const last: unknown = Array.isArray(value) ? value.at(-1) : value
    if (last === true && spec.kind === 'negative') throw unknownOption(spec.name, specs)
    if (last === false && spec.kind === 'boolean' && !spec.isNegatable) throw unknownOption('no-' + spec.name, specs)
    return last as boolean
  }
  const list: unknown[] = Array.isArray(value) ? value : [value]
  if (list.includes(false)) {
    if (!spec.isNegatable) throw unknownOption('no-' + spec.name, specs)
    if (list.length > 1) throw new UsageError(`Conflicting --${spec.name} and --no-${spec.name}`)
    return false
  }
  if (list.includes('')) throw new UsageError(`Missing value of --${spec.name} (${spec.value})`)
  if (spec.isRepeatable) return list as string[]
  if (list.length > 1) throw new UsageError(`Duplicate option --${spec.name}: it takes one value`)
  return spec.kind === 'count' ? count(spec, String(list[0])) : String(list[0])
}

function count(spec: OptionSpec, text: string): number {
  if (!/^\d{1,9}$/.test(text))
    throw new UsageError(`Expected a whole number from 0 after --${spec.name}, not "${text}"`)
  return Number(text)
}

function unknownOption(key: string, specs: readonly OptionSpec[]): UsageError {
  const names = specs.flatMap(spec =>
    spec.kind === 'negative' ? [`no-${spec.name}`] : spec.isNegatable ? [spec.name, `no-${spec.name}`] : [spec.name]
  )
  const dashes = key.length === 1 ? '-' : '--'
  return new UsageError(
    `Unknown option "${dashes}${key}"${key.length === 1 ? '' : didYouMean(key, names, '--')}; see planlint --help`
  )
}
