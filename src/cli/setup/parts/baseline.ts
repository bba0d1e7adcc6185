/** Findings there are already do not count: what is new does. */
import { plural } from '../../../report/text/words.ts'
import type { Part } from '../part.ts'
import { baselineName } from '../plans.ts'
import { optionsOf, withOptions } from '../remarkrc.ts'

export function baselinePart(baseline: (overrides: boolean) => Promise<{ text: string; count: number }>): Part {
  return {
    name: 'baseline',
    async propose(scene) {
      if (scene.has(baselineName) || optionsOf(scene)?.['baseline'] !== undefined)
        return { kind: 'ready', says: `${baselineName} is there` }
      const { text, count } = await baseline(scene.accepted.size > 0 && hasOverrides(optionsOf(scene)))
      if (count === 0) return { kind: 'none', says: 'no findings yet' }
      const says = `${plural(count, 'old finding')} ${count === 1 ? 'does' : 'do'} not count, new ones do`
      const named = withOptions(scene, { baseline: baselineName }, says)
      if (named.kind !== 'change') return named
      return { ...named, changes: [...named.changes, { path: baselineName, text }] }
    }
  }
}

function hasOverrides(options: Record<string, unknown> | undefined): boolean {
  return options?.['overrides'] !== undefined
}
