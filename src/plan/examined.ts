import type { Examined } from '../types.ts'
import type { Plan } from './bind-types.ts'
import { filesOf } from './files/mentions.ts'
import { countListed } from './units/loose.ts'
import { stepsOf } from './steps.ts'

/** Counts what the model saw. */
export function examine(plan: Plan | undefined): Examined {
  if (!plan) return { sections: 0, steps: 0, commands: 0, files: 0, checkboxes: 0 }
  const whole = { start: 0, end: plan.outline.source.length }
  let commands = 0
  for (const block of plan.content.commands(whole))
    commands += block.inline ? 1 : Math.max(1, block.script.commands.length)
  const files = new Set<string>()
  for (const { kind, path } of filesOf(plan).mentions) if (kind !== 'directory') files.add(path)
  return {
    sections: plan.sections.filter(section => section.part).length,
    steps: stepsOf(plan).length || countListed(plan),
    commands,
    files: files.size,
    checkboxes: plan.outline.checkboxes.length
  }
}
