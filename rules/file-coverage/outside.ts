/** Files that a plan says it leaves alone, and changes all the same. */
import { isLeftAlone } from '../../src/files/change-vocabulary.ts'
import { onceEach } from '../../src/util/once.ts'
import { kindOfWord } from '../../src/files/change-words.ts'
import type { Plan } from '../../src/plan/bind-types.ts'
import { allFields } from '../../src/plan/every.ts'
import type { FileMention } from '../../src/plan/files/mention.ts'
import { filesOf } from '../../src/plan/files/mentions.ts'
import { matchesGlob, readPath } from '../../src/files/paths.ts'
import { spanOf, startOf, textOf } from '../../src/outline/nodes.ts'
import type { Problem } from '../../src/lint/rule.ts'
import type { Place } from '../../src/types.ts'

/** Where an order begins whose first word is followed by what is named next. */
const order =
  /(?:^|[.:;]\s+|\b(?:then|and|also)\s+)[*_]{0,2}(\p{L}+)[*_]{0,2}\s+(?:(?:the|an?|new|existing) )*(?:file )?$/iu
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
      help: 'Leave the file alone, or take it into the scope',
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

/** Ends a text in an order to change what is named next: "Change", "In the end, delete the file"? */
function isOrder(text: string): boolean {
  const kind = kindOfWord(order.exec(text)?.[1] ?? '')
  return kind !== undefined && !isLeftAlone(kind)
}

/** Files that the steps order to change. */
function* ordersOf(plan: Plan): Iterable<{ path: string; place: Place }> {
  if (!plan.allSections.some(({ spec }) => spec.files === 'scope')) return
  for (const step of plan.units('step'))
    for (const paragraph of plan.content.paragraphs(step.span)) {
      const span = spanOf(paragraph)
      for (const code of plan.content.codeSpans(span)) {
        const ref = readPath(code.value)
        if (ref?.kind !== 'file' || ref.escapes !== undefined) continue
        const before = plan.outline.source.slice(Math.max(span.start, startOf(code) - 60), startOf(code))
        if (isOrder(before)) yield { path: ref.path, place: plan.outline.lines.placeOf(spanOf(code)) }
      }
    }
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
