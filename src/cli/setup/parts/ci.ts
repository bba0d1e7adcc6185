/** The gate: each change that is proposed has its plans judged. */
import { addToYaml, readYaml } from '../edit/yaml.ts'
import type { SetupPart, Proposal } from '../part.ts'
import { githubWorkflow, gitlabJob } from '../recipes.ts'
import type { Scene } from '../scene.ts'

const workflows = '.github/workflows'
const gitlab = '.gitlab-ci.yml'

export const ciPart: SetupPart = {
  name: 'ci',
  propose(scene) {
    if (scene.host === 'GitLab') return onGitLab(scene)
    if (scene.host === 'other')
      return {
        kind: 'by-hand',
        says: 'the job that judges changes has to call',
        lines: 'npx planlint --since origin/main\n'
      }
    return onGitHub(scene)
  }
}

function onGitHub(scene: Scene): Proposal {
  const files = scene.list(workflows).filter(name => /\.ya?ml$/.test(name))
  const known = files.find(name => /planlint/.test(scene.read(`${workflows}/${name}`) ?? ''))
  if (known !== undefined) return { kind: 'ready', says: `${workflows}/${known} calls planlint` }
  const name = ['plans.yml', 'planlint.yml'].find(each => !scene.has(`${workflows}/${each}`))
  if (name === undefined)
    return { kind: 'by-hand', says: `a workflow of ${workflows} needs these steps`, lines: githubWorkflow }
  return {
    kind: 'change',
    says: 'each pull request has its plans judged, with annotations on their lines',
    changes: [{ path: `${workflows}/${name}`, text: githubWorkflow }]
  }
}

function onGitLab(scene: Scene): Proposal {
  const text = scene.read(gitlab) ?? ''
  if (/planlint/.test(text)) return { kind: 'ready', says: `${gitlab} calls planlint` }
  const job = `${stageFor(text)}${gitlabJob(scene.manager === 'npm' && scene.has('package-lock.json'))}`
  const edited = addToYaml(text, [], 'planlint', job)
  if (edited === undefined)
    return { kind: 'by-hand', says: `${gitlab} can't be edited safely; it needs`, lines: `planlint:\n${job}` }
  return {
    kind: 'change',
    says: 'each merge request has its plans judged, with findings beside the changed lines',
    changes: [{ path: gitlab, text: edited }]
  }
}

/** A job without a stage is in "test"; where there is none, it goes into the first. */
function stageFor(text: string): string {
  const stages = (readYaml(text) as { stages?: unknown } | null | undefined)?.stages
  return !Array.isArray(stages) || stages.includes('test') || typeof stages[0] !== 'string'
    ? ''
    : `stage: ${stages[0]}\n`
}
