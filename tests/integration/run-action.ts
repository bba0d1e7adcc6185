/** A runner of composite actions, as small as this action needs it: checks the file, runs its steps with bash, gives back what they wrote. */
import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { root, run } from './place.ts'

interface Step {
  id: string
  if?: string
  shell: string
  env: Record<string, string>
  run: string
}
interface Action {
  name: string
  description: string
  inputs: Record<string, { description: string; default: string }>
  outputs: Record<string, { description: string; value: string }>
  runs: { using: string; steps: Step[] }
}

export const action = parse(fs.readFileSync(path.join(root, 'action.yml'), 'utf8')) as Action

export interface ActionRun {
  /** Whether no step failed. */
  ok: boolean
  log: string
  summary: string
  outputs: Record<string, string>
  /** Exit codes by step. */
  codes: Record<string, number | null>
}

export interface Workflow {
  workspace: string
  /** The runner's temporary folder. */
  temporary: string
  inputs?: Record<string, string>
  event?: { name: string; payload: object }
  env?: Record<string, string>
  /** Only these steps. */
  steps?: string[]
}

/** Runs the action as a job would. */
export async function runAction({
  workspace,
  temporary,
  inputs = {},
  event = { name: 'push', payload: {} },
  env = {},
  steps = action.runs.steps.map(step => step.id)
}: Workflow): Promise<ActionRun> {
  const own = (name: string): string => path.join(temporary, name)
  fs.writeFileSync(own('event.json'), JSON.stringify(event.payload))
  fs.writeFileSync(own('summary.md'), '')
  const given = new Map(
    Object.entries(action.inputs).map(([name, { default: usual }]) => [
      name,
      inputs[name] ?? usual.replace('${{ github.token }}', 'a-token')
    ])
  )
  for (const name of Object.keys(inputs)) if (!given.has(name)) throw new Error(`Unknown input "${name}"`)
  const outputs = new Map<string, string>()
  const codes: ActionRun['codes'] = {}
  let log = ''
  const evaluate = (text: string): string =>
    text.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => {
      const [scope, name, , output] = expression.split('.')
      if (scope === 'inputs') return given.get(name!)!
      if (scope === 'steps') return outputs.get(`${name}.${output}`) ?? ''
      throw new Error(`Unknown expression "${expression}"`)
    })
  let ok = true
  for (const step of action.runs.steps.filter(({ id }) => steps.includes(id))) {
    const condition = /^always\(\) && inputs\.([a-z-]+) == 'true'$/.exec(step.if ?? '')
    if (condition ? given.get(condition[1]!) !== 'true' : !ok) continue
    fs.writeFileSync(own('output'), '')
    const script = own('step.sh')
    fs.writeFileSync(script, step.run)
    const ran = await run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
      cwd: workspace,
      env: {
        GITHUB_ACTION_PATH: root,
        GITHUB_API_URL: 'http://127.0.0.1:1',
        GITHUB_EVENT_NAME: event.name,
        GITHUB_EVENT_PATH: own('event.json'),
        GITHUB_OUTPUT: own('output'),
        GITHUB_REPOSITORY: 'somebody/something',
        GITHUB_STEP_SUMMARY: own('summary.md'),
        GITHUB_WORKSPACE: workspace,
        RUNNER_TEMP: temporary,
        ...env,
        ...Object.fromEntries(Object.entries(step.env).map(([name, value]) => [name, evaluate(value)]))
      }
    })
    codes[step.id] = ran.code
    log += ran.stdout + ran.stderr
    ok &&= ran.code === 0
    for (const line of fs
      .readFileSync(own('output'), 'utf8')
      .split('\n')
      .filter(each => each !== ''))
      outputs.set(`${step.id}.${line.split('=')[0]}`, line.slice(line.indexOf('=') + 1))
  }
  return {
    ok,
    log,
    codes,
    summary: fs.readFileSync(own('summary.md'), 'utf8'),
    outputs: Object.fromEntries(Object.entries(action.outputs).map(([name, { value }]) => [name, evaluate(value)]))
  }
}
