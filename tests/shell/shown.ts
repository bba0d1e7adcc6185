import { parseScript, pathsOf, referencesOf } from '../../src/shell/index.ts'
import type { PathUse, CommandReference } from '../../src/shell/index.ts'

/** What the commands of a text need, but for the folders they enter, as one would note it: `npm run test @pkg in web`, `make all of x.mk`, `a.py::test_b by pytest`. */
export function needed(text: string): string[] {
  return referencesOf(parseScript(text, 'bash')).flatMap(reference => {
    if (reference.kind === 'path' && reference.runner === 'cd') return []
    if (reference.end <= reference.start) throw new Error(`${text}: nothing stands there`)
    return noteOf(reference) + ('cwd' in reference ? ` in ${reference.cwd}` : '')
  })
}

function noteOf(reference: CommandReference): string {
  if (reference.kind === 'path')
    return `${reference.path}${'id' in reference ? `::${reference.id}` : ''} by ${reference.runner}`
  if (reference.kind === 'crate')
    return `cargo ${reference.what} ${reference.name}${reference.of === undefined ? '' : ` of ${reference.of}`}`
  if (reference.kind === 'go-package') return `go ${reference.name}`
  if (reference.kind === 'python-package') return `uv ${reference.name}`
  if (reference.kind === 'gradle-project') return `gradle ${reference.name}`
  if (reference.kind !== 'npm-script')
    return `${reference.kind === 'make-target' ? 'make' : 'just'} ${reference.target}${'file' in reference ? ` of ${reference.file}` : ''}`
  return `${reference.manager} run ${reference.script}${'orProgram' in reference ? '?' : ''}${'workspace' in reference ? ` @${reference.workspace}` : ''}`
}

/** Files that the commands of a text read, then, after `>`, those that they make. */
export function filesOf(text: string): string {
  const { uses, creates } = pathsOf(parseScript(text, 'bash'))
  const shown = (found: readonly PathUse[]): string => found.map(({ path }) => path).join(' ')
  return creates.length > 0 ? `${shown(uses)} > ${shown(creates)}`.trim() : shown(uses)
}
