/** Files that a plan says it leaves alone, and changes all the same. */
import { onceEach } from '../../src/util/once.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import { allFields } from '../../src/plan/every.ts'
import type { FileMention } from '../../src/plan/files/mention.ts'
import { filesOf } from '../../src/plan/files/mentions.ts'
import { orderedFiles } from '../../src/plan/files/listed/ordered-files.ts'
import { matchesGlob, readPath } from '../../src/files/paths.ts'
import { spanOf, startOf, textOf } from '../../src/outline/nodes.ts'
import type { Problem } from '../../src/lint/rule.ts'
import type { Place } from '../../src/types.ts'

/** The file is left alone as a whole: nothing behind its name but its reason. */
const whole = /^(?:\*{0,2})(?:[\s,]*$|\s*(?:[,—–(:;.]|-\s|\n)|\s+(?:and|or)\s+`)/

/** Tells of files out of scope that are in scope as well, or that a step orders to change; and of those that are in no scope, where there is one. */
export function* changedOutside(plan: Plan): Iterable<Problem<'outside' | 'uncovered'>> {
  const outside = outsideOf(plan)
  const scope = filesOf(plan).by('scope')
  const reported = new Set<string>()
  const tell = (path: string, what: string, at: Place): Problem<'outside'> => {
    reported.add(path)
    return {
      message: 'outside',
      data: { path, what },
      at,
      help:
        what === 'in scope' ? 'Take it out of one of the two lists' : 'Leave the file alone, or take it into the scope',
      related: [{ place: outside.get(path)!, message: 'Out of scope here' }],
      severity: 'warning'
    }
  }
  for (const { path, place } of scope) if (outside.has(path) && !reported.has(path)) yield tell(path, 'in scope', place)
  for (const { path, place } of [...ordersOf(plan), ...listedOf(plan)].sort((a, b) => offsetOf(a) - offsetOf(b))) {
    if (reported.has(path)) continue
    if (outside.has(path)) yield tell(path, 'changed', place)
    else if (scope.length > 0 && !scope.some(each => covers(each, path))) {
      reported.add(path)
      yield {
        message: 'uncovered',
        data: { path, where: 'the scope' },
        at: place,
        help: 'Take it into the scope, or leave the file alone',
        severity: 'warning'
      }
    }
  }
}

const offsetOf = ({ place }: { place: Place }): number => place.start.offset

/** Files that the steps list as those they are about; one that is only read may lie anywhere. */
function listedOf(plan: Plan): readonly FileMention[] {
  if (!plan.allSections.some(({ spec }) => spec.files === 'scope')) return []
  return filesOf(plan)
    .by('steps')
    .filter(
      ({ mark, kind, path, place }) =>
        mark !== 'existing' &&
        kind === 'file' &&
        (path.includes('/') || plan.outline.source[place.start.offset] === '`')
    )
}

/** Is a file in scope: by itself, below a folder, by a pattern, or by a name that it ends in? */
function covers({ path, kind }: FileMention, file: string): boolean {
  if (kind === 'glob') return matchesGlob(path, file)
  const bare = path.replace(/\/$/, '')
  return file === bare || file.startsWith(`${bare}/`) || file.endsWith(`/${bare}`) || bare.endsWith(`/${file}`)
}

/** Files that the steps order to change, where a scope is said. */
function ordersOf(plan: Plan): readonly { path: string; place: Place }[] {
  if (!plan.allSections.some(({ spec }) => spec.files === 'scope')) return []
  return plan.units('step').flatMap(step => orderedFiles(step, plan))
}

/** Is a file in both lists of the scope? Until it is taken out of one, nobody knows whether work on it is missing. */
export function isOutOfScope(path: string, plan: Plan): boolean {
  return outsideOf(plan).has(path)
}

/** Paths of fields that say which files are left alone: of each item the first, and those beside it. */
const outsideOf: (plan: Plan) => ReadonlyMap<string, Place> = onceEach(plan => {
  const found = new Map<string, Place>()
  for (const { spec, span } of allFields(plan)) {
    if (spec.files !== 'untouched' || !span) continue
    for (const item of plan.content.topItems(span)) {
      const first = item.children[0]
      if (first?.type !== 'paragraph' || !textOf(first)) continue
      for (const code of plan.content.codeSpans(spanOf(first))) {
        const { start, end } = spanOf(code)
        // What comes behind the reason is no longer a name.
        const before = plan.outline.source.slice(startOf(first), start)
        if (!/^(?:[\s,*_]|`[^`]*`|and|or)*$/.test(before)) break
        const ref = readPath(code.value)
        const isWhole = whole.test(plan.outline.source.slice(end, spanOf(first).end))
        if (ref?.kind === 'file' && ref.suffix === undefined && isWhole)
          found.set(ref.path, plan.outline.lines.placeOf({ start, end }))
      }
    }
  }
  return found
})
