import { lintPlan, knownProfiles } from '../lint-plan.ts'
import type { WorkerAnswer, Ask } from '../lint-plan.ts'

const answer = (message: WorkerAnswer): void => postMessage(message)

addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  if ('text' in data) answer({ id: data.id, result: lintPlan(data.text, data.profile) })
  else answer({ id: 0, profiles: knownProfiles(new Date()) })
})
