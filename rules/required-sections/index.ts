import { standIns } from '../../src/checks/stand-ins.ts'
import type { BoundSection, Plan } from '../../src/plan/bind-types.ts'
import { isDue } from '../../src/checks/phases.ts'
import { contradictionOf } from '../../src/checks/contradictions.ts'
import { brokenFences, unevenFences } from './broken.ts'
import { sectionNumber, sequenceDefects, sharedNumbers } from './order.ts'
import type { SharedNumber } from './order.ts'
import { oddNumbers } from './own-numbers.ts'
import type { Part } from '../../src/outline/types.ts'
import { inTags } from '../words/fields.ts'
import { homelessRefs } from '../../src/checks/ids/homeless-refs.ts'
import { weightOf } from '../words/weight.ts'
import { mayBeNamedOtherwise } from '../../src/plan/sentences/language.ts'
import { quote } from '../../src/outline/text.ts'
import { titleNames } from '../../src/outline/title.ts'
import { titlesOf } from '../../src/plan/sections/near-titles.ts'
import { isSaidInRow } from '../../src/plan/sections/said-in-row.ts'
import { gluedHeadings, isGlued, isReplaced, isSaidInside, renamedHeading, strayHeadings } from './headings.ts'
import type { Id } from './id.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { defineRule } from '../../src/lint/rule.ts'
import { insertSection, numberHeading, raiseSection, renameHeading } from '../../src/fix/sections.ts'

export default defineRule<Id>({
  id: 'required-sections',
  summary: 'Every section of the profile is there, once, in order, at its own level.',
  why: 'Whoever executes a plan fails on what it leaves out. A section that does not apply stays, with "N/A" and the reason: then the reader knows that it was thought about.',
  whenOff:
    'Where a plan has sections of its own on purpose; a profile of your own says which they are, and keeps the check.',
  severity: 'error',
  messages: {
    missing: d => `Missing section "${d.title}"`,
    misspelt: d => `Unknown section "${d.found}", expected "${d.title}"`,
    duplicate: d => `Duplicate section "${d.title}"`,
    misplaced: d => `Section "${d.title}" out of order, expected ${d.where}`,
    nested: d => `Section "${d.title}" nested inside "${d.outer}"`,
    unnumbered: d => `Missing number ${d.expected} on section "${d.title}"`,
    number: d => `Section "${d.title}" numbered ${d.found}, expected ${d.expected}`,
    unspaced: d => `Unknown heading ${d.text}: no space behind its number signs`,
    stray: d => `Unknown heading ${d.text}, which cuts "${d.title}"`,
    unclosedFence: d => `Unclosed code fence ${d.text}`,
    unclosedHtml: d => `Unclosed ${d.what}: ${d.text} hides what follows`,
    conflict: d => `Unresolved conflict of a merge: ${d.text}`,
    unevenFence: d => `Uneven code fence ${d.text}: tools that count backticks take "${d.lost}" behind it for code`,
    brokenFence: d => `Broken code fence: "${d.text}" opens inside a fence that is still open`
  },
  several: {
    missing: d => ({
      several: `Missing {count} ${d.of}`,
      one: `"${d.numbered}"`,
      help: 'Add a section for each; where one does not apply, say "N/A" and the reason under its heading'
    })
  },
  *check({ plan }) {
    yield* brokenFences(plan)
    yield* unevenFences(plan)
    yield* strayHeadings(plan)
    yield* gluedHeadings(plan)
    yield* checkLevel(plan.sections, plan, undefined)
    for (const section of plan.allSections) {
      if (section.state === 'filled') yield* checkLevel(section.children, plan, section)
    }
  }
})

function* checkLevel(
  sections: readonly BoundSection[],
  plan: Plan,
  parent: BoundSection | undefined
): Iterable<Problem<Id>> {
  let before: BoundSection | undefined
  for (const section of sections) {
    if (section.part) {
      yield* checkPresent(section, plan)
      before = section
      continue
    }
    if (section.spec.required === false || section.hidden || !isDue(section, plan)) continue
    if (mayBeNamedOtherwise(section, plan)) continue
    const { title, na, hint, or } = section.spec
    const others = typeof or === 'object' ? (or.title ?? []) : []
    const numbered = `${sectionNumber(sections, section, plan)}${title}`
    if (isGlued(section.spec, plan) || isReplaced(section.spec, plan) || isSaidInRow(section, plan)) continue
    if (isSaidInside(section.spec, plan)) continue
    if (plan.outline.tagFaults.some(({ name }) => name === title)) continue
    const mayBeNot = na !== 'never' && contradictionOf(section, plan) === undefined
    if (plan.title && titleNames(plan.title).some(name => titlesOf(section.spec).includes(name))) {
      yield {
        message: 'missing',
        data: { title, numbered, of: gapWords(before, parent) },
        at: plan.title.place,
        help: `Write "## ${title}" in its place: the title of the document is no section`,
        ...weightOf(section.spec)
      }
      continue
    }
    const renamed = renamedHeading(section.spec, plan)
    if (renamed) {
      yield {
        message: 'misspelt',
        data: { found: renamed.title, title },
        at: renamed.place,
        help: `Call the section ${[title, ...others].map(name => `"${name}"`).join(' or ')}`,
        ...weightOf(section.spec)
      }
      continue
    }
    const refs = homelessRefs(section, plan)
    yield {
      message: 'missing',
      data: { title, numbered, of: gapWords(before, parent) },
      at: (before ?? parent)?.part!.place ?? plan.titlePlace,
      help:
        section.spec.form === 'tag'
          ? `Add "${inTags(title, hint ?? '…')}"`
          : `Add a section "${numbered}"${before ? ` behind ${quote(before.part!.title)}` : ''}${hint?.includes('\n') === false ? `: ${hint}` : ''}${others.map(title => `, or "${title}"`).join('')}${mayBeNot && others.length === 0 ? ', or keep the heading with "N/A" and the reason' : ''}`,
      // What is referred to, and declared nowhere, is no matter of taste.
      ...(refs.length > 0
        ? { related: refs.slice(0, 20).map(({ id, place }) => ({ place, message: `${id} is named here` })) }
        : weightOf(section.spec)),
      fixes: insertSection(section, before, parent, plan)
    }
  }
  yield* checkOrder(sections, plan, parent)
}

