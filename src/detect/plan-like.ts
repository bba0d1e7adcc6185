import type { Html, RootContent } from 'mdast'
import { looksLikeCommand } from '../shell/index.ts'
import { parseTree } from '../files/tree.ts'
import { commandBlocksOf } from '../outline/code/command-blocks.ts'
import { textOf } from '../outline/nodes.ts'
import { isNothing } from '../outline/nothing.ts'
import { isQuotedWhole } from '../outline/quotations.ts'
import type { Outline, Part } from '../outline/types.ts'
import { countBy } from '../util/group.ts'
import { countedBelow, numberedIn } from '../plan/units/listed.ts'
import { isWellKnown, mayHoldPlan } from './places.ts'

/** What documents that are no plans have one of, and plans several. */
const stepWords = new Set(['step', 'task', 'phase', 'commit', 'milestone', 'stage', 'sprint', 'workstream', 'story'])
/** Those that nothing but work is counted with; the moon has phases. */
const surely = new Set(['step', 'task', 'commit'])
const planWords = new Set([
  'plan',
  'plans',
  'planning',
  'roadmap',
  'tasks',
  'todo',
  'backlog',
  'implementation',
  'migration',
  'refactoring'
])
const fewest = { steps: 2, boxes: 3, labels: 3 }
/** So many marks that few documents have are those of some plan. */
const fewestTelling = 2

/** Labels that say how something is verified, as steps have them. */
const verifying = new Set(['verify', 'verification', 'how to verify', 'verified by', 'done when', 'definition of done'])

/** Why a document that no profile knows seems to be a plan all the same. */
export interface PlanSigns {
  /** A plan is expected at its place. */
  isPlaced: boolean
  /** "4 steps", "12 boxes", "commands": none where too little of it is there. */
  signs: string[]
}

/**
 * Does a document that no profile knows look like a plan: by a plan's usual place, by its title, by numbered steps, a tree with marks, what is left of a
 * known kind, or by boxes together with what they go with?
 *
 * @param path with `/`, if the document has one
 * @param telling marks of the nearest profile that few documents have
 */
export function planSigns(outline: Outline, path: string | undefined, telling = 0): PlanSigns {
  const isPlaced = path !== undefined && mayHoldPlan(path)
  if (path !== undefined && isWellKnown(path)) return { isPlaced, signs: [] }
  const words = outline.parts.flatMap(({ form, ordinal }) =>
    form !== 'label' && ordinal?.word !== undefined && stepWords.has(ordinal.word) ? [ordinal.word] : []
  )
  const boxes = outline.checkboxes.length
  const isPlan = isCalledPlan(outline)
  const all = [...words, ...outline.parts.flatMap(listedUnder), ...(isPlan ? outline.parts.flatMap(labelledBelow) : [])]
  const trees = outline.nodes.fences.flatMap(({ value }) => parseTree(value, false) ?? [])
  const isMarked = trees.some(tree => tree.entries.some(({ mark }) => mark !== undefined))
  const checks = outline.parts.filter(({ form, key }) => form === 'label' && verifying.has(key)).length
  const hasCommands = commandBlocksOf(outline).length > 0
  const isTutorial = !isPlan && boxes < fewest.boxes && !isMarked && isHowTo(words, outline, checks)
  const hasSteps = words.filter(word => surely.has(word)).length >= fewest.steps
  const isListed = all.length >= fewest.steps
  // Of steps with commands alone a tutorial has as many.
  const isWork = boxes >= fewest.boxes || isPlan || !all.every(word => word === 'step')
  const isEnough =
    isTitledPlan(outline) ||
    (hasSteps && !isTutorial) ||
    isMarked ||
    telling >= fewestTelling ||
    (checks >= fewest.steps && !isTutorial) ||
    ((boxes >= fewest.boxes || isListed) && (trees.length > 0 || isPlan || (hasCommands && isWork)))
  if (!isEnough) return { isPlaced, signs: [] }
  const signs = [
    ...(isListed ? [plural(all.length, sameWord(all))] : []),
    ...(boxes >= fewest.boxes ? [`${boxes} boxes`] : []),
    ...(isMarked ? ['a file tree with marks'] : trees.length > 0 ? ['a file tree'] : []),
    ...(isPlan ? ['its title'] : []),
    ...(hasCommands ? ['commands'] : [])
  ]
  if (signs.length === 0) signs.push(isTitledPlan(outline) ? 'its title' : 'its labels')
  return { isPlaced, signs }
}

/** What a title says of instructions for everybody. */
const howTo =
  /\b(?:how to|tutorial|guide|getting started|quick ?start|walkthrough|your first|install(?:ation|ing)?|set ?up|recipe|lesson)\b/i

/** Steps that a reader is to take, and not the project: with something to type in and nothing that is checked, or below a title that says so. */
function isHowTo(words: readonly string[], { document, parts, nodes }: Outline, checks: number): boolean {
  const title = parts.find(part => part.form === 'heading')?.title ?? document.title
  return words.every(word => word === 'step') && (howTo.test(title) || (checks === 0 && nodes.fences.length > 0))
}

