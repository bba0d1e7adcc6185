/** The server for agents that speak the Model Context Protocol: questions come in by its own library, commands answer. */
import type { Call } from '../call.ts'
import { UsageError, type ExitCode } from '../io.ts'
import { version } from '../version.ts'
import { ConfigError } from '../config/error.ts'
import { clean, cleanLines } from '../../report/text/clean.ts'
import { servingFolder, tools, type Given, type Tool } from './tools.ts'

/** One message; a plan is measured by the limits of every door besides. Bytes. */
const maxMessage = 16 * 1024 * 1024

/** Serves over standard input and output until the agent hangs up. */
export async function serveMcp(given: Call): Promise<ExitCode> {
  const call = { ...given, services: servingFolder(given.services, given.io.cwd) }
  const { McpServer, serveStdio, StdioServerTransport, z } = await import('./protocol.ts')
  const inTurn = oneByOne()
  const transport = new StdioServerTransport(process.stdin, process.stdout, { maxBufferSize: maxMessage })
  serveStdio(
    () => {
      const server = new McpServer({ name: 'planlint', version })
      for (const tool of tools)
        server.registerTool(
          tool.name,
          {
            title: tool.title,
            description: tool.description,
            inputSchema: z.strictObject(tool.input(z)),
            annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false }
          },
          asked => inTurn(() => answer(tool, asked, call))
        )
      return server
    },
    { transport, onerror: error => call.io.stderr.write(`planlint: ${clean(error.message)}\n`) }
  )
  await new Promise(resolve => process.stdin.once('close', resolve).once('end', resolve))
  return 0
}

type Result = {
  content: { type: 'text'; text: string }[]
  structuredContent?: Record<string, unknown>
  isError?: true
}

/** Total: what cannot be done is said to the agent, and the next question is answered as ever. */
async function answer(tool: Tool, given: Given, call: Call): Promise<Result> {
  try {
    const { text, data, isError } = await tool.answer(given, call)
    return {
      content: [{ type: 'text', text }],
      ...(data ? { structuredContent: data } : {}),
      ...(isError ? { isError: true } : {})
    }
  } catch (error) {
    const text = inText(error)
    return { content: [{ type: 'text', text: cleanLines(text).join('\n') }], isError: true }
  }
}

function inText(error: unknown): string {
  if (error instanceof UsageError) return [error.message, ...error.more].join('\n')
  if (error instanceof ConfigError) return error.problems.map(({ message }) => message).join('\n')
  return `planlint failed: ${error instanceof Error ? error.message : String(error)}`
}

/** Questions may come all at once: their plans are judged one after the other. */
function oneByOne(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }
}
