import type { CommandReference } from '../../src/shell/index.ts'
import { needCrate } from './crates.ts'
import { needGoPackage } from './go-packages.ts'
import { isWorkingFolder, type NeedContext, type Need } from './need.ts'
import { needPath } from './paths.ts'
import { needPackage, needProject, needScript, needTarget } from './scripts.ts'

/** What a reference of a command lacks; nothing where it is there, where the plan makes it, and where it cannot be told. */
export function needOf(reference: CommandReference, around: NeedContext): Need | undefined {
  switch (reference.kind) {
    case 'path':
      return needPath(reference, around, folder => isWorkingFolder(folder, around))
    case 'npm-script':
      return needScript(reference, around)
    case 'crate':
      return needCrate(reference, around)
    case 'go-package':
      return needGoPackage(reference, around)
    case 'gradle-project':
      return needProject(reference, around)
    case 'python-package':
      return needPackage(reference, around)
    default:
      return needTarget(reference, around)
  }
}
