/** Takes a regular expression apart, as far as it takes to tell whether backtracking can be slow. */

/** One character or class, or a group, with how often it may come. */
export interface Part {
  /** The source of the character or class; for a group, of each in it. */
  atoms: string[]
  min: number
  max: number
  /** A group's branches. */
  branches?: Part[][]
}

/** What the pattern holds that is never fast for sure. */
export class PatternError extends Error {
  override name = 'PatternError'
}

interface Reader { source: string; at: number }

const escape = /\\(?:[pP]\{[^{}]*\}|u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Za-z]|[^])/uy
const klass = /\[(?:\\[^]|[^\]\\])*\]/uy
const quantifier = /(?:[*+?]|\{(\d+)(,(\d*))?\})\??/uy
const named = /\?<[A-Za-z_$][\w$]*>/uy

/**
 * @param source of a pattern that `RegExp` takes with the flag `u`
 * @throws PatternError for lookarounds and backreferences
 */
export function parsePattern(source: string): Part[][] {
  return branchesOf({source, at: 0})
}

function branchesOf(reader: Reader): Part[][] {
  const branches: Part[][] = [[]]
  while (reader.at < reader.source.length && reader.source[reader.at] !== ')') {
    if (reader.source[reader.at] === '|') {
      reader.at++
      branches.push([])
    } else {
      const part = readPart(reader)
      if (part) branches.at(-1)!.push(part)
    }
  }
  return branches
}

function readPart(reader: Reader): Part | undefined {
  const char = reader.source[reader.at]
  if (char === '^' || char === '$') return void reader.at++
  if (char === '(') return readGroup(reader)
  const atom = readAtom(reader)
  return atom === '\\b' || atom === '\\B' ? undefined : {atoms: [atom], ...readQuantifier(reader)}
}

function readGroup(reader: Reader): Part {
  reader.at++
  if (!take(reader, named) && reader.source.startsWith('?:', reader.at)) reader.at += 2
  else if (reader.source[reader.at] === '?') throw new PatternError('look-around or flags inside of it')
  const branches = branchesOf(reader)
  reader.at++
  return {atoms: branches.flat().flatMap(part => part.atoms), branches, ...readQuantifier(reader)}
}

function readAtom(reader: Reader): string {
  const atom = take(reader, klass) ?? take(reader, escape)
  if (atom !== undefined) {
    if (/^\\[1-9k]/.test(atom)) throw new PatternError('a backreference')
    return atom
  }
  const char = String.fromCodePoint(reader.source.codePointAt(reader.at)!)
  reader.at += char.length
  return char
}

function readQuantifier(reader: Reader): {min: number; max: number} {
  quantifier.lastIndex = reader.at
  const match = quantifier.exec(reader.source)
  if (!match) return {min: 1, max: 1}
  reader.at += match[0].length
  const [sign, least, comma, most] = match
  if (sign.startsWith('?')) return {min: 0, max: 1}
  if (least === undefined) return {min: sign.startsWith('+') ? 1 : 0, max: Infinity}
  return {min: Number(least), max: comma === undefined ? Number(least) : most ? Number(most) : Infinity}
}

function take(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at
  const found = pattern.exec(reader.source)?.[0]
  if (found !== undefined) reader.at += found.length
  return found
}
