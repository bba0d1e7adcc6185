/** What an agent may ask: each tool calls a command, so that its answer is the command line's. */
import path from 'node:path'
import type { z as Zod } from 'zod'
import type { Call } from '../call.ts'
import { realPlace } from '../files/real-place.ts'
import { isInside } from '../../repo/inside.ts'
import { runInside, type CommandResult } from '../run-inside.ts'
import { UsageError } from '../io.ts'
import type { Formats } from '../../report/index.ts'
import type { Format } from '../../report/types.ts'
import type { Services } from '../runtime/services.ts'

type Z = typeof Zod
export type Given = Record<string, string | undefined>

/** What a tool answers: text for the model, and data for whoever reads it by program. */
interface ToolAnswer {
  text: string
  data?: Record<string, unknown>
  /** It could not be done as it was asked for: nothing was judged. */
  isError?: boolean
}

export interface Tool {
  name: string
  title: string
  description: string
  /** Its arguments, all of them texts. */
  input: (z: Z) => Record<string, Zod.ZodType<string | undefined>>
  /** @throws {UsageError} when what was asked for cannot be */
  answer: (given: Given, call: Call) => Promise<ToolAnswer>
}

const anyProfile = 'A profile that judges whatever the plan looks like; list them with describe_profile'

export const tools: readonly Tool[] = [
  {
    name: 'lint_plan',
    title: 'Lint a plan',
    description:
      'Check a plan document (PLAN.md, a design plan, spec-kit, Kiro, superpowers…): what is missing, contradictory or not verifiable, each with place and remedy. Give path for a file or folder, or text for a plan that is not written yet.',
    input: z => ({
      path: z.string().max(4096).optional().describe('File or folder, relative to the folder that is served'),
      text: z.string().optional().describe('The Markdown of a plan; instead of path'),
      filename: z.string().max(4096).optional().describe('With text: where the plan will lie'),
      profile: z.string().max(200).optional().describe(anyProfile)
    }),
    answer: lintPlan
  },
  {
    name: 'explain_rule',
    title: 'Explain a rule',
    description: 'The page of a rule that a finding names: why it is there, what is right and what is wrong.',
    input: z => ({ rule: z.string().max(200).describe('Its id, such as step-verification') }),
    answer: async ({ rule = '' }, call) => textOf(await inside('explain', ['--no-color', '--', rule], call))
  },
  {
    name: 'describe_profile',
    title: 'Describe a profile',
    description: 'What a plan of a profile must show; without a name, the profiles there are.',
    input: z => ({ profile: z.string().max(200).optional().describe('Its name, such as design-plan') }),
    answer: async ({ profile }, call) => textOf(await inside('profiles', ['--', ...listOf(profile)], call))
  },
  {
    name: 'new_plan',
    title: 'Begin a plan',
    description: 'The Markdown of a plan of a profile, to fill in. Writes no file.',
    input: z => ({ profile: z.string().max(200).describe('The name of the profile, such as design-plan') }),
    answer: async ({ profile = '' }, call) => textOf(await inside('init', ['--', profile], call))
  },
  {
    name: 'plan_status',
    title: 'Show how far the plans are',
    description: 'Every plan of the folder that is served: status, steps and boxes done, findings.',
    input: z => ({ path: z.string().max(4096).optional().describe('A file or folder alone') }),
    answer: async ({ path: place }, call) => {
      const words = listOf(place && inFolder(place, call.io.cwd))
      // A folder without plans has none; a path that leads nowhere is a mistake.
      const flags = place === undefined ? ['--no-error-on-unmatched-pattern'] : []
      const { code, out, said } = await inside('status', ['--format', 'json', ...flags, '--', ...words], call)
      return {
        text: code === 2 ? `${said.trim()}\n${out}` : out,
        isError: code === 2,
        data: JSON.parse(out) as Record<string, unknown>
      }
    }
  }
]

async function lintPlan({ path: place, text, filename, profile }: Given, call: Call): Promise<ToolAnswer> {
  if ((place === undefined) === (text === undefined)) throw new UsageError('Give either path or text')
  const reports: { text?: string; json?: string } = {}
  const services = { ...call.services, formats: async () => bothFormats(call.services, reports) }
  const words = text === undefined ? [inFolder(place!, call.io.cwd)] : ['-']
  const argv = [
    '--format',
    both,
    ...(profile === undefined ? [] : ['--profile', profile]),
    ...(text === undefined || filename === undefined ? [] : ['--stdin-filename', inFolder(filename, call.io.cwd)]),
    ...(text === undefined ? ['--', ...words] : words)
  ]
  const { code, said } = await runInside(
    call.commands.main,
    argv,
    { values: handedOn(call), ...(text === undefined ? {} : { stdin: text }) },
    { ...call, services }
  )
  if (reports.text === undefined || reports.json === undefined) throw new UsageError(said.trim())
  return { text: reports.text, data: JSON.parse(reports.json) as Record<string, unknown>, isError: code === 2 }
}

const both = 'both'

/** One run, told in two formats. */
async function bothFormats(services: Services, reports: { text?: string; json?: string }): Promise<Formats> {
  const formats = await services.formats()
  const [agent, json] = await Promise.all([formats['agent']!(), formats['json']!()])
  const render: Format['render'] = (report, options) => {
    reports.text = agent.render(report, options)
    reports.json = json.render(report, options)
    return ''
  }
  return { [both]: async () => ({ summary: agent.summary, showsSource: true, render }) }
}

async function inside(name: string, argv: readonly string[], call: Call): Promise<CommandResult> {
  const outcome = await runInside(call.commands.named[name]!, argv, { values: handedOn(call) }, call)
  if (outcome.code === 2 && outcome.out === '') throw new UsageError(outcome.said.trim())
  return outcome
}

function textOf({ out }: CommandResult): ToolAnswer {
  return { text: out }
}

function listOf(word: string | undefined): string[] {
  return word === undefined ? [] : [word]
}

/** How the server was started says how every question is answered. */
function handedOn({ parsed }: Call): Call['parsed']['values'] {
  return new Map([...parsed.values].filter(([name]) => ['config', 'config-js'].includes(name)))
}

/** The services of a call, of which none reads a plan elsewhere: a folder that is served may hold links that lead out of it. */
export function servingFolder(services: Services, cwd: string): Services {
  return {
    ...services,
    async readPlan() {
      const read = await services.readPlan()
      return (file, limits, isRegular) =>
        isServed(file, cwd)
          ? read(file, limits, isRegular)
          : { ok: false, fatal: { code: 'outside', message: outside } }
    }
  }
}

const outside = 'lies outside of the folder that planlint mcp serves'

function isServed(file: string, cwd: string): boolean {
  return isInside(cwd, file) && isInside(realPlace(cwd), realPlace(file))
}

/**
 * What is asked for lies in the folder that is served, links followed: an agent that was told of a file elsewhere learns nothing of it here.
 *
 * @returns the path, relative to the folder
 * @throws {UsageError} when it lies elsewhere
 */
function inFolder(place: string, cwd: string): string {
  const elsewhere = new UsageError(`"${place}" ${outside}`)
  if (place.includes('\0')) throw elsewhere
  const file = path.resolve(cwd, place)
  if (!isServed(file, cwd)) throw elsewhere
  return path.relative(cwd, file).replaceAll('\\', '/') || '.'
}
