/** A thread of the pool: judges what is surely quick, and hands back the rest. */
import { workTree } from '../../repo/there/disk.ts'
import type { RepoFacts } from '../../repo/facts.ts'
import { laterOf } from '../../repo/past/later.ts'
import { createFacts, noFacts } from '../../repo/lookups.ts'
import type { FileReport } from '../../types.ts'
import type { ThreadAnswer, ThreadOrder } from './pool-worker.ts'
import { handedBack } from './handed-back.ts'
import type { TextLinter } from './services.ts'

/** Answers orders, one by one, until it is stopped. */
export async function serveThread(): Promise<void> {
  const port = process.getBuiltinModule('node:worker_threads').parentPort!
  const { ownServices } = await import('./own-services.ts')
  const create = await ownServices.createLinter()
  const linters = new Map<number, TextLinter>()
  const repos = new Map<number, RepoFacts>()
  port.on('message', async (order: ThreadOrder) => {
    if ('options' in order)
      return void linters.set(order.linter, create(order.options, { ...order.env, isHelping: true }))
    if ('data' in order)
      return void repos.set(order.repo, createFacts(order.data, workTree(order.data.top), laterOf(order.data)))
    const { job, linter, text, path, unavailable, repo, repoPath } = order
    const facts = repo !== undefined ? repos.get(repo)! : unavailable !== undefined ? noFacts(unavailable) : undefined
    const report = await linters
      .get(linter)!
      .lint(text, path, { ...(facts ? { repo: facts } : {}), ...(repoPath === undefined ? {} : { repoPath }) })
    port.postMessage({ job, report: report === handedBack ? undefined : withoutSource(report) } satisfies ThreadAnswer)
  })
  port.postMessage('ready' satisfies ThreadAnswer)
}

/** Who asked has the text. */
function withoutSource({ source, ...report }: FileReport): FileReport {
  void source
  return report
}
