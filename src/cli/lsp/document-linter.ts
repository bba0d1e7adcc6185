/** Documents and their results: the command line's own way from a text to its report. */
import path from 'node:path'
import { parseFast } from 'mdast-fast'
import { checkText } from '../../lint/lint-text.ts'
import { sourceOf } from '../../util/source.ts'
import { lintTree } from '../../lint/lint-tree.ts'
import type { Plan } from '../../plan/bind-types.ts'
import type { Profile } from '../../profiles/schema.ts'
import { createNaming } from '../../repo/from-top.ts'
import type { Pool } from '../../repo/pool.ts'
import { createSiblings, type Siblings } from '../../sets/siblings.ts'
import type { FileReport, Finding, FatalError } from '../../types.ts'
import { createConfigFinder } from '../config/config.ts'
import { ConfigError, inWords } from '../config/error.ts'
import { relativePath } from '../discover/discover.ts'
import { createRemarkIgnore } from '../discover/remarkignore.ts'
import { createLinters, type ConfiguredLinter, type Linters } from '../linters.ts'
import type { Services } from '../runtime/services.ts'

/** What an editor may set. */
export interface EditorSettings {
  enable: boolean
  profile?: string
  /** A configuration file, relative to the folder. */
  config?: string
  dataOnly: boolean
}

export interface DocumentResult {
  findings: readonly Finding[]
  fatalErrors: readonly FatalError[]
  /** What lies around the plan could not be asked: checks were left out. */
  around?: readonly FatalError[]
  /** Files beside the plan that the result depends on: absolute paths. */
  beside?: readonly string[]
}

export interface DocumentLinter {
  lint(file: string | undefined, text: string): Promise<DocumentResult>
  /** The plan that a text is; undefined where it is none, or too much. */
  plan(file: string | undefined, text: string): Promise<Plan | undefined>
  /** Configurations may have changed. */
  forget(): void
}

/** An editor asks at every key; what lies around a plan does not change as fast. Milliseconds. */
const maxAge = 5000

const nothing: DocumentResult = { findings: [], fatalErrors: [] }

/**
 * @param cwd the editor's folder, absolute
 * @param textOf the text of a file (absolute) that is open in the editor: newer than the one on disk
 */
export function createDocumentLinter(
  cwd: string,
  env: Record<string, string | undefined>,
  services: Services,
  settings: EditorSettings,
  textOf: (file: string) => string | undefined
): DocumentLinter {
  let made: { linters: Linters; ignores: (file: string) => string | undefined; at: number } | undefined
  let pool: Promise<Pool> | undefined
  let siblings: Siblings | undefined
  const own: Services = {
    ...services,
    repositories: async () =>
      (pool ??= import('../../repo/pool.ts').then(({ createPool }) => createPool(cwd, { env, maxAge })))
  }

  function current(): NonNullable<typeof made> {
    if (made && Date.now() - made.at < maxAge) return made
    const { dataOnly, config, profile } = settings
    const finder = createConfigFinder({ cwd, given: config, dataOnly, ruleIds: services.ruleIds, isRepeated: true })
    const linters = createLinters(
      {
        patterns: [],
        outputs: [],
        profile,
        quiet: false,
        maxWarnings: Infinity,
        config,
        dataOnly,
        color: false,
        stdinFilename: undefined,
        errorOnUnmatched: false,
        stages: new Set(),
        values: new Map()
      },
      finder,
      { cwd, env },
      own
    )
    return (made = { linters, ignores: createRemarkIgnore(), at: Date.now() })
  }

  /** @returns undefined where nothing is to be said of the file */
  async function linterOf(file: string | undefined): Promise<ConfiguredLinter | undefined> {
    if (!settings.enable) return undefined
    const { linters, ignores } = current()
    if (file !== undefined && ignores(file) !== undefined) return undefined
    const linter = await linters.of(file ?? path.join(cwd, 'untitled.md'))
    const isTemplate = linter.config.drafted.some(each => each.file === file)
    return linter.config.enabled && !isTemplate ? linter : undefined
  }

  const fromTop = createNaming(cwd)
  const shownPath = (file: string | undefined): string => (file === undefined ? 'untitled.md' : relativePath(file, cwd))

  return {
    forget() {
      made = undefined
      siblings = undefined
    },
    async lint(file, text) {
      try {
        const linter = await linterOf(file)
        if (!linter) return nothing
        siblings ??= createSiblings((name, from) => {
          const open = textOf(path.resolve(cwd, name))
          return open === undefined ? linter.beside.read(name, from) : { text: open }
        })
        const report: FileReport = await linter.lint(text, shownPath(file), siblings)
        const beside = (report.beside ?? []).map(each => path.resolve(cwd, each.path))
        return {
          findings: report.findings,
          fatalErrors: report.fatalErrors,
          around: current().linters.fatalErrors(),
          beside
        }
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error
        const message = inWords(error, error.file && relativePath(error.file, cwd))
        return { findings: [], fatalErrors: [{ code: 'config', message }] }
      }
    },
    async plan(file, text) {
      const linter = await linterOf(file).catch(() => undefined)
      const source = sourceOf(text)
      if (!linter || checkText(source, linter.limits)) return undefined
      const { config } = linter
      const profiles = (await services.completeProfiles(config.profiles, config.file ?? '')) as unknown as Profile[]
      const tree = parseFast(source) ?? (await import('../../parse/parse.ts')).parsePlan(source)
      const { profile: forced } = settings
      return lintTree(tree, source, {
        options: config.options,
        profiles,
        path: fromTop(shownPath(file)),
        only: [],
        ...(forced === undefined ? {} : { forced })
      }).plan
    }
  }
}
