import { judge, knownProfiles } from '../judge.ts'
import type { Answer, Ask } from '../judge.ts'

const answer = (message: Answer): void => postMessage(message)

addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  if ('text' in data) answer({ id: data.id, verdict: judge(data.text, data.profile) })
  else answer({ id: 0, profiles: knownProfiles(new Date()) })
})
