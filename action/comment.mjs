// Keeps the report in one comment of the pull request: written once, then brought up to date.
import fs from 'node:fs'
import path from 'node:path'
import { readPullRequest, say } from './event.mjs'

const { env } = process
/** The report's first line. */
const marker = '<!-- planlint -->'
const report = path.join(env.RUNNER_TEMP, 'planlint/report.md')
const comments = `${env.GITHUB_API_URL}/repos/${env.GITHUB_REPOSITORY}/issues`

async function ask(method, url, body) {
  const response = await fetch(url, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${env.INPUT_TOKEN}`,
      'content-type': 'application/json'
    },
    ...(body ? { body: JSON.stringify(body) } : {})
  })
  if (!response.ok) throw new Error(`${method} ${new URL(url).pathname}: ${response.status} ${response.statusText}`)
  return response.json()
}

/** People quote comments: only one that a bot wrote, and that begins so, is ours. */
async function findOurs(number) {
  for (let page = 1; ; page++) {
    const found = await ask('GET', `${comments}/${number}/comments?per_page=100&page=${page}`)
    const ours = found.find(comment => comment.user?.type === 'Bot' && comment.body?.startsWith(marker))
    if (ours || found.length < 100) return ours
  }
}

async function keep({ number }) {
  const body = fs.readFileSync(report, 'utf8')
  const ours = await findOurs(number)
  if (ours) await ask('PATCH', `${comments}/comments/${ours.id}`, { body })
  else await ask('POST', `${comments}/${number}/comments`, { body })
}

const pull = readPullRequest()
if (!pull) say('notice', 'No comment: this run belongs to no pull request')
else if (!fs.existsSync(report)) say('notice', 'No comment: there is no report')
// The verdict is that of the step before: without permission, as in pull requests from forks, it still stands.
else
  await keep(pull).catch(error =>
    say(
      'warning',
      `No comment: ${error.message}; the job needs the permission "pull-requests: write", which pull requests from forks do not have`
    )
  )
