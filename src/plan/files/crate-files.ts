import type { CrateTarget, CommandReference } from '../../shell/index.ts'
import type { Crate } from '../../repo/facts.ts'
import type { Ground } from './ground.ts'

export type CrateReference = Extract<CommandReference, { kind: 'crate' }>

/** Where cargo looks for what it builds by name. */
export const cargoFolders: Readonly<Record<CrateTarget, string>> = {
  test: 'tests',
  bin: 'src/bin',
  example: 'examples',
  bench: 'benches'
}

/** The packages of cargo that a reference may be of: the one it names, that of its folder, or all of a workspace. */
export function cratesFor({ of, cwd = '' }: CrateReference, ground: Ground): readonly Crate[] {
  const crates = ground.facts.crates()
  if (of === '*') return crates
  if (of !== undefined) return crates.filter(({ name }) => name === of)
  const own = crates.filter(({ dir }) => dir === cwd)
  return own.length > 0 ? own : crates.filter(({ dir }) => cwd === '' || dir.startsWith(`${cwd}/`))
}

/** Folders of packages that the plan makes, by their `Cargo.toml`. */
export function plannedCrates(ground: Ground): string[] {
  return ground.claims.list.flatMap(({ path, mark }) =>
    mark === 'new' && path.endsWith('/Cargo.toml') ? [path.slice(0, -'/Cargo.toml'.length)] : []
  )
}

/** The files of which one must be there for a target of cargo. */
export function crateFiles(reference: CrateReference, ground: Ground): string[] {
  const { what, name } = reference
  if (what === 'package') return []
  const crates = cratesFor(reference, ground)
  const dirs = [...crates.map(({ dir }) => dir), ...plannedCrates(ground)]
  return dirs.flatMap(dir => {
    const prefix = dir === '' ? '' : `${dir}/`
    const isMain = what === 'bin' && (crates.find(crate => crate.dir === dir)?.name ?? name) === name
    return [
      `${prefix}${cargoFolders[what]}/${name}.rs`,
      `${prefix}${cargoFolders[what]}/${name}/main.rs`,
      ...(isMain ? [`${prefix}src/main.rs`] : [])
    ]
  })
}
