import { wrapperPairs, wrappers } from './tools.ts'

const assignment = /^[A-Za-z_]\w*=/

/** The index of the word that names the program, after those that only run it; 0 where nothing follows them. */
export function programIndex(words: readonly string[]): number {
  let index = 0
  for (let round = 0; round < 6; round++) {
    const next = skipOne(words, index)
    if (next === undefined || next >= words.length) break
    index = next
  }
  return index
}

function skipOne(words: readonly string[], index: number): number | undefined {
  const name = (words[index] ?? '').replace(/^\/(?:usr\/(?:local\/)?)?bin\//, '')
  if (/(?:^|[\\/])(?:python|pypy)[\d.]*(?:\.exe)?$|^py$/.test(name))
    return words[index + 1] === '-m'
      ? index + 2
      : name === 'py' && /^-\d/.test(words[index + 1] ?? '') && words[index + 2] === '-m'
        ? index + 3
        : undefined
  if (Object.hasOwn(wrapperPairs, name)) {
    const pair = wrapperPairs[name]!
    const verb = skipOptions(words, index + 1, pair.before)
    if (pair.words.has(words[verb] ?? '')) return skipOptions(words, verb + 1, pair.options)
  }
  if (!Object.hasOwn(wrappers, name)) return undefined
  const { options, operands = 0 } = wrappers[name]!
  let at = skipOptions(words, index + 1, options)
  if (operands > 0 && /^[\d.]+[smhd]?$/.test(words[at] ?? '')) at += operands
  while (/^(?:env|cross-env|sudo)$/.test(name) && assignment.test(words[at] ?? '')) at++
  return words[at]?.startsWith('-') ? undefined : at
}

/** The `-m` of `uv run -m pytest` has no value either: what follows it is run. */
function skipOptions(words: readonly string[], from: number, valued: ReadonlySet<string> | undefined): number {
  let at = from
  while (at < words.length && words[at]!.startsWith('-')) {
    if (words[at] === '--') return at + 1
    at += valued?.has(words[at]!) ? 2 : 1
  }
  return at
}
