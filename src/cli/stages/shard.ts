/** `--shard i/n`: a share of the plans for each of n runs. By path alone, so that a plan's share does not depend on the others. */
import { hash } from '../../util/hash.ts'
import { mostShards, type Shard } from '../output/shards.ts'
import { UsageError } from '../io.ts'
import type { Stage } from './stage.ts'

export const stage: Stage = {
  options: [
    {
      name: 'shard',
      kind: 'string',
      value: 'I/N',
      group: 'Which plans',
      description: 'Only part I of N parts of the plans'
    }
  ],
  none: ({ values }) => `No plan in part ${values.get('shard') as string}`,
  check({ values, patterns }) {
    readShard(values.get('shard') as string)
    if (patterns.includes('-')) throw new UsageError('Conflicting --shard and "-": standard input can\'t be shared out')
  },
  select(found, { settings }) {
    const { part, of } = readShard(settings.values.get('shard') as string)
    return { ...found, files: found.files.filter(({ path }) => shardOf(path, of) === part) }
  },
  async post(report, { settings }) {
    return { ...report, shard: readShard(settings.values.get('shard') as string) }
  }
}

/**
 * @param path relative to the working directory, with `/`
 * @returns from 1 to `of`
 */
function shardOf(path: string, of: number): number {
  return (Number.parseInt(hash(path).slice(0, 12), 16) % of) + 1
}

function readShard(text: string): Shard {
  const [, first, second] = /^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? []
  const [part, of] = [Number(first), Number(second)]
  if (first === undefined || of < 1 || of > mostShards || part < 1 || part > of) {
    throw new UsageError(`Expected I/N after --shard, with I from 1 to N and N up to ${mostShards}, not "${text}"`)
  }
  return { part, of }
}
