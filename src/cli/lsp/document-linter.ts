/** Documents and their results: the command line's own way from a text to its report. */
import path from 'node:path'
import { parseFast } from 'mdast-fast'
import { checkText } from '../../lint/lint-text.ts'
import { sourceOf } from '../../util/source.ts'
import { lintTree } from '../../lint/lint-tree.ts'
import type { Plan } from '../../plan/bind-types.ts'
import type { Profile } from '../../profiles/schema.ts'
import { createNaming } from '../../repo/from-top.ts'
import { createSiblings, type Siblings } from '../../sets/siblings.ts'
import type { Finding, FatalError } from '../../types.ts'
import { ConfigError, inWords } from '../config/error.ts'
import { relativePath } from '../discover/relative-path.ts'
import type { ConfiguredLinter } from '../linters/configured.ts'
import { createFreshLinters, type EditorSettings, type LinterPlace } from './fresh-linters.ts'

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

const nothing: DocumentResult = { findings: [], fatalErrors: [] }

/** @param textOf the text of a file (absolute) that is open in the editor: newer than the one on disk */
export function createDocumentLinter(
  place: LinterPlace,
  settings: EditorSettings,
  textOf: (file: string) => string | undefined
): DocumentLinter {
  const { cwd, services } = place
  const linters = createFreshLinters(place, settings)
  const fromTop = createNaming(cwd)
  const shownPath = (file: string | undefined): string => (file === undefined ? 'untitled.md' : relativePath(file, cwd))
  let siblings: Siblings | undefined

  return {
    forget() {
      linters.forget()
      siblings = undefined
    },
    async lint(file, text) {
      try {
        const linter = await linters.of(file)
        if (!linter) return nothing
        siblings ??= siblingsOf(linter)
        const { findings, fatalErrors, beside = [] } = await linter.lint(text, shownPath(file), siblings)
        const around = linters.fatalErrors()
        return { findings, fatalErrors, around, beside: beside.map(each => path.resolve(cwd, each.path)) }
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error
        const lines = inWords(error, cwd)
        return { findings: [], fatalErrors: lines.map(message => ({ code: 'config', message })) }
      }
    },
    async plan(file, text) {
      const linter = await linters.of(file).catch(() => undefined)
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

  /** The files beside a plan, of which the editor may have newer texts. */
  function siblingsOf({ beside }: ConfiguredLinter): Siblings {
    return createSiblings((name, from) => {
      const open = textOf(path.resolve(cwd, name))
      return open === undefined ? beside.read(name, from) : { text: open }
    })
  }
}
