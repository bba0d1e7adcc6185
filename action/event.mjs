// What the event says that started the workflow.
import fs from 'node:fs'

/** What starts them is in the repository already; whatever else there is, or will be, may carry the text of strangers. */
const ownEvents = new Set(['push', 'schedule', 'workflow_dispatch', 'release'])
const pullRequests = new Set(['pull_request', 'pull_request_target'])

/** @returns the pull request of the event, or undefined */
export function readPullRequest(env = process.env) {
  if (!pullRequests.has(env.GITHUB_EVENT_NAME) || !env.GITHUB_EVENT_PATH) return undefined
  const { pull_request: pull } = JSON.parse(fs.readFileSync(env.GITHUB_EVENT_PATH, 'utf8'))
  if (!pull) return undefined
  const isStrange =
    env.GITHUB_EVENT_NAME === 'pull_request_target' || pull.head.repo?.full_name !== pull.base.repo?.full_name
  return { number: pull.number, base: pull.base.sha, head: pull.head.sha, isStrange }
}

/** Is the checkout surely what people of the repository wrote? */
export function isTrusted(pull, env = process.env) {
  return pull ? !pull.isStrange : ownEvents.has(env.GITHUB_EVENT_NAME)
}

/** One workflow command; nothing in the text can end it. */
export function say(level, text) {
  const escaped = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
  process.stdout.write(`::${level} title=planlint::${escaped}\n`)
}
