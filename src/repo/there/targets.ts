/**
 * Readers of build files: the names they declare, line by line. None of them evaluates anything; where a file could
 * declare more than its lines show, `complete` is false.
 */

interface Declared {
  names: Set<string>
  complete: boolean
}

/** Targets of a makefile. */
export function makeTargets(text: string): Declared {
  const names = new Set<string>()
  let complete = true
  for (const line of joinContinued(text)) {
    if (line.startsWith('\t') || line.startsWith('#')) continue
    if (
      /^ *(?:-?include|sinclude|define|\.DEFAULT *:)/.test(line) ||
      line.includes('$(eval') ||
      line.includes('${eval')
    )
      complete = false
    const left = ruleHead(line)
    if (left === undefined) continue
    for (const name of left.split(/[ \t]+/)) {
      if (name.includes('%') || name.includes('$')) complete = false
      else if (name !== '' && name !== '&') names.add(name)
    }
  }
  return { names, complete }
}

/** What stands before the colon of a rule; assignments (`a := b`, `a = b:c`) are no rules. */
function ruleHead(line: string): string | undefined {
  const colon = line.indexOf(':')
  if (colon <= 0 || line.slice(0, colon).includes('=')) return undefined
  return /^:{0,2}=/.test(line.slice(colon + 1)) ? undefined : line.slice(0, colon).trim()
}

function joinContinued(text: string): string[] {
  return text.replace(/\\\r?\n/g, ' ').split(/\r?\n/)
}

/** Recipes and aliases of a justfile. */
export function justRecipes(text: string): Declared {
  const names = new Set<string>()
  let complete = true
  for (const line of joinContinued(text)) {
    if (/^(?:import|mod)\b\??/.test(line)) complete = false
    const alias = /^alias[ \t]+([\w-]+)/.exec(line)?.[1]
    const recipe = /^@?([A-Za-z_][\w-]*)(?=[ \t:])/.exec(line)?.[1]
    if (alias !== undefined) names.add(alias)
    else if (recipe !== undefined && hasRecipeColon(line)) names.add(recipe)
  }
  return { names, complete }
}

/** A colon outside quotes that is not part of `:=`. */
function hasRecipeColon(line: string): boolean {
  const bare = line.replace(/"[^"]*"|'[^']*'/g, '')
  const colon = bare.indexOf(':')
  return colon !== -1 && bare[colon + 1] !== '='
}

/** Tasks of a Taskfile. Read by indentation: a YAML parser can be made to overflow, and only the keys matter. */
export function taskNames(text: string): Declared {
  const names = new Set<string>()
  let section = ''
  let indent = 0
  let complete = true
  for (const line of text.split(/\r?\n/)) {
    const body = line.trimStart()
    if (body === '' || body.startsWith('#')) continue
    const depth = line.length - body.length
    const key = /^["']?([^"'#]*?)["']?:(?:[ \t]|$)/.exec(body)?.[1]
    if (depth === 0) {
      section = key ?? ''
      indent = 0
      if (section === 'includes' || (section === 'tasks' && body.includes('{'))) complete = false
    } else if (section === 'tasks') {
      indent ||= depth
      if (depth === indent && key !== undefined) names.add(key)
      else if (key === 'aliases') complete = false
    }
  }
  return { names, complete }
}

/** The keys of those tables of a TOML file whose name ends in something that matches. */
export function tomlKeys(text: string, table: RegExp): Set<string> {
  const keys = new Set<string>()
  let inside = false
  for (const line of text.split(/\r?\n/)) {
    const trimmed = line.trim()
    if (trimmed.startsWith('[')) {
      const name = trimmed.slice(trimmed.lastIndexOf('[', 1) + 1).split(']')[0] ?? ''
      inside = table.test(name.split('.').at(-1) ?? '')
      // [tool.poe.tasks.build] declares a task as a table.
      const [parent, own] = name.split('.').slice(-2)
      if (parent !== undefined && own !== undefined && table.test(parent)) keys.add(own)
    } else if (inside) {
      const key = /^["']?([\w.:-]+)["']?[ \t]*=/.exec(trimmed)?.[1]
      if (key !== undefined) keys.add(key)
    }
  }
  return keys
}

/** Subprojects that the settings of a Gradle build include, as `core:store`. */
export function gradleProjects(text: string): Declared {
  const names = new Set<string>()
  const complete = !/\b(?:each|forEach|for|while|listFiles|walk|includeBuild|apply|projectDir)\b/.test(text)
  let including = false
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*include\b/.test(line)) including = true
    if (!including) continue
    for (const [, name] of line.matchAll(/["']:?([\w.:/-]+)["']/g)) names.add(name!)
    // A list goes on below a comma or an open bracket.
    const code = line.split('//', 1)[0]!.trimEnd()
    including = code.endsWith(',') || code.endsWith('(')
  }
  return { names, complete }
}

/** The name of a `pyproject.toml`'s project. */
export function pythonProject(text: string): string | undefined {
  let table = ''
  for (const line of text.split(/\r?\n/)) {
    const trimmed = line.trim()
    if (trimmed.startsWith('[')) table = trimmed
    const name = /^\[project\]/.test(table) ? /^name[ \t]*=[ \t]*["']([^"']+)["']/.exec(trimmed)?.[1] : undefined
    if (name !== undefined) return name
  }
  return undefined
}
