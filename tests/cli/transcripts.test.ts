/** Replays `transcripts/*.md`: files, a command, its exit code and all that it says. `vitest -u` rewrites what it says. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { folderOf, runIn } from './harness.ts'

const folder = path.join(import.meta.dirname, 'transcripts')

test.each(fs.readdirSync(folder).filter(name => name.endsWith('.md')))('%s', async name => {
  const file = path.join(folder, name)
  await expect(await replay(fs.readFileSync(file, 'utf8'))).toMatchFileSnapshot(file)
})

/** Fences with a file name make files; `console` fences are replayed in the folder that came about so far. */
async function replay(text: string): Promise<string> {
  const files: Record<string, string> = {}
  const parts = text.split(/^(````?)([^\n`]*)\n([\s\S]*?)^\1$/m)
  let result = parts[0]!
  for (let index = 1; index < parts.length; index += 4) {
    const [fence, info, body, after] = parts.slice(index, index + 4) as [string, string, string, string]
    const fileName = /^\S+ (\S+)$/.exec(info)?.[1]
    if (fileName !== undefined) files[fileName] = body
    result += `${fence}${info}\n${info === 'console' ? await say(body, files) : body}${fence}${after}`
  }
  return result
}

async function say(body: string, files: Record<string, string>): Promise<string> {
  const command = body.slice(0, body.indexOf('\n'))
  const [, stdin, words] = /^\$ (?:printf "(.*)" \| )?planlint(.*)$/.exec(command)!
  const argv =
    words!.trim() === ''
      ? []
      : words!
          .trim()
          .split(' ')
          .map(word => word.replaceAll("'", ''))
  const { code, stdout, stderr } = await runIn(
    { cwd: folderOf(files), ...(stdin === undefined ? {} : { stdin: stdin.replaceAll('\\n', '\n') }) },
    ...argv
  )
  const trouble =
    stderr === ''
      ? ''
      : stderr
          .trimEnd()
          .split('\n')
          .map(line => `[stderr] ${line}\n`)
          .join('')
  return `${command}\n${stdout.replace(/\b\d+(?:\.\d+)? m?s$/gm, 'N ms')}${trouble}[exit ${code}]\n`
}
