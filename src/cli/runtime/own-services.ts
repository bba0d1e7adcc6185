/** planlint's own parts, loaded when they are first needed. */
import type { Profile } from '../../profiles/schema.ts'
import type { RuleMeta } from '../../report/types.ts'
import type { Rule } from '../../lint/rule.ts'
import type { FileReport } from '../../types.ts'
import type { Bounded } from './bounded.ts'
import type { WorkerPool } from './worker-pool.ts'
import { handedBack } from './handed-back.ts'
import type { TextLinter, Services } from './services.ts'
import type { Task } from './task.ts'

export const ownServices: Services = {
  async expect(files, isSure, env) {
    if (workers?.isThere) return true
    const { createWorkerPool, threadsFor } = await import('./worker-pool.ts')
    workers = createWorkerPool(threadsFor(files, env['PLANLINT_THREADS']), isSure)
    return workers !== undefined
  },
  async createLinter() {
    const [{ lintTextLazily }, { siblingsOnDisk }] = await Promise.all([
      import('../../lint/linter-lazy.ts'),
      import('../../sets/disk.ts')
    ])
    return (options, env) => {
      const { profiles, forced, summary = false, isUnasked = false, onRule, parser, cwd } = env
      const environment = {
        options,
        summary,
        isUnasked,
        ...(profiles ? { profiles: profiles as unknown as Profile[] } : {}),
        ...(forced === undefined ? {} : { forced }),
        ...(parser ? { parser } : {}),
        ...(cwd === undefined ? {} : { siblings: siblingsOnDisk(cwd, options.limits?.['bytes']) }),
        ...(onRule ? { onRule } : {})
      }
      const stoppable = (
        text: string,
        path: string | undefined
      ): (() => Promise<FileReport | undefined>) | undefined =>
        env.isAlone
          ? undefined
          : env.isHelping
            ? async () => handedBack
            : () => lintBounded({ text, path, options, env })
      const here: TextLinter['lint'] = (text, path, { repoData: _, ...around } = {}) =>
        lintTextLazily(
          text,
          { ...environment, ...around, ...(path === undefined ? {} : { path }) },
          stoppable(text, path)
        )
      if (env.isAlone || env.isHelping) return { lint: here }
      return {
        lint(text, path, around = {}) {
          const { otherPlans, repo, repoPath, repoData } = around
          // Facts of a repository can't cross to a thread; what they are made of can, and why there are none.
          const mayCross =
            otherPlans === undefined &&
            around.siblings === undefined &&
            (repo === undefined || repo.unavailable !== undefined || repoData !== undefined)
          const taken = mayCross
            ? workers?.offer({ text, path, options, env, unavailable: repo?.unavailable, repoPath, repoData })
            : undefined
          return taken ? taken.then(report => report ?? here(text, path, around)) : here(text, path, around)
        }
      }
    }
  },
  async repositories(cwd, env) {
    return (await import('../../repo/pool.ts')).createPool(cwd, { env })
  },
  async readPlan() {
    return (await import('../files/read.ts')).readPlan
  },
  async formats() {
    return (await import('../../report/index.ts')).formats
  },
  async ruleIds() {
    return (await import('../../../rules/index.ts')).rules.map(rule => rule.id)
  },
  async rules() {
    const [{ rules }, { pageOf }, { pageText }] = await Promise.all([
      import('../../../rules/index.ts'),
      import('../../lint/rule.ts'),
      import('../pages.ts')
    ])
    return rules.map(rule => toMeta(rule, pageOf(rule.id), pageText(rule.id)))
  },
  async profiles() {
    const { shippedProfiles } = await import('../../profiles/builtin.ts')
    return shippedProfiles.map(data => ({ name: data.name, title: data.title, summary: data.summary, data }))
  },
  async completeProfiles(profiles, configFile) {
    return profiles.length === 0 ? [] : (await import('../config/profiles.ts')).completeProfiles(profiles, configFile)
  }
}

let bounded: Bounded | undefined
let workers: WorkerPool | undefined

/** One worker for the whole process. */
async function lintBounded(task: Task): Promise<FileReport | undefined> {
  const { createBounded, hasWorker } = await import('./bounded.ts')
  return bounded || hasWorker() ? (bounded ??= createBounded()).lint(task) : undefined
}

function toMeta({ id, summary, why, severity }: Rule, url: string, page: string | undefined): RuleMeta {
  const markdown = page ?? `# ${id}\n\n${summary}\n\n## Why\n\n${why}\n\nMore: ${url}\n`
  return { id, summary, why, severity, url, markdown }
}
