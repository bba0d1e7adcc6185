/** Steps that are a list: titles that say so of what stands below them. */
import type { ListItem, RootContent } from 'mdast'
import type { Outline, Part } from '../../outline/types.ts'

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

/** What is listed below a title: steps, tasks; undefined where it does not say. */
export function countedBelow(key: string): 'step' | 'task' | undefined {
  return Object.hasOwn(listTitles, key) ? listTitles[key] : undefined
}

/** Does a title say that what stands below it are steps? */
export function listsSteps({ form, key }: Part): boolean {
  return form === 'heading' && countedBelow(key) !== undefined
}

/** Numbered items right below a title that says that they are steps. */
export function listedSteps({ parts }: Outline): ListItem[] {
  return parts.filter(listsSteps).flatMap(({ blocks }) => numberedIn(blocks))
}

/** The items of numbered lists among blocks. */
export function numberedIn(blocks: readonly RootContent[]): ListItem[] {
  return blocks.flatMap(block => (block.type === 'list' && block.ordered ? block.children : []))
}
