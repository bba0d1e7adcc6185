import { announcementsOf } from '../../src/plan/files/announced.ts'
import { cratesFor, crateFiles, plannedCrates, type CrateReference } from '../../src/plan/files/crate-files.ts'
import { didYouMean } from '../../src/util/suggest.ts'
import { needManifest, type NeedContext, type Need } from './need.ts'

const targets: Record<CrateReference['what'], string> = {
  package: 'package',
  test: 'test target',
  bin: 'program',
  example: 'example',
  bench: 'benchmark'
}

/** `cargo test -p relay --test queue`: the package, and the file of the target. */
export function needCrate(reference: CrateReference, around: NeedContext): Need | undefined {
  const { ground, plan, made } = around
  const { what, name, cwd = '' } = reference
  const crates = ground.facts.crates()
  const planned = plannedCrates(ground)
  if (crates.length === 0 && planned.length === 0)
    return ground.facts.targets('cargo', cwd) ? undefined : needManifest('Cargo.toml', `cargo ${name}`, cwd, around)
  if (what === 'package') {
    const isKnown = crates.some(crate => crate.name === name || crate.dependencies.has(name))
    const isPlanned = planned.some(dir => isNamedBy(name, dir.slice(dir.lastIndexOf('/') + 1)))
    if (isKnown || isPlanned || announcementsOf(name, 'Cargo.toml', plan).length > 0) return undefined
    return {
      message: 'target',
      data: { name, file: 'the workspace', what: targets.package },
      help: `Name one of its packages${didYouMean(
        name,
        crates.map(crate => crate.name)
      )}`
    }
  }
  const asked = cratesFor(reference, ground)
  const files = crateFiles(reference, ground)
  if (
    files.length === 0 ||
    asked.some(({ declared }) => declared.some(each => each.what === what && each.name === name))
  )
    return undefined
  if (files.some(file => made.has(file) || ground.mayStand(file))) return undefined
  if (announcementsOf(name, 'Cargo.toml', plan).length > 0) return undefined
  const [near] = ground.near(files[0]!)
  return {
    message: 'path',
    data: { name: files[0]!, file: files[0]!, what: targets[what] },
    help:
      near && near.why !== 'deleted'
        ? `Write "${near.path}", if that is meant`
        : 'Correct the name, or let the plan create the file'
  }
}

/** A package called `relay-store` lies in a folder `store` or `relay-store`. */
function isNamedBy(name: string, folder: string): boolean {
  const plain = (text: string): string => text.replaceAll('_', '-')
  return plain(name) === plain(folder) || plain(name).endsWith(`-${plain(folder)}`)
}
