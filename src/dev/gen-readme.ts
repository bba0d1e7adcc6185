import { lintOptions } from '../cli/args/lint-options.ts'
import { loadCommands } from '../cli/commands.ts'
import { run } from '../cli/run.ts'
import { formatSummaries } from '../report/index.ts'
import { fenced, table } from './markdown.ts'

/** Findings that the README shows whole; the others are counted. */
const shown = ['[file-tree]', '[step-verification]', '[step-sequence]']

/**
 * What the command says of a plan that ships with the project: its first line, some findings, its last lines.
 *
 * @throws {Error} Where the run did not end as a run over a plan with defects does.
 */
export async function sampleRun(file: string): Promise<string> {
  const { code, text } = await runHere([file, '--no-config', '--no-color'])
  if (code !== 1) throw new Error(`Expected exit code 1 for ${file}, found ${code}: ${text}`)
  const blocks = text
    .trimEnd()
    .replace(/ · [\d.]+ m?s$/m, '')
    .split('\n\n')
    .reduce<string[]>(joinFrames, [])
  const [first, ...rest] = blocks
  const last = rest.pop()
  const kept = rest.filter(block => shown.some(rule => block.includes(rule)))
  const left = `    … and ${rest.length - kept.length} more`
  return fenced([`$ npx planlint ${file}`, first, ...kept, left, last].join('\n\n'), 'text')
}

/** Blank lines inside of a frame do not end it. */
function joinFrames(blocks: string[], block: string): string[] {
  const before = blocks.at(-1)
  if (before === undefined || /^ +╭|^\S/.test(block)) blocks.push(block)
  else blocks[blocks.length - 1] = `${before}\n\n${block}`
  return blocks
}

/** Runs the command in this process. */
export async function runHere(argv: readonly string[]): Promise<{ code: number; text: string }> {
  const out: string[] = []
  const io = {
    stdout: { write: (text: string) => out.push(text) },
    stderr: { write: (text: string) => out.push(text) },
    stdin: (async function* () {})(),
    cwd: process.cwd(),
    env: {},
    isTTY: false,
    columns: 100
  }
  const code = await run(argv, io as unknown as Parameters<typeof run>[1])
  return { code, text: out.join('') }
}

/** Options of the command, as `--help` has them. */
export function optionTable(): string {
  return table(
    ['Option', 'Does'],
    lintOptions.map(option => {
      const name = `--${option.kind === 'negative' ? 'no-' : ''}${option.name}${option.value ? ` ${option.value}` : ''}`
      return [
        [option.alias && `\`-${option.alias}\``, `\`${name}\``, option.isNegatable && `\`--no-${option.name}\``]
          .filter(Boolean)
          .join(', '),
        option.description
      ]
    })
  )
}

/** Commands besides the default one. */
export async function commandTable(): Promise<string> {
  return table(
    ['Command', 'Does'],
    (await loadCommands()).map(command => [`\`${command.usage}\``, command.description])
  )
}

/** Formats with what they are for. */
export async function formatTable(): Promise<string> {
  return table(
    ['Format', 'Is'],
    (await formatSummaries()).map(([name, description]) => [`\`${name}\``, description])
  )
}
