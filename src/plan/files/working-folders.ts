import { readPath } from '../../files/paths.ts'
import { onceEach } from '../../util/once.ts'
import type { Plan } from '../bind-types.ts'
import { proseOf } from '../prose.ts'

/** The folders in which a plan says that commands are to be run. */
interface WorkingFolders {
  has(folder: string): boolean
}

/** Reads where a plan has its commands run: a `cd` that nothing follows, a sentence that says so. Memoised per plan. */
export const workingFolders: (plan: Plan) => WorkingFolders = onceEach(plan => {
  let entered: Set<string> | undefined
  return {
    has: folder => {
      entered ??= enteredFolders(plan)
      return entered.has(folder) || isSaid(folder, plan)
    }
  }
})

function enteredFolders(plan: Plan): Set<string> {
  const entered = new Set<string>()
  for (const { script } of plan.content.commands({ start: 0, end: plan.outline.source.length })) {
    const last = script.commands.at(-1)
    if (last?.name !== 'cd') continue
    const ref = readPath(last.args[0] ?? '', { lenient: true })
    if (ref && ref.escapes === undefined) entered.add(last.cwd === undefined ? ref.path : `${last.cwd}/${ref.path}`)
  }
  return entered
}

const running = /\b(?:run|runs|running|execute|executed|commands?|working directory|cwd|shell|terminal)\b/i
/** What stands right before the folder in "run from `web`", "working directory: web". */
const inside =
  /\b(?:from|in|inside|within|under|below|directory|folder|cwd|cd)(?: the)?(?: folder| directory)?[ :]{1,2}["'`*]{0,3}$/i

/** "Run all commands from `backend/`." */
function isSaid(folder: string, plan: Plan): boolean {
  const leaf = folder.slice(folder.lastIndexOf('/') + 1)
  return proseOf(plan)
    .linesWith(leaf)
    .some(({ text }) => {
      const at = text.indexOf(folder)
      return at > 0 && running.test(text) && inside.test(text.slice(Math.max(0, at - 40), at).replace(/\.\/$/, ''))
    })
}
