/** Work that asks git on its way: written once, and done with waiting (`answerSync`) or without (`answer`). */
import { commandIn, gitErrorOf, git, gitSync, type GitAnswer, type GitOptions } from './git.ts'

interface Question {
  args: string[]
  options: GitOptions
}

/** Yields questions, one by one, and is given the answers. */
export type Asking<T> = Generator<Question, T, GitAnswer>

/** One question; git's failures are its answer. */
export function* ask(args: string[], options: GitOptions): Asking<GitAnswer> {
  return yield { args, options }
}

/** As `ask`, but a failure of git is thrown. */
export function* askOutput(args: string[], options: GitOptions): Asking<Buffer> {
  const { code, out, said } = yield* ask(args, options)
  if (code !== 0) throw gitErrorOf(said, commandIn(args))
  return out
}

/** Does the work while other work goes on. */
export async function answer<T>(asking: Asking<T>): Promise<T> {
  let step = asking.next()
  while (!step.done) {
    const { value } = step
    const resume = await git(value.args, value.options).then(
      said => () => asking.next(said),
      (error: unknown) => () => asking.throw(error)
    )
    step = resume()
  }
  return step.value
}

/** Does the work, and nothing else meanwhile. */
export function answerSync<T>(asking: Asking<T>): T {
  let step = asking.next()
  while (!step.done) {
    const { value } = step
    let said: GitAnswer
    try {
      said = gitSync(value.args, value.options)
    } catch (error) {
      step = asking.throw(error)
      continue
    }
    step = asking.next(said)
  }
  return step.value
}
