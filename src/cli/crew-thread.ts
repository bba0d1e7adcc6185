/** A thread of the crew: judges what is surely quick, and hands back the rest. */
import {noFacts} from '../repo/lookups.ts'
import type {FileReport} from '../types.ts'
import type {Answer, Order} from './crew.ts'
import {handedBack} from './handed-back.ts'
import type {Linter} from './services.ts'

/** Answers orders, one by one, until it is stopped. */
export async function help(): Promise<void> {
  const port = process.getBuiltinModule('node:worker_threads').parentPort!
  const {ownServices} = await import('./own-services.ts')
  const create = await ownServices.createLinter()
  const linters = new Map<number, Linter>()
  port.on('message', async (order: Order) => {
    if ('options' in order) return void linters.set(order.linter, create(order.options, {...order.env, isHelping: true}))
    const report = await linters.get(order.linter)!.lint(order.text, order.path, order.unavailable === undefined ? {} : {repo: noFacts(order.unavailable)})
    port.postMessage({job: order.job, report: report === handedBack ? undefined : withoutSource(report)} satisfies Answer)
  })
  port.postMessage('ready' satisfies Answer)
}

/** Who asked has the text. */
function withoutSource({source, ...report}: FileReport): FileReport {
  void source
  return report
}
