/** Judges single segments of a path by their looks. */
import { callsAndHosts, dotFiles, extensions, fileNames, pathExtensions, products, sourceRoots } from './file-names.ts'

/** Is it the name of a file, going by its name alone? */
export function isFile(name: string, nested: boolean): boolean {
  const lower = name.toLowerCase()
  // in lower case these are words
  if (/^(?:licen[sc]e|copying|notice|codeowners)$/.test(name)) return nested
  return fileNames.has(lower) || isDotFile(name) || hasExtension(name, nested)
}

function isDotFile(name: string): boolean {
  if (!name.startsWith('.')) return false
  const lower = name.toLowerCase()
  return (
    dotFiles.has(lower) ||
    /^\.env\.[\w.-]+$|^\.[a-z][a-z-]*(?:rc|ignore)$/.test(lower) ||
    /^\.(?!test|spec|min|d\.|config|module)[\w-]+\.(?:json|jsonc|json5|ya?ml|toml|[cm]?js|md|xml|ini|env|txt|lock|conf|cfg)$/.test(
      lower
    )
  )
}

/**
 * Does the name end in an extension that files have?
 *
 * @param nested - the name stands after a directory, where extensions count that are elsewhere members of objects
 */
export function hasExtension(name: string, nested: boolean): boolean {
  const leaf = name.slice(name.lastIndexOf('/') + 1)
  const dot = leaf.lastIndexOf('.')
  const stem = leaf.slice(0, dot)
  if (dot < 1) return false
  if (leaf.startsWith('.') && !nested) return isDotFile(leaf)
  const wanted = /\.\{([^{}]*)\}$/.exec(leaf)?.[1]?.split(',')[0] ?? leaf.slice(dot + 1)
  const extension = wanted.trim().toLowerCase()
  if ((!nested && isLookAlike([leaf])) || /^_(?:test|spec)\./.test(leaf)) return false
  // `Package.Json` is a member or a package
  if (/^[A-Z][a-z]/.test(wanted)) return false
  if (/^(?:example|sample|template|bak|dist|j2)$/.test(extension) && hasExtension(stem, false)) return true
  if (nested) return extensions.has(extension) || pathExtensions.has(extension)
  if (extension === 'lock' || extension === 'env')
    return (
      fileNames.has(leaf.toLowerCase()) ||
      (extension === 'env' && /^[a-z-]+$/.test(stem) && !/^(?:process|self|this|app|config|ctx|c)$/.test(stem))
    )
  return extensions.has(extension) && (extension.length > 1 || stem.length > 2)
}

/** Is a path, by its segments, something that is only spelled like a file: `Node.js`, `docs.rs`, `vercel/next.js`? Never below a folder of sources. */
export function isLookAlike(segments: readonly string[]): boolean {
  const last = (segments.at(-1) ?? '').toLowerCase()
  if (segments.length === 1) return products.has(last) || callsAndHosts.has(last)
  return segments.length === 2 && products.has(last) && !sourceRoots.has(segments[0]!)
}

/** `example.com/x.html` and `git.example.org` are hosts. */
export function isHost(first: string, count: number): boolean {
  return count > 1
    ? /^[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|ai|app|edu|gov|co)$/.test(first)
    : /\.(?:com|org|net)$/.test(first)
}

/** Nothing in it to judge, where its dots stand alone. */
const ordinary = /^\w[\w.-]*$/
const strictForbidden = /[\s"'`;|&=^!%\\:#]|\.\.|\?\.|,(?![^{}]*\})/
const lenientForbidden = /["`;|\\:\t]|^-|, | [-–—→] /

export function isName(segment: string, lenient: boolean, index: number): boolean {
  if ((ordinary.test(segment) && !segment.includes('..')) || segment === '..') return true
  if (segment === '...' || segment === '…') return index > 0
  if (segment.includes('...') && !/^\[{1,2}\.\.\./.test(segment)) return false
  if ((lenient ? lenientForbidden : strictForbidden).test(segment.replace('...', ''))) return false
  if (
    /[()]/.test(segment) &&
    !/^\([\w.@-]+\)[\w-]*$/.test(segment) &&
    !(lenient && /^[^()]+\([^()]*\)[^()]*\.\w+$/.test(segment))
  )
    return false
  if (segment.includes('$') && !/^\$[a-z]\w*(?:\.\w+)*$/.test(segment)) return false
  if (!lenient && index === 0 && /^[[$\-+*.]{0,1}\[/.test(segment)) return /\]\.\w+$/.test(segment)
  return balanced(segment)
}

function balanced(text: string): boolean {
  if (!/[[\]{}<>]/.test(text)) return true
  const open: string[] = []
  for (const character of text) {
    const closing = { '[': ']', '{': '}', '<': '>' }[character]
    if (closing) open.push(closing)
    else if (/[\]}>]/.test(character) && open.pop() !== character) return false
  }
  return open.length === 0
}

/** A path and what is written below it: `src`, `./a.ts`. */
export function joinWritten(parent: string, name: string): string {
  const clean = name.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '')
  const bare = clean.endsWith('/') ? clean.slice(0, -1) : clean
  if (parent === '') return bare
  return `${parent}/${bare.startsWith('/') ? bare.slice(1) : bare}`
}
