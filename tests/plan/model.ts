/** A plan's model in words: what is read from a text, before any rule is asked. */
import { builtinProfiles } from '../../src/profiles/builtin.ts'
import { parsePlan } from '../../src/parse/parse.ts'
import { bindPlan } from '../../src/plan/bind.ts'
import type { BoundField, BoundSection, Plan, Unit } from '../../src/plan/bind-types.ts'
import { commandBlocksOf } from '../../src/outline/code/command-blocks.ts'
import { claimsOf } from '../../src/plan/files/claims.ts'
import { plannedCommands } from '../../src/plan/files/uses.ts'
import { filesOf } from '../../src/plan/files/mentions.ts'
import { outlineOf } from '../../src/outline/outline.ts'
import { summarise } from '../../src/plan/summary.ts'
import type { Part, Span } from '../../src/outline/types.ts'
import { verificationsOf } from '../../src/plan/verification.ts'
import { selectProfile } from '../../src/detect/select.ts'
import { vocabularyOf } from '../../src/detect/vocabulary.ts'
import type { Place } from '../../src/types.ts'

/** Lines that say all of it; those that belong to another are indented. */
export function describeModel(text: string, path: string, forced?: string): string[] {
  const outline = outlineOf(parsePlan(text), text, vocabularyOf(builtinProfiles))
  const { profile } = selectProfile(outline, builtinProfiles, {
    options: {},
    path,
    ...(forced === undefined ? {} : { forced })
  })
  const parts = [
    'parts',
    ...outline.parts.map(part => `  ${partLine(part)}`),
    ...outline.checkboxes.map(box => `  box ${at(box.place)} ${box.state} ${say(box.text)}`)
  ]
  const fences = outline.brokenFences.map(
    fence => `  broken fence ${at(fence.place)} ${span(fence.region)} ${[...fence.hidden].join()}`
  )
  return [...parts, ...fences, ...(profile ? planLines(bindPlan(outline, profile)) : ['no profile'])]
}

function planLines(plan: Plan): string[] {
  const { mentions, trees } = filesOf(plan)
  return [
    `plan ${plan.profile.name}: ${at(plan.titlePlace)} ${plan.state ?? 'no state'}${plan.status ? ` ${say(plan.status.value)} ${plan.status.known ? 'known' : 'unknown'}` : ''}`,
    ...plan.metadata.flatMap(field => fieldLines(field, '  ')),
    ...plan.allSections.flatMap(section => sectionLines(section, plan)),
    'files',
    ...mentions.map(
      each =>
        `  ${at(each.place)} ${each.role} ${each.kind} ${say(each.path)} ${each.mark ?? 'unmarked'}${each.written ? ` ${at(each.written.place)} ${say(each.written.raw)}${each.written.from ? ` from ${each.written.from}` : ''}` : ''}${each.line ? ` with ${at(each.line)}` : ''}`
    ),
    ...claimsOf(plan).list.map(
      ({ path, mark = 'unmarked', from, mentions: own, mention }) =>
        `  claim ${say(path)} ${mark}${from === undefined ? '' : ` from ${from}`} ${own.length} times, ${at(mention.place)}`
    ),
    `  roots ${[...claimsOf(plan).roots()].join()}`,
    ...trees.flatMap(({ place, tree }) => [
      `tree ${at(place)} ${tree?.style ?? 'none'}`,
      ...(tree?.entries ?? []).map(
        entry =>
          `  ${entry.line}:${entry.column}-${entry.endColumn} ${entry.depth} ${entry.kind}${entry.directory ? '/' : ''} ${say(entry.path)} ${entry.mark?.kind ?? ''}`
      ),
      ...(tree?.problems ?? []).map(problem => `  ${JSON.stringify(problem)}`)
    ]),
    'commands',
    ...commandBlocksOf(plan.outline).flatMap(({ place, script }) => [
      `  ${at(place)}`,
      ...script.commands.map(
        ({ name, args, cwd }) => `    ${say([name, ...args].join(' '))}${cwd === undefined ? '' : ` in ${cwd}`}`
      )
    ]),
    ...plannedCommands(plan).map(
      run =>
        `  run ${at(run.block.place)} ${run.step?.name ?? 'no step'}: needs ${JSON.stringify(run.references.map(({ start, end, ...rest }) => [start, end, ...Object.values(rest)]))} creates ${run.creates.map(({ path }) => path).join()}`
    ),
    `summary ${JSON.stringify(summarise(plan))}`
  ]
}

function partLine({
  form,
  level,
  key,
  title,
  ordinal,
  qualifier,
  place,
  span: all,
  value,
  blocks,
  parent
}: Part): string {
  return `${at(place)} ${form} ${level} ${say(title)} key ${say(key)} ${span(all)}${ordinal ? ` number ${JSON.stringify(ordinal)}` : ''}${qualifier === undefined ? '' : ` (${qualifier})`}${value ? ` value ${span(value)} ${say(value.text)}` : ''} ${blocks.length} blocks in ${say(parent?.title ?? '')}`
}

function sectionLines(
  {
    spec,
    parent,
    part,
    misspelt,
    hidden,
    duplicates,
    nestedIn,
    state,
    negative,
    span: all,
    fields,
    units
  }: BoundSection,
  plan: Plan
): string[] {
  const flags = [
    misspelt && 'misspelt',
    hidden && 'hidden',
    nestedIn && `nested in ${nestedIn.spec.id}`,
    duplicates.length > 0 && `again ${duplicates.map(each => at(each.part.place)).join()}`,
    negative && JSON.stringify(negative)
  ].filter(Boolean)
  return [
    `section ${parent ? `${parent.spec.id} > ` : ''}${spec.id} ${state} ${part ? `${at(part.place)} ${span(all)}` : ''} ${flags.join(' ')}`.trimEnd(),
    ...fields.flatMap(field => fieldLines(field, '  ')),
    ...units.flatMap(unit => unitLines(unit, plan, '  '))
  ]
}

function fieldLines(
  { spec, state, text, place, span: all, negative, fields, again }: BoundField,
  indent: string
): string[] {
  return [
    `${indent}field ${spec.label} ${state}${place ? ` ${at(place)}` : ''}${all ? ` ${span(all)}` : ''} ${say(text)}${negative ? JSON.stringify(negative) : ''}`,
    ...fields.flatMap(field => fieldLines(field, `${indent}  `)),
    ...(again ?? []).flatMap(field => fieldLines(field, `${indent}  again `))
  ]
}

function unitLines(unit: Unit, plan: Plan, indent: string): string[] {
  const own = verificationsOf(unit, plan)
  return [
    `${indent}${unit.role} ${unit.index} ${say(unit.name)} ${unit.part.form} ${span(unit.span)}`,
    ...unit.fields.flatMap(field => fieldLines(field, `${indent}  `)),
    ...own.map(
      each =>
        `${indent}  verification ${at(each.place)} ${span(each.span)} ${each.commands.length} commands${each.empty ? ' empty' : ''}${each.part ? ` ${say(each.part.title)}` : ''} ${say(each.text())}`
    ),
    ...unit.units.flatMap(inner => unitLines(inner, plan, `${indent}  `))
  ]
}

function at({ start, end }: Place): string {
  return `${start.line}:${start.column}-${end.line === start.line ? '' : `${end.line}:`}${end.column}`
}

function span({ start, end }: Span): string {
  return `[${start},${end})`
}

/** The beginning of a text, on one line. */
function say(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 58)}…${text.length}` : text)
}
