import type { Refusal } from '../../src/repo/paths.ts'

/** Why a path is never looked up, as the end of a sentence. */
export const refusals: Readonly<Record<Refusal, string>> = {
  long: 'is too long for a path',
  control: 'has a control character',
  scheme: 'is a URL',
  unc: 'is a network path',
  drive: 'names a drive',
  backslash: 'has a backslash',
  absolute: 'is absolute',
  home: 'lies in a home folder',
  git: "lies in git's own folder",
  parent: 'leaves the repository',
  link: 'leads out of the repository by a symbolic link'
}
