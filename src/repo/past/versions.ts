import path from 'node:path'
import { git } from '../git.ts'

/** A file as a commit left it. */
export interface FileVersion {
  commit: string
  /** The commit's day, YYYY-MM-DD. */
  date: string
  text: string
}

/**
 * What git remembers of a file, newest first, under whatever name it had. Total: nothing where there is no repository, or git can't tell.
 *
 * @param file absolute
 * @param most how many versions are asked for
 */
export async function fileVersions(
  file: string,
  most: number,
  env: NodeJS.ProcessEnv = process.env
): Promise<FileVersion[]> {
  const [cwd, name] = [path.dirname(file), path.basename(file)]
  try {
    const log = await git(
      [
        '--literal-pathspecs',
        'log',
        '-z',
        `--max-count=${most}`,
        '--format=%x01%H %cs%x02',
        '--name-only',
        '--follow',
        'HEAD',
        '--',
        name
      ],
      { cwd, env }
    )
    if (log.code !== 0) return []
    const commits = log.out
      .toString('utf8')
      .split('\u0001')
      .flatMap(entry => {
        const [, commit, date, at] = /^([0-9a-f]{40,64}) (\d{4}-\d\d-\d\d)\u0002[\0\n]*([^\0]+)\0*$/.exec(entry) ?? []
        return commit === undefined ? [] : [{ commit, date: date!, at: at! }]
      })
    const versions: FileVersion[] = []
    for (const { commit, date, at } of commits) {
      const blob = await git(['cat-file', 'blob', `${commit}:${at}`], { cwd, env })
      if (blob.code === 0) versions.push({ commit, date, text: blob.out.toString('utf8') })
    }
    return versions
  } catch {
    return []
  }
}
