/** What completion scripts are made of. */
import type { Command, Commands } from '../call.ts'
import { diffFormats } from '../../apps/diff/index.ts'
import { statusFormats } from '../../apps/status/index.ts'
import type { OptionSpec, ValueSource } from '../args/option.ts'
import type { Services } from '../runtime/services.ts'

export interface CompletionCommand {
  /** Empty for the default command. */
  name: string
  description: string
  options: CompletionOption[]
  words: WordSource | undefined
}

type WordSource = ValueSource | 'shell'

export interface CompletionOption {
  /** With dashes, long name first. */
  flags: string[]
  description: string
  isRepeatable: boolean
  /** Where a value comes from; undefined where the option takes none; `text` where it can't be guessed. */
  value: WordSource | 'text' | undefined
}

export interface CompletionData {
  commands: CompletionCommand[]
  /** The words of each source; files are the shell's own. */
  lists: Record<Exclude<WordSource, 'file'>, string[]>
}

export async function completionData(services: Services, { main, named }: Commands): Promise<CompletionData> {
  const [formats, profiles, rules] = await Promise.all([services.formats(), services.profiles(), services.ruleIds()])
  const commands = Object.entries({ '': main, ...named })
  return {
    commands: await Promise.all(commands.map(async ([name, load]) => toCommand(name, await load()))),
    lists: {
      format: Object.keys(formats),
      'list-format': ['text', 'json'],
      'status-format': Object.keys(statusFormats),
      'diff-format': Object.keys(diffFormats),
      profile: profiles.map(profile => profile.name),
      rule: [...rules],
      shell: ['bash', 'zsh', 'fish']
    }
  }
}

function toCommand(name: string, { description, options, words }: Command): CompletionCommand {
  return { name, description, options: options.flatMap(toOptions), words }
}

function toOptions(spec: OptionSpec): CompletionOption[] {
  const { description, isRepeatable = false } = spec
  const value = spec.kind === 'string' || spec.kind === 'count' ? (spec.source ?? 'text') : undefined
  const negative: CompletionOption = { flags: [`--no-${spec.name}`], description, isRepeatable, value: undefined }
  if (spec.kind === 'negative') return [negative]
  const positive: CompletionOption = {
    flags: [`--${spec.name}`, ...(spec.alias ? [`-${spec.alias}`] : [])],
    description,
    isRepeatable,
    value
  }
  return spec.isNegatable ? [positive, negative] : [positive]
}
