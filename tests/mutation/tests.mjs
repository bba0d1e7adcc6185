/** The tests that judge mutants: in one process, without the package built, and none of those that measure time or try for long. */
import fs from 'node:fs'
import path from 'node:path'

const judging = [
  'tests/findings/fixtures.test.ts',
  'tests/hostile/mutants.test.ts',
  ...['blocks', 'complexity', 'front-matter', 'measures'].map(name => `tests/guard/${name}.test.ts`),
  'tests/files/*.test.ts',
  'tests/outline/*.test.ts',
  'tests/plan/*.test.ts',
  'tests/shell/*.test.ts',
  'tests/rules/*.test.ts',
  ...['command-exists', 'path-exists', 'step-order', 'surroundings'].map(name => `tests/repo-rules/${name}.test.ts`),
  ...['backlog-plan', 'custom', 'design-plan', 'handoff-plan', 'planning-md', 'task-plan'].map(
    name => `tests/profiles/${name}.test.ts`
  ),
  ...['apply', 'kinds', 'skeleton'].map(name => `tests/fix/${name}.test.ts`),
  ...['read', 'write', 'write-answers'].map(name => `tests/cli/${name}.test.ts`)
]

/** Paths of the test files: all that judge, or those that PLANLINT_MUTATE names (`tests/guard/blocks.test.ts,tests/plan/*.test.ts`). */
export function chosenFiles(wanted = process.env['PLANLINT_MUTATE'] ?? '1') {
  return (wanted === '1' ? judging : wanted.split(',')).flatMap(expand)
}

/** Names of tests that are left out: they start processes again and again, or take long without asking more. */
const tooLong =
  /linear|explode|recursion could not|without end|in bounded time|real plans|corpus|families of documents|killed at any moment|too large for the process|take no time|at most one extra|while it is read|catastrophic backtracking|of every kind of piece|on the command line|cut anywhere|in proportion|takes no time|every field and section|none is left out|vocabulary-places/

/** Of the hundreds of spoilt plans, each of which costs what many other tests do, every fifth judges. */
const spoilt = / > mutants of /
const every = 5

/** The tests that judge, of those of a file. */
export function chosenTests(tests) {
  let count = 0
  return tests.filter(({ name }) => !tooLong.test(name) && (!spoilt.test(name) || count++ % every === 0))
}

function expand(pattern) {
  if (!pattern.includes('*')) return [pattern]
  const [folder, name] = [path.posix.dirname(pattern), path.posix.basename(pattern)]
  const [start, end] = name.split('*')
  return fs
    .readdirSync(folder)
    .filter(each => each.startsWith(start) && each.endsWith(end))
    .sort()
    .map(each => `${folder}/${each}`)
}
