import { lintPlan, knownProfiles } from '../lint-plan.ts'
import type { Answer, Ask } from '../lint-plan.ts'

const answer = (message: Answer): void => postMessage(message)

addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  if ('text' in data) answer({ id: data.id, result: lintPlan(data.text, data.profile) })
  else answer({ id: 0, profiles: knownProfiles(new Date()) })
})
