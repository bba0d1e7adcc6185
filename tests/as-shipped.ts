import type { Plugin } from 'vitest/config'

/** Dependencies as users get them: their builds for development assert what the others let pass (a task's box on the line behind its empty item). */
export function asShipped(): Plugin {
  return {
    name: 'as-shipped',
    configResolved({ ssr }) {
      const { conditions } = ssr.resolve!
      conditions!.splice(
        0,
        conditions!.length,
        ...conditions!.filter(condition => condition !== 'development|production')
      )
    }
  }
}
