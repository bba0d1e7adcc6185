/** Lints in a thread of its own what might take long: it can be stopped there, and what it takes with it is not the run. */
import type { PortableSurroundings } from './services.ts'
import type { Said, Task } from './task.ts'
import type { SurroundingsOf } from '../linters/surroundings.ts'
import { writeWhere } from './whereabouts.ts'

/** Answers tasks, one by one, until it is stopped. */
export async function work(): Promise<void> {
  const port = process.getBuiltinModule('node:worker_threads').parentPort!
  const [{ ownServices }, { createSurroundings, asksRepository }] = await Promise.all([
    import('./own-services.ts'),
    import('../linters/surroundings.ts')
  ])
  const create = await ownServices.createLinter()
  let surroundings: SurroundingsOf | undefined
  const aroundOf = async ({ path, options }: Task): Promise<PortableSurroundings> => {
    if (path === undefined || !asksRepository(options)) return {}
    return (surroundings ??= createSurroundings(process.cwd(), process.env, ownServices)).of(path)
  }
  port.on('message', async (task: Task) => {
    const onRule = (id: string): void => writeWhere(task.where, id)
    port.postMessage(
      (await create(task.options, { ...task.env, isAlone: true, onRule }).lint(
        task.text,
        task.path,
        await aroundOf(task)
      )) satisfies Said
    )
  })
  port.postMessage('ready' satisfies Said)
}