/** Sections that are missing one behind the other are told of at the same place. */
function gapWords(before: BoundSection | undefined, parent: BoundSection | undefined): string {
  if (before) return `sections after ${quote(before.part!.title)}`
  return parent ? `sections in ${quote(parent.part!.title)}` : 'sections at the beginning'
}

function* checkPresent(section: BoundSection, plan: Plan): Iterable<Problem<Id>> {
  const part = section.part!
  const { title } = section.spec
  if (section.misspelt)
    yield {
      message: 'misspelt',
      data: { found: part.title, title },
      at: part.place,
      help: `Call the section "${title}"`,
      fixes: renameHeading(section, plan)
    }
  for (const again of section.duplicates) {
    yield {
      message: 'duplicate',
      data: { title },
      at: again.part.place,
      help: 'Merge the two sections',
      // Readers of such sections go through all that there are.
      ...(standIns(section.spec, plan).length > 0 ? { severity: 'warning' as const } : {}),
      related: [{ place: part.place, message: 'First one here' }]
    }
  }
  if (section.nestedIn && plan.profile.order !== 'free') {
    const outer = section.nestedIn
    yield {
      message: 'nested',
      data: { title, outer: outer.spec.title },
      at: part.place,
      help: `Give it the level of "${outer.spec.title}"`,
      related: [{ place: outer.part!.place, message: 'Nested in this section' }],
      fixes: raiseSection(section, plan)
    }
  }
}

function* checkOrder(
  sections: readonly BoundSection[],
  plan: Plan,
  parent: BoundSection | undefined
): Iterable<Problem<Id>> {
  if ((parent ? parent.spec : plan.profile).order === 'free') return
  if (parent && !parent.spec.sections?.some(spec => spec.number !== undefined)) return
  const present = sections.filter(section => section.part && !section.nestedIn && !section.apart)
  const isNumbered = plan.profile.order === 'numbered' || parent !== undefined
  const defects = sequenceDefects(present, isNumbered)
  if (!isNumbered) {
    const shared = [...sharedNumbers(present)]
    yield* checkShared(shared)
    // What is missing or moved took its number with it.
    const isWhole = sections.every(({ part, spec, nestedIn, apart }) =>
      part ? !nestedIn && !apart : spec.required === false
    )
    if (defects.length === 0 && isWhole) yield* checkOwn(present, new Set(shared.map(({ part }) => part)))
  }
  for (const defect of defects) {
    const { section, neighbour } = defect
    const { title } = section.spec
    if (defect.kind === 'misplaced') {
      yield {
        message: 'misplaced',
        data: { title, where: `${defect.after ? 'after' : 'before'} "${neighbour!.spec.title}"` },
        at: section.part!.place,
        help: `Move it ${defect.after ? 'behind' : 'in front of'} "${neighbour!.spec.title}"`,
        related: [{ place: neighbour!.part!.place, message: `"${neighbour!.spec.title}" is here` }]
      }
    } else if (defect.kind === 'unnumbered')
      yield {
        message: 'unnumbered',
        data: { title, expected: defect.expected! },
        at: section.part!.place,
        help: `Number it ${defect.expected}, as the others are`,
        fixes: numberHeading(section, defect.expected!, plan)
      }
    else
      yield {
        message: 'number',
        data: { title, found: defect.found!, expected: defect.expected! },
        at: section.part!.place,
        help: `Number it ${defect.expected}`,
        fixes: numberHeading(section, defect.expected!, plan)
      }
  }
}

function* checkOwn(sections: readonly BoundSection[], shared: ReadonlySet<Part>): Iterable<Problem<Id>> {
  for (const { part, found, expected, swapped } of oddNumbers(sections, shared))
    yield {
      message: 'number',
      data: { title: part.ordinal!.rest, found, expected },
      at: part.place,
      help: `Number it ${expected}${swapped ? `, and "${swapped.ordinal!.rest}" ${found}` : ''}, or leave the numbers out`,
      severity: 'warning',
      ...(swapped ? { related: [{ place: swapped.place, message: `"${swapped.ordinal!.rest}" has ${expected}` }] } : {})
    }
}

function* checkShared(shared: readonly SharedNumber[]): Iterable<Problem<Id>> {
  for (const { part, first, found, expected } of shared)
    yield {
      message: 'number',
      data: { title: part.ordinal!.rest, found, expected: expected ?? 'another' },
      at: part.place,
      help: expected === undefined ? 'Give it a number of its own, or none' : `Number it ${expected}`,
      severity: 'warning',
      related: [{ place: first.place, message: `"${first.ordinal!.rest}" has it` }]
    }
}
