import { parseTree } from '../files/tree.ts'
import { commandBlocksOf } from '../outline/command-blocks.ts'
import type { Outline, Part } from '../outline/types.ts'
import { isWellKnown, mayHoldPlan } from './places.ts'

/** What documents that are no plans have one of, and plans several. */
const stepWords = new Set(['step', 'task', 'phase', 'commit', 'milestone', 'stage', 'sprint', 'workstream', 'story'])
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
const fewest = { steps: 2, boxes: 3 }
/** Titles above numbered lists or titles of what is to be done. Of "Steps" alone a tutorial has as many. */
const listTitles: Readonly<Record<string, 'step' | 'task'>> = {
  steps: 'step',
  plan: 'task',
  'implementation steps': 'task',
  'implementation plan': 'task',
  'implementation tasks': 'task',
  'plan of work': 'task',
  'work plan': 'task',
  'action plan': 'task',
  'action items': 'task',
  'work items': 'task',
  tasks: 'task',
  'migration steps': 'task',
  'migration plan': 'task',
  'rollout steps': 'task'
}

/** Why a document that no profile knows seems to be a plan all the same. */
export interface PlanSigns {
  /** A plan is expected at its place. */
  isPlaced: boolean
  /** "4 steps", "12 boxes", "commands": none where too little of it is there. */
  signs: string[]
}

/**
 * Does a document that no profile knows look like a plan: by a plan's usual place, or by steps or boxes together with what they go with?
 *
 * @param path with `/`, if the document has one
 */
export function planSigns(outline: Outline, path: string | undefined): PlanSigns {
  const isPlaced = path !== undefined && mayHoldPlan(path)
  if (path !== undefined && isWellKnown(path)) return { isPlaced, signs: [] }
  const words = outline.parts.flatMap(({ form, ordinal }) =>
    form !== 'label' && ordinal?.word !== undefined && stepWords.has(ordinal.word) ? [ordinal.word] : []
  )
  for (const part of outline.parts) words.push(...listedUnder(part))
  const boxes = outline.checkboxes.length
  const signs: string[] = []
  if (words.length >= fewest.steps) signs.push(plural(words.length, sameWord(words)))
  if (boxes >= fewest.boxes) signs.push(`${boxes} boxes`)
  if (signs.length === 0) return { isPlaced, signs }
  if (outline.nodes.fences.some(fence => parseTree(fence.value, false) !== undefined)) signs.push('a file tree')
  const isCalled = isCalledPlan(outline)
  if (isCalled) signs.push('its title')
  const isTutorial = boxes < fewest.boxes && words.every(word => word === 'step') && !isCalled
  if (!isTutorial && commandBlocksOf(outline).length > 0) signs.push('commands')
  return { isPlaced, signs: signs.length > 1 ? signs : [] }
}

/** Numbered items, or titles, right below a title that says what they are. */
function listedUnder({ form, key, blocks, children }: Part): string[] {
  const word = form === 'heading' && Object.hasOwn(listTitles, key) ? listTitles[key] : undefined
  if (word === undefined) return []
  const items = blocks.flatMap(block => (block.type === 'list' && block.ordered ? block.children : []))
  const titles = children.filter(
    ({ form: inner, ordinal }) => inner === 'heading' && ordinal?.word === undefined && ordinal?.numbers.length
  )
  return [...items, ...titles].map(() => word)
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

/** There is nothing but titles in it: comments, rules and front matter are no text. */
export function isBlank({ root }: Outline): boolean {
  return root.children.every(
    node =>
      node.type === 'yaml' ||
      node.type === 'definition' ||
      node.type === 'heading' ||
      node.type === 'thematicBreak' ||
      (node.type === 'html' && /^<!--[^]*-->$/.test(node.value))
  )
}
