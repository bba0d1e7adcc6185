/** Questions at a terminal, one line each. */
import type { Io } from '../io.ts'

type Reply = 'yes' | 'no' | 'all' | 'quit'

export interface Questions {
  /** @param details shown to whoever wants to see them first */
  ask(question: string, details: string): Promise<Reply>
  end(): Promise<void>
}

const answers: Readonly<Record<string, Reply>> = { '': 'yes', y: 'yes', n: 'no', a: 'all', q: 'quit' }

/** @returns asks until an answer is one; where the input ends, nothing more is agreed to */
export function questions({ stdin, stdout }: Pick<Io, 'stdin' | 'stdout'>): Questions {
  const chunks = stdin[Symbol.asyncIterator]()
  let rest = ''
  const line = async (): Promise<string | undefined> => {
    for (;;) {
      const end = rest.indexOf('\n')
      if (end >= 0) {
        const found = rest.slice(0, end)
        rest = rest.slice(end + 1)
        return found
      }
      const { value, done } = await chunks.next()
      if (done === true) return undefined
      rest += typeof value === 'string' ? value : Buffer.from(value).toString('utf8')
    }
  }
  return {
    async ask(question, details) {
      for (;;) {
        stdout.write(`${question} [Y/n/d/a/q] `)
        const said = await line()
        if (said === undefined) return 'quit'
        const sign = said.trim().toLowerCase().slice(0, 1)
        const answer = answers[sign]
        if (answer) return answer
        if (sign === 'd') stdout.write(details)
        else stdout.write('  y: yes, n: no, d: show the change, a: yes to all, q: stop and write nothing\n')
      }
    },
    async end() {
      await chunks.return?.()
    }
  }
}
