// Runs planlint with the inputs of the action, which come as INPUT_… in the environment.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fetchHistory, findBase } from './base.mjs'
import { isTrusted, readPullRequest, say } from './event.mjs'

const { env } = process
const input = name => (env[`INPUT_${name}`] ?? '').trim()
const folder = path.join(env.RUNNER_TEMP, 'planlint')
const files = {
  json: path.join(folder, 'report.json'),
  markdown: path.join(folder, 'report.md'),
  sarif: path.resolve(input('SARIF_FILE') || path.join(folder, 'report.sarif'))
}

/** Said, and the step fails as planlint does where it can't do its work. */
class Refusal extends Error {}

function oneOf(name, known) {
  const value = input(name)
  if (!known.includes(value))
    throw new Refusal(
      `Unknown value "${value}" of "${name.toLowerCase().replaceAll('_', '-')}"; known: ${known.join(', ')}`
    )
  return value
}

function isDataOnly(pull) {
  const setting = oneOf('CONFIG_JS', ['auto', 'true', 'false'])
  return setting === 'auto' ? !isTrusted(pull) : setting === 'false'
}

function sinceOf(pull) {
  const wanted = input('SINCE')
  if (wanted === 'none') return undefined
  if (wanted !== '' || !pull) return wanted || undefined
  const base = findBase(pull)
  if (base === undefined)
    throw new Refusal(
      'The checkout lacks the history that tells which plans changed: give actions/checkout "fetch-depth: 0", or this action "since: none" to judge all plans'
    )
  return base
}

function argumentsOf(pull) {
  const failOn = oneOf('FAIL_ON', ['error', 'warning', 'never'])
  const since = sinceOf(pull)
  const paths = input('PATHS')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  return [
    `--format=${input('FORMAT') || 'github'}`,
    ...Object.entries(files).flatMap(([format, file]) => [`--format=${format}`, `--output-file=${file}`]),
    ...(input('PROFILE') ? [`--profile=${input('PROFILE')}`] : []),
    ...(failOn === 'warning' ? ['--max-warnings=0'] : []),
    ...(isDataOnly(pull) ? ['--no-config-js'] : []),
    ...(since === undefined ? [] : [`--since=${since}`]),
    // A pull request without a plan is not blocked; that nothing was judged is said.
    ...(pull ? ['--no-error-on-unmatched-pattern'] : []),
    '--',
    ...paths
  ]
}

/** @returns planlint's exit code */
function lint(pull) {
  if (/[\r\n]/.test(files.sarif)) throw new Refusal('Expected one line in "sarif-file"')
  if (!fetchHistory())
    say(
      'notice',
      'The checkout lacks history, and it could not be fetched: plans are not compared with the files of their own time; give actions/checkout "fetch-depth: 0"'
    )
  for (const file of Object.values(files)) fs.rmSync(file, { force: true })
  fs.mkdirSync(path.dirname(files.sarif), { recursive: true })
  const { status, error } = spawnSync(
    process.execPath,
    [path.join(folder, 'node_modules/planlint/dist/bin.cjs'), ...argumentsOf(pull)],
    { stdio: ['ignore', 'inherit', 'inherit'] }
  )
  if (error) throw error
  return status ?? 2
}

function publish() {
  const report = fs.existsSync(files.json) ? JSON.parse(fs.readFileSync(files.json, 'utf8')) : undefined
  if (!report) return
  const { errors, warnings, judged } = report.summary
  const outputs = { errors, warnings, plans: judged, sarif: files.sarif }
  if (judged === 0) say('notice', 'No plan was judged')
  fs.appendFileSync(
    env.GITHUB_OUTPUT,
    Object.entries(outputs)
      .map(([name, value]) => `${name}=${value}\n`)
      .join('')
  )
  if (input('SUMMARY') === 'true' && env.GITHUB_STEP_SUMMARY)
    fs.appendFileSync(env.GITHUB_STEP_SUMMARY, fs.readFileSync(files.markdown, 'utf8'))
}

try {
  const code = lint(readPullRequest())
  publish()
  if (code === 2) say('error', 'planlint could not do its work: see the log of this step')
  process.exitCode = code === 1 && input('FAIL_ON') === 'never' ? 0 : code
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  say('error', error.message)
  process.exitCode = 2
}
