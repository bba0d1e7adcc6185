import type { GoModule } from '../../repo/facts.ts'
import type { CommandReference } from '../../shell/index.ts'
import type { Ground } from './ground.ts'

export type GoReference = Extract<CommandReference, { kind: 'go-package' }>

/** The folder that an import path means in a module of the repository. */
export interface GoFolder {
  module: GoModule
  folder: string
}

/** Folders that an import path may mean: of modules within one another, the inner one's. */
export function goFolders({ name }: Pick<GoReference, 'name'>, ground: Ground): GoFolder[] {
  const found = ground.facts.modules().filter(module => isWithin(name, module.name))
  const longest = Math.max(...found.map(module => module.name.length))
  return found
    .filter(module => module.name.length === longest)
    .map(module => {
      const rest = name.slice(module.name.length + 1)
      return { module, folder: module.dir === '' || rest === '' ? module.dir + rest : `${module.dir}/${rest}` }
    })
}

/** Is an import path that of a module, or of a package in it? */
export function isWithin(name: string, module: string): boolean {
  return name === module || name.startsWith(`${module}/`)
}
