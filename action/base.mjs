// The commit that a pull request is compared with.
import { spawnSync } from 'node:child_process'

function git(...words) {
  const { status, stdout } = spawnSync('git', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  return status === 0 ? stdout.trim() : undefined
}

const parentsOf = commit => git('rev-list', '--parents', '-n', '1', commit)?.split(' ').slice(1) ?? []

/**
 * Pull requests are checked out as the merge that GitHub made of them: then its first parent is the base, to the commit. A branch that is checked out itself
 * is compared with the base that the event names. Missing history is fetched, as little as will do.
 *
 * @returns a commit, or undefined where the history can't be had
 */
export function findBase({ base, head }) {
  const merged = () => {
    const [first, second] = parentsOf('HEAD')
    return second === head ? first : undefined
  }
  const compared = () => (git('merge-base', base, 'HEAD') === undefined ? undefined : base)
  const found = merged() ?? compared()
  if (found !== undefined) return found
  const here = git('rev-parse', 'HEAD')
  if (here === undefined) return undefined
  if (git('rev-parse', '--is-shallow-repository') === 'true') {
    git('fetch', '--quiet', '--no-tags', '--deepen=1', 'origin', here)
    const near = merged()
    if (near !== undefined) return near
    git('fetch', '--quiet', '--no-tags', '--unshallow', 'origin', here)
  }
  git('fetch', '--quiet', '--no-tags', 'origin', base)
  return merged() ?? compared()
}

/**
 * Plans are compared with the files of the commit that brought them: a shallow checkout lacks it.
 *
 * @returns whether the history is there now
 */
export function fetchHistory() {
  if (git('rev-parse', '--is-shallow-repository') !== 'true') return true
  const here = git('rev-parse', 'HEAD')
  return here !== undefined && git('fetch', '--quiet', '--no-tags', '--unshallow', 'origin', here) !== undefined
}
