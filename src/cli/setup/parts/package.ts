/** planlint among the packages that the project develops with: hooks and CI then run one version. */
import { version } from '../../version.ts'
import { setInJson } from '../edit/json.ts'
import type { SetupPart } from '../part.ts'

const file = 'package.json'

export const packagePart: SetupPart = {
  name: 'package',
  propose({ manifest, manager, read, first }) {
    if (!manifest) {
      // pre-commit brings what it runs.
      const brings =
        first('.pre-commit-config.yaml', '.pre-commit-config.yml') === undefined ? 'npx fetches' : 'pre-commit installs'
      return { kind: 'none', says: `no package.json: ${brings} planlint when a hook first calls it` }
    }
    const isThere = [
      manifest['name'] === 'planlint' || undefined,
      dependency(manifest, 'devDependencies'),
      dependency(manifest, 'dependencies')
    ]
    if (isThere.some(each => each !== undefined)) return { kind: 'ready', says: `planlint is in ${file}` }
    const text = edit(read(file) ?? '')
    if (text === undefined)
      return {
        kind: 'by-hand',
        says: `${file} can't be edited`,
        lines: `${manager} ${manager === 'npm' ? 'install --save-dev' : 'add --dev'} planlint`
      }
    return {
      kind: 'change',
      says: 'planlint among the devDependencies',
      changes: [{ path: file, text }],
      commands: [`${manager} install`]
    }
  }
}

function edit(text: string): string | undefined {
  try {
    return setInJson(text, ['devDependencies', 'planlint'], `^${version}`, true)
  } catch {
    return undefined
  }
}

function dependency(manifest: Record<string, unknown>, field: string): unknown {
  return (manifest[field] as Record<string, unknown> | undefined)?.['planlint']
}
