import { matchesGlob } from '../../files/paths.ts'
import data from './allowed.json' with { type: 'json' }

const names = new Set(data.lockfiles)

/** Why a change needs no plan. */
export type Allowance = 'lockfile' | 'generated' | 'tool' | 'allowed'

/**
 * Tells which changes come along with others and are not worth planning: lockfiles, generated files, what tools leave behind, and what the user names.
 *
 * @param globs The user's own, matched at any depth.
 */
export function allowance(globs: readonly string[]): (path: string) => Allowance | undefined {
  return path => {
    if (names.has(path.slice(path.lastIndexOf('/') + 1))) return 'lockfile'
    if (data.generated.some(glob => matchesGlob(glob, path))) return 'generated'
    if (data.tools.some(glob => matchesGlob(glob, path))) return 'tool'
    return globs.some(glob => matchesGlob(glob, path)) ? 'allowed' : undefined
  }
}

/** Globs of a `.gitattributes` whose files are said to be generated, as GitHub reads it. */
export function generatedGlobs(gitattributes: string): string[] {
  return gitattributes.split('\n').flatMap(line => {
    const [glob = '', ...attributes] = line.trim().split(/[ \t]+/)
    const isGenerated = attributes.some(attribute => /^linguist-generated(?:=true|=1)?$/.test(attribute))
    return isGenerated && !glob.startsWith('#') ? [glob.replace(/^\//, '')] : []
  })
}
