/** Findings there are already do not count: what is new does. */
import { plural } from '../../../report/text/words.ts'
import type { SetupPart } from '../part.ts'
import { baselineName } from '../plans.ts'
import { namesOption, optionsOf, withOptions } from '../remarkrc.ts'

/**
 * @param begin a baseline of what there is to be said, with or without the plans that lie elsewhere
 * @param troubles what makes the configuration one that can't be used
 */
export function baselinePart(
  begin: (withElsewhere: boolean) => Promise<{ text: string; count: number }>,
  troubles: () => Promise<readonly string[]>
): SetupPart {
  return {
    name: 'baseline',
    async propose(scene) {
      const options = optionsOf(scene)
      if (namesOption(scene, 'baseline')) return { kind: 'ready', says: 'the configuration names one' }
      const naming = { baseline: baselineName }
      if (scene.has(baselineName))
        return withOptions(scene, naming, `${baselineName} holds for the command, hooks and CI alike`)
      if ((await troubles()).length > 0) return { kind: 'none', says: 'first the configuration has to be mended' }
      const { text, count } = await begin(scene.accepted.size > 0 && options?.['overrides'] !== undefined)
      if (count === 0) return { kind: 'none', says: 'no findings yet' }
      const says = `${plural(count, 'old finding')} ${count === 1 ? 'does' : 'do'} not count, new ones do`
      const named = withOptions(scene, naming, says)
      if (named.kind === 'by-hand') return { ...named, lines: `${named.lines}\nthen: npx planlint --update-baseline` }
      return named.kind === 'change' ? { ...named, changes: [...named.changes, { path: baselineName, text }] } : named
    }
  }
}
