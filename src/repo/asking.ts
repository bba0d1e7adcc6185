/** Work that asks git on its way: written once, and done with waiting (`answerSync`) or without (`answer`). */
import { explain, git, gitSync, type GitAnswer, type GitOptions } from './git.ts'

interface Question {
  args: string[]
  options: GitOptions
}

/** Yields questions, or several works that don't depend on each other, and is given what they come to. */
export type Asking<T> = Generator<Question | Asking<unknown>[], T, unknown>

/** One question; git's failures are its answer. */
export function* ask(args: string[], options: GitOptions): Asking<GitAnswer> {
  return (yield { args, options }) as GitAnswer
}

/** As `ask`, but a failure of git is thrown. */
export function* askOutput(args: string[], options: GitOptions): Asking<Buffer> {
  const { code, out, said } = yield* ask(args, options)
  if (code !== 0) throw explain(said, args[0] ?? '')
  return out
}

/** Two works, side by side where nobody has to wait. */
export function* both<A, B>(first: Asking<A>, second: Asking<B>): Asking<[A, B]> {
  return (yield [first, second]) as [A, B]
}

/** Does the work while other work goes on. */
export async function answer<T>(asking: Asking<T>): Promise<T> {
  let step = asking.next()
  while (!step.done) {
    const { value } = step
    const reply = Array.isArray(value) ? Promise.all(value.map(answer)) : git(value.args, value.options)
    const resume = await reply.then(
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
    let said: unknown
    try {
      said = Array.isArray(value) ? value.map(answerSync) : gitSync(value.args, value.options)
    } catch (error) {
      step = asking.throw(error)
      continue
    }
    step = asking.next(said)
  }
  return step.value
}
