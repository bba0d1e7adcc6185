/** What comes out of planlint does nothing to who reads it: a terminal, a runner, a page. */
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { expect } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { hasOldCommand, parseCommand } from '../report/runner.ts'
import { firstForbidden, withoutStyle } from '../report/terminal.ts'

export const linesOf = (text: string): string[] => withoutStyle(text).split(/\r\n|[\n\r\u2028\u2029\u0085\v\f]/)

export interface Outcome {
  code: number
  stdout: string
  stderr: string
}

/** Runs the command line in a folder, as a pipe would. */
export function planlintIn(cwd: string, ...argv: string[]): Promise<Outcome> {
  return planlintWith(cwd, argv)
}

/** As `planlintIn`, with something on standard input. */
export async function planlintWith(cwd: string, argv: readonly string[], stdin?: string): Promise<Outcome> {
  const [out, err]: string[][] = [[], []]
  const io = {
    stdout: { write: (text: string) => out!.push(text) },
    stderr: { write: (text: string) => err!.push(text) },
    stdin: (async function* (): AsyncGenerator<string> {
      if (stdin !== undefined) yield stdin
    })(),
    cwd,
    env: { PATH: process.env['PATH']! },
    isTTY: false,
    columns: 100
  }
  const code = await run(argv, io)
  return { code, stdout: out!.join(''), stderr: err!.join('') }
}

/** Nothing that a terminal or a runner obeys; `github` may write its own commands. */
export function expectInert(text: string, isGithub = false): void {
  expect(firstForbidden(withoutStyle(text))).toBeUndefined()
  for (const line of linesOf(text)) {
    expect(hasOldCommand(line), line.slice(0, 100)).toBe(false)
    if (!isGithub) expect(parseCommand(line) ?? /^\s*(?:::|##\[)/.exec(line), line.slice(0, 100)).toBeNull()
  }
}

/** Nothing but text, tables and planlint's own frame. */
export function expectInertMarkdown(text: string): void {
  const processor = remark().use(remarkGfm)
  const stack = [
    processor.runSync(processor.parse(text)) as { type: string; url?: string; value?: string; children?: never[] }
  ]
  for (let node = stack.pop(); node; node = stack.pop()) {
    expect(['image', 'imageReference', 'definition', 'linkReference']).not.toContain(node.type)
    if (node.type === 'html') expect(node.value).not.toMatch(/<\/?script|<img|<[^>]*\son\w+=/i)
    if (node.type === 'link' && !node.url!.startsWith('https://github.com/planlint/'))
      expect(node.url).not.toMatch(/evil|^\w+:/)
    if (node.type === 'text') expect(node.value).not.toMatch(/@(?:everyone|org)/)
    stack.push(...(node.children ?? []))
  }
}
