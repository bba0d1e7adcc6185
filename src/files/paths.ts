/** Reads file paths as plans name them, in code spans, trees, tables and running text. Total, linear, no file system. */
import { notPaths, notRoots, sourceRoots } from './file-names.ts'
import { hasGlob } from './glob.ts'
import { remember } from '../util/remember.ts'
import { hasExtension, isFile, isHost, isLookAlike, isName } from './segments.ts'
import { codeSpans, splitList } from './split.ts'

export { matchesGlob } from './glob.ts'
export { foldersAbove, PathIndex, samePath, segmentsOf } from './same-file.ts'

export type PathKind = 'file' | 'directory' | 'glob'

/** Why a path leaves the repository. */
type Escape = 'absolute' | 'parent' | 'home' | 'drive' | 'unc' | 'scheme' | 'control'

export interface PathRef {
  /** As written. */
  raw: string
  /** With `/` separators; without a leading `./`, a trailing slash, and the suffix. */
  path: string
  kind: PathKind
  escapes?: Escape
  /** A place in the file: `:12-30`, `::test_x`, `#L10`. */
  suffix?: string
}

/** Longest path that is read; operating systems stop at about the same. */
export const longestPath = 1024

const controls = /[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/

/**
 * Reads one token (an inline code span, a tree entry, a table cell) as a path; `undefined` when it is none: a call, a flag, a command,
 * a version, `Foo.bar`, an address, a route, a branch. In doubt it is none.
 *
 * @param token - the text, without surrounding markup
 * @param opts - `lenient`: the place is known to hold paths, so `config`, `src/foo` and names with spaces are paths as well
 */
export function readPath(token: string, opts: { lenient?: boolean } = {}): PathRef | undefined {
  return readToken(token, opts.lenient ?? false)?.ref
}

/** A path, and whether it would be one anywhere. */
interface TokenPath {
  ref: PathRef
  sure: boolean
}

/**
 * As `readPath`; tells besides whether the token looks like a path by itself, not only by the place where it stands.
 *
 * @returns shared by all who ask about the same token: not to be changed
 */
export function readToken(token: string, lenient: boolean): TokenPath | undefined {
  return lenient ? readPlaced(token) : readAnywhere(token)
}

const readPlaced = remember(token => read(token, true))
const readAnywhere = remember(token => read(token, false))

function read(token: string, lenient: boolean): TokenPath | undefined {
  const written = token.trim()
  if (written.length > longestPath || /[\n\r]/.test(written)) return undefined
  const hidden = controls.test(written)
  const text = hidden ? written.replace(new RegExp(controls, 'g'), '') : written
  const outside = /^[/\\~$%]|^[A-Za-z][\w+.-]{0,20}:/.test(text) ? readOutside(text, lenient) : undefined
  if (outside === null) return undefined
  const found = outside ? { ref: outside, sure: true } : readInside(text, lenient)
  if (!found) return undefined
  found.ref.raw = token
  if (hidden) found.ref.escapes = 'control'
  return found
}

/** A path that starts outside the repository; `null` when it is an address or a route. */
function readOutside(text: string, lenient: boolean): PathRef | null | undefined {
  const scheme = /^([a-z][a-z0-9+.-]{1,20}):\/\//i.exec(text)
  if (scheme)
    return text.length > scheme[0].length && namesFile(scheme[1]!, lenient) ? refOf(text, text, 'scheme') : null
  if (/^[A-Za-z]:[\\/][^\\/\s]/.test(text)) return plain(text) ? refOf(text, text, 'drive') : null
  if (/^\\\\[\w.$-]+\\/.test(text)) return plain(text) ? refOf(text, text, 'unc') : null
  if (/^(?:~[\w-]{0,32}|\$HOME|\$\{HOME\}|%USERPROFILE%)[\\/]/.test(text))
    return plain(text) ? refOf(text, text, 'home') : null
  if (!text.startsWith('/')) return undefined
  return isAbsolute(text, lenient) ? refOf(text, text, 'absolute') : null
}

const namesFile = (scheme: string, lenient: boolean): boolean =>
  /^file$/i.test(scheme) || (lenient && !/^(?:https?|wss?|git|ssh)$/i.test(scheme))

const plain = (text: string): boolean => !/["`;|\s]|\(\)/.test(text)

const systemRoots =
  /^\/(?:Users|home|etc|tmp|var|usr|opt|root|mnt|media|private|Applications|Volumes|Library|srv|proc|sys|workspace|workspaces|repo|app|data)\//

/** Files of the machine, not the routes and slash commands that look like them. */
function isAbsolute(text: string, lenient: boolean): boolean {
  if (!plain(text) || (/^\/\/|^\/dev\/|[{}<>?=&:]|\/$/.test(text) && !systemRoots.test(text))) return false
  const segments = text.split('/').filter(Boolean)
  const last = segments.at(-1) ?? ''
  if (/^\/(?:api|v\d+)\//.test(text)) return false
  if (segments.length >= 2 && hasExtension(cutSuffix(last)[0], true))
    return systemRoots.test(text) || !/\.html?$/.test(last)
  return (
    segments.length >= (lenient ? 2 : 3) && systemRoots.test(text) && !/^\/(?:app|data|repo|workspaces?)\//.test(text)
  )
}

function readInside(text: string, lenient: boolean): TokenPath | undefined {
  const [body, suffix] = cutSuffix(text)
  const slashed = body.includes('\\') ? fromBackslashes(body) : body
  if (slashed === undefined) return undefined
  const normal = normalise(slashed)
  const directory = slashed.endsWith('/')
  if (!normal || (directory && suffix)) return undefined
  const found = kindOf(normal.path, directory, lenient)
  if (!found) return undefined
  const ref: PathRef = { raw: text, path: normal.path, kind: found.kind }
  if (normal.parent) ref.escapes = 'parent'
  if (suffix) ref.suffix = suffix
  return { ref, sure: found.sure && !/\s/.test(text) }
}

function refOf(raw: string, text: string, escapes: Escape): PathRef {
  const [body, suffix] = escapes === 'drive' || escapes === 'scheme' ? [text, ''] : cutSuffix(text)
  const path = body.replaceAll('\\', '/')
  const directory = path.endsWith('/')
  const kind = directory ? 'directory' : hasGlob(path) ? 'glob' : 'file'
  return { raw, path: directory ? path.slice(0, -1) : path, kind, escapes, ...(suffix && { suffix }) }
}

/** Splits `a.py:12-30, 41`, `a.py::test_x`, `a.md#L10`, `a.ts:run()` into the path and the place in it. */
function cutSuffix(text: string): [body: string, suffix: string] {
  const node = text.indexOf('::')
  if (node > 0) return hasExtension(text.slice(0, node), true) ? [text.slice(0, node), text.slice(node)] : [text, '']
  const hash = text.indexOf('#')
  if (/^#[\w.-]+$/.test(text.slice(hash)) && hasExtension(text.slice(0, hash), true))
    return [text.slice(0, hash), text.slice(hash)]
  const colon = text.indexOf(':')
  if (colon <= 0) return [text, '']
  const after = text.slice(colon + 1)
  if (/^(?:L?\d+(?:[-–:]|, ?|$))+$/.test(after) || after === '') return [text.slice(0, colon), text.slice(colon)]
  if (/^[A-Za-z_][\w.]*(?:\(\))?$/.test(after) && hasExtension(text.slice(0, colon), true))
    return [text.slice(0, colon), text.slice(colon)]
  return [text, '']
}

/** `src\cli.cs` is a path, `\d+\.\w` is not. */
function fromBackslashes(text: string): string | undefined {
  const segments = text.split(/[\\/]/)
  if (
    !segments.every(
      (segment, index) =>
        /^[\p{L}\p{N}_.@+ -]+$/u.test(segment) || (segment === '' && index === segments.length - 1 && index > 1)
    )
  )
    return undefined
  return segments.at(-1) === '' || hasExtension(segments.at(-1) ?? '', true) ? segments.join('/') : undefined
}

/** Resolves `.` and `..`; `parent` when the path climbs out. */
function normalise(text: string): { path: string; parent: boolean } | undefined {
  if (!/(?:^|\/)(?:\.{0,2}(?:\/|$))/.test(text)) return { path: text, parent: false }
  const out: string[] = []
  let climbed = 0
  for (const segment of text.split('/')) {
    if (segment === '.' || segment === '') continue
    if (segment !== '..') out.push(segment)
    else if (out.length > climbed) out.pop()
    else {
      out.push('..')
      climbed++
    }
  }
  return out.length === climbed ? undefined : { path: out.join('/'), parent: climbed > 0 }
}

function kindOf(path: string, directory: boolean, lenient: boolean): { kind: PathKind; sure: boolean } | undefined {
  const segments = path.split('/')
  const first = segments[0] ?? ''
  const last = segments[segments.length - 1] ?? ''
  if (!segments.every((segment, index) => isName(segment, lenient, index))) return undefined
  if (!directory && (notPaths.has(path.toLowerCase()) || (!lenient && isLookAlike(segments)))) return undefined
  if (isHost(first, segments.length)) return undefined
  const glob = hasGlob(path)
  const kind: PathKind = glob
    ? 'glob'
    : directory || (segments.length > 1 && !isFile(last, true) && isFolder(last, first))
      ? 'directory'
      : 'file'
  const sure = segments.length === 1 ? isSingle(first, directory, glob) : isNested(segments, directory)
  return sure || (lenient && isLikely(path, last, directory)) ? { kind, sure } : undefined
}

/** `src/foo` is rather a directory, `bin/foo`, `.husky/pre-commit` and `public/CNAME` are rather files. */
function isFolder(last: string, first: string): boolean {
  return !last.includes('.') && !/^(?:bin|scripts?|hooks|\.husky|\.githooks)$/.test(first) && !/^[A-Z]+$/.test(last)
}

function isSingle(name: string, directory: boolean, glob: boolean): boolean {
  if (directory) return !notRoots.has(name.toLowerCase()) && !name.startsWith('<') && /[\p{L}\p{N}]/u.test(name)
  return glob ? hasExtension(name, false) : isFile(name, false)
}

function isNested(segments: string[], directory: boolean): boolean {
  const [first, last] = [segments[0] ?? '', segments.at(-1) ?? '']
  if (first === '@') return false
  if (isFile(last, true)) return true
  if (first.startsWith('@') || notRoots.has(first.toLowerCase())) return false
  if (directory || last.includes('*') || /^(?:\.\.\.|…)$/.test(last)) return true
  const dot = last.lastIndexOf('.')
  if (dot > 0 && !/^[a-z\d]{1,12}$/.test(last.slice(dot + 1)) && !/^(?:src|tests?)$/.test(first)) return false
  return sourceRoots.has(first) || /^\.[a-z]/.test(first)
}

/** In a place that holds paths: one word, or words of which the last has an extension. */
function isLikely(path: string, last: string, directory: boolean): boolean {
  if (!/[\p{L}\p{N}_]/u.test(path)) return false
  if (path.includes(' ')) return directory || hasExtension(last, true)
  return !/^v?\d+(?:\.\d+)*%?$/.test(path) && !/[.,!?]$/.test(path)
}

/**
 * All paths named in running text, in order: those in code spans, if it has any; else the parts between commas, "and" and spaces.
 *
 * @param text - source text or plain text
 */
export const splitPaths: (text: string) => readonly PathRef[] = remember(pathsIn, 1000, 200)

function pathsIn(text: string): PathRef[] {
  const spans = codeSpans(text)
  if (spans.length > 0) return spans.flatMap(span => readList(span))
  const words = splitList(text).map(part => part.replace(/\s[(<[].*/s, ''))
  const lenient = words.length > 1 && words.every(word => !/\s/.test(word))
  return words.flatMap(word => {
    const whole = readPath(trimPunctuation(word), { lenient })
    return whole ? [whole] : word.split(/\s+/).flatMap(piece => readPath(trimPunctuation(piece)) ?? [])
  })
}

function readList(span: string): PathRef[] {
  const whole = readPath(span)
  return whole ? [whole] : splitList(span).flatMap(part => readPath(part) ?? [])
}

const trimPunctuation = (text: string): string =>
  text
    .replace(/^["'“‘([]/, '')
    .replace(/[.,;:!?"'”’)\]]{1,3}$/, end => (end.includes(']') && text.includes('[') ? end : ''))
