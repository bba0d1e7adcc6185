/** `--since <ref>`: only plans that differ, or are one plan with a file that differs, from the merge base with a commit, be it committed, staged, in the work tree or untracked. */
import { changedPaths } from '../../repo/past/changes.ts'
import { changedFiles } from '../../repo/past/diff.ts'
import { UsageError } from '../io.ts'
import type { Candidate } from '../discover/discovery.ts'
import type { Stage } from './stage.ts'
import { withRepository } from './git.ts'

export const stage: Stage = {
  options: [
    {
      name: 'since',
      kind: 'string',
      value: 'REF',
      group: 'Which plans',
      description: 'Only plans that changed since the merge base with this commit'
    }
  ],
  isChoosy: true,
  none: ({ values }) => `No plan changed since ${values.get('since') as string}`,
  check({ values, patterns }) {
    if (values.get('staged') === true) throw new UsageError('Conflicting --since and --staged: choose one')
    if (patterns.includes('-')) throw new UsageError('Conflicting --since and "-": standard input has no history')
  },
  async select(found, { settings, io, setOf }) {
    const ref = settings.values.get('since') as string
    return withRepository('--since', io, async ({ place, locate }) => {
      const changed = new Set((await changedFiles(place, ref)).flatMap(changedPaths))
      const files: Candidate[] = []
      for (const each of found.files) {
        const own = [each.file, ...(await setOf(each))]
        if (own.some(file => changed.has(locate(file) ?? ''))) files.push(each)
      }
      return { ...found, files }
    })
  }
}