/** Numbered items, or titles, right below a title that says what they are. */
function listedUnder({ form, key, blocks, children }: Part): string[] {
  const word = form === 'heading' ? countedBelow(key) : undefined
  if (word === undefined) return []
  const items = numberedIn(blocks)
  const titles = children.filter(
    ({ form: inner, ordinal }) => inner === 'heading' && ordinal?.word === undefined && ordinal?.numbers.length
  )
  return [...items, ...titles].map(() => word)
}

/** Titles beside each other that carry the same labels: items, whatever they are called. */
function labelledBelow({ form, children }: Part): string[] {
  if (form !== 'heading' && form !== 'document') return []
  const items = children.filter(child => child.form === 'heading')
  const labels = items.map(item => item.children.filter(child => child.form === 'label').map(({ key }) => key))
  const shared = countBy(
    labels.flatMap(keys => [...new Set(keys)]),
    key => key
  )
  const isItem = (keys: readonly string[]): boolean => keys.filter(key => shared.get(key)! > 1).length >= fewest.labels
  return labels.filter(isItem).map(() => 'item')
}

function sameWord(words: readonly string[]): string {
  return words.every(word => word === words[0]) ? words[0]! : 'step'
}

function plural(count: number, word: string): string {
  return `${count} ${word === 'story' ? 'stories' : `${word}s`}`
}

/** Does its title say that it is a plan? Steps with commands alone are what a tutorial has. */
function isCalledPlan(outline: Outline): boolean {
  const title = outline.parts.find(part => part.form === 'heading' && part.level === 1)
  return title !== undefined && title.key.split(/[^\p{L}]+/u).some(word => planWords.has(word))
}

/** Does the title call it a plan, and nothing else: "Implementation Plan: the shop"? */
function isTitledPlan({ parts }: Outline): boolean {
  const title = parts.find(part => part.form === 'heading' && part.level === 1)?.title ?? ''
  const [name = ''] = title.slice(0, 200).split(/[:：–—(|]/)
  return /\bplan\s?$/i.test(name)
}

const word = /[\p{L}\p{N}]/u

/** Is there nothing that could be carried out, or that stands in a section of its own: no heading below the title, no list, label, box, code, table or markup? */
export function saysNothing({ parts, checkboxes, nodes }: Outline): boolean {
  const [, ...others] = parts.filter(({ form }) => form === 'heading')
  return (
    others.length === 0 &&
    parts.every(({ form, ordinal }) => form === 'document' || form === 'heading' || (form !== 'label' && !ordinal)) &&
    !checkboxes.some(({ text }) => word.test(text)) &&
    !nodes.items.some(item => word.test(textOf(item))) &&
    nodes.tables.length === 0 &&
    nodes.fences.every(({ value }) => value.trim() === '') &&
    nodes.inlineCode.every(({ value }) => !looksLikeCommand(value)) &&
    !holdsMarkup(nodes)
  )
}

/** Is there markup that might hold something: a tag that some format keeps its tasks in? */
function holdsMarkup({ html }: Outline['nodes']): boolean {
  return html.some(node => !isNothing((node as Html).value))
}

/** Are there numbered steps, of whatever kind? */
export function hasSteps({ parts }: Outline): boolean {
  return parts.filter(({ form, ordinal }) => form !== 'label' && ordinal?.word !== undefined).length >= fewest.steps
}

/** Is there no work in it: no step, no box, no numbered list, nothing to run, no file tree, and no markup that might hold some? */
export function holdsNoWork(outline: Outline): boolean {
  const isStep = ({ form, ordinal }: Part): boolean => form !== 'label' && ordinal?.word !== undefined
  return !outline.parts.some(isStep) && !holdsOtherWork(outline)
}

/** Is there work in it besides titled steps: a box, a numbered list, something to run, a file tree, or markup that might hold some? */
export function holdsOtherWork({ checkboxes, nodes }: Outline): boolean {
  return (
    checkboxes.some(({ text }) => word.test(text)) ||
    nodes.lists.some(list => list.ordered === true && list.children.length >= fewest.steps) ||
    nodes.fences.some(({ value }) => value.trim() !== '') ||
    nodes.inlineCode.some(({ value }) => looksLikeCommand(value)) ||
    holdsMarkup(nodes)
  )
}

/** Is all of it a quote: another document that it shows? */
export function isWhollyQuoted({ root }: Outline): boolean {
  return isQuotedWhole(root.children, node => !isUnseen(node))
}

/** There is nothing but titles in it: comments, rules and front matter are no text. */
export function isTitlesOnly({ root }: Outline): boolean {
  return root.children.every(node => node.type === 'heading' || node.type === 'thematicBreak' || isUnseen(node))
}

/** Front matter, definitions, comments: what no reader sees as text. */
function isUnseen(node: RootContent): boolean {
  return node.type === 'yaml' || node.type === 'definition' || (node.type === 'html' && isNothing(node.value))
}
