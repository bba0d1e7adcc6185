/** Headings that two sections beside each other go by: the second of them is never found. */
import type { SectionSpec } from '../schema.ts'
import type { KeyPath } from './walk.ts'

interface DoubledTitle {
  path: KeyPath
  message: string
}

export function* doubledTitles(sections: readonly SectionSpec[], path: KeyPath): Iterable<DoubledTitle> {
  const seen = new Map<string, SectionSpec>()
  for (const [i, section] of sections.entries()) {
    const here = [...path, i]
    const { title, aliases = [] } = section
    const names = [{ name: title, key: ['title'] }, ...aliases.map((name, at) => ({ name, key: ['aliases', at] }))]
    for (const { name, key } of names) {
      const folded = name.toLowerCase()
      const first = seen.get(folded)
      if (first && first.id !== section.id)
        yield { path: [...here, ...key], message: `section "${first.id}" is called "${name}", too` }
      else seen.set(folded, section)
    }
    yield* doubledTitles(section.sections ?? [], [...here, 'sections'])
  }
}
