/** Runs the command line in-process, in a folder made for the test, with a linter whose verdicts a test can foresee. */
import { ConfigError } from '../../src/cli/config/error.ts'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { run } from '../../src/cli/run.ts'
import type { TextLinter, LinterEnv, Services } from '../../src/cli/runtime/services.ts'
import type { PlanlintOptions } from '../../src/options.ts'
import { formats } from '../../src/report/index.ts'
import type { FileReport, Finding } from '../../src/types.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true })
})

/** Files by path; a value of null makes a folder. */
export type Files = Record<string, string | Uint8Array | null>

export function folderOf(files: Files): string {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'planlint-cli-')))
  folders.push(root)
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, name)
    fs.mkdirSync(content === null ? file : path.dirname(file), { recursive: true })
    if (content !== null) fs.writeFileSync(file, content)
  }
  return root
}

export interface Outcome {
  code: number
  stdout: string
  stderr: string
}

export interface World {
  cwd: string
  env?: Record<string, string>
  stdin?: string | Uint8Array
  isTTY?: boolean
  isErrorTTY?: boolean
  services?: Partial<Services>
}

export async function runIn(world: World, ...argv: string[]): Promise<Outcome> {
  const out: string[] = []
  const err: string[] = []
  const stdin = (async function* () {
    if (world.stdin !== undefined) yield world.stdin
  })()
  const io = {
    stdout: { write: (text: string) => out.push(text) },
    stderr: { write: (text: string) => err.push(text) },
    stdin,
    cwd: world.cwd,
    env: world.env ?? {},
    isTTY: world.isTTY ?? false,
    isErrorTTY: world.isErrorTTY ?? false,
    columns: 100
  }
  const code = await run(argv, io, { ...stubServices(), ...world.services })
  return { code, stdout: out.join(''), stderr: err.join('') }
}

/** Ids and profiles that tests use. */
export const ruleIds = ['required-sections', 'step-verification', 'no-placeholder', 'profile-match']
const profileNames = ['design-plan', 'planning-md']

/** What a linter was made with, newest last. */
export const made: { options: PlanlintOptions; env: LinterEnv }[] = []

export function stubServices(): Services {
  return {
    createLinter: async () => (options, env) => {
      made.push({ options, env })
      return stubLinter({ ...options, ...(env.forced === undefined ? {} : { profile: env.forced }) })
    },
    readPlan: async () => async file => {
      try {
        return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(fs.readFileSync(file)) }
      } catch (error) {
        return {
          ok: false,
          fatal: { code: 'unreadable', message: `Unreadable: ${(error as NodeJS.ErrnoException).code ?? 'UTF-8'}` }
        }
      }
    },
    formats: async () => formats,
    ruleIds: async () => ruleIds,
    rules: async () =>
      ruleIds.map(id => ({
        id,
        summary: `About ${id}.`,
        why: 'Because.',
        url: `https://example.org/${id}`,
        markdown: `# ${id}\n\nAbout it.\n\n\`\`\`md\n# no heading\n\`\`\`\n`,
        severity: 'error' as const
      })),
    profiles: async () =>
      profileNames.map(name => ({
        name,
        title: `Title of ${name}`,
        summary: `About ${name}`,
        data: { name, sections: [{ id: 'goal', title: 'Goal' }] }
      })),
    completeProfiles: async (profiles, file) => {
      for (const profile of profiles)
        if (typeof profile.name !== 'string') throw new ConfigError('Profile "?" is not valid: "name": Missing', file)
      return [...profiles]
    }
  }
}

/** A text that begins with "# Plan" is a plan, "no plan" declares itself none; each line "error" or "warning" is such a finding. */
function stubLinter(options: PlanlintOptions): TextLinter {
  return {
    lint(text, file) {
      const isPlan = options.profile !== undefined || text.startsWith('# Plan')
      const lines = text.split('\n')
      const found = lines.flatMap((line, index) =>
        line === 'error' || line === 'warning' ? [finding('no-placeholder', line, index + 1, line.length)] : []
      )
      const excluded = text.startsWith('no plan')
      const isMatchOff = options.rules?.['profile-match'] === false
      const findings = isPlan ? found : excluded || isMatchOff ? [] : [finding('profile-match', 'warning', 1, 1)]
      const report: FileReport = {
        path: file ?? '<stdin>',
        ...(isPlan
          ? { state: 'judged', profile: options.profile ?? 'design-plan', recognised: 'certain' }
          : {
              state: excluded ? 'excluded' : 'not-judged',
              profile: null,
              reason: excluded ? 'it says so' : 'no plan'
            }),
        profileScore: 1,
        status: null,
        examined: { sections: 1, steps: 0, commands: 0, files: 0, checkboxes: 0 },
        findings,
        fatalErrors: [],
        notes: [],
        skipped: [],
        source: text
      }
      if (lines.includes('crash'))
        report.fatalErrors.push({
          code: 'crashed-rule',
          message: 'Rule no-placeholder crashed',
          rule: 'no-placeholder'
        })
      return report
    }
  }
}

function finding(rule: string, severity: Finding['severity'], line: number, length: number): Finding {
  const place = { start: { line, column: 1, offset: 0 }, end: { line, column: 1 + length, offset: length } }
  return {
    rule,
    messageId: 'x',
    severity,
    message: `Found ${severity}`,
    help: 'Take it out',
    place,
    url: `https://example.org/${rule}`,
    fingerprint: `${rule}-${line}`
  }
}
