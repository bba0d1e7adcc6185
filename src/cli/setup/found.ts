/** What setting up says of the repository before it proposes anything. */
import { andMore, plural } from '../../report/text/words.ts'
import { clean, cleanPath } from '../../report/text/clean.ts'
import type { Scene } from './scene.ts'

const mostNamed = 3

export async function whatIsThere(scene: Scene): Promise<string> {
  const { judged, others, errors, warnings } = await scene.plans()
  const profiles = new Map<string, number>()
  for (const file of judged)
    if (file.state === 'judged') profiles.set(file.profile, (profiles.get(file.profile) ?? 0) + 1)
  const kinds = [...profiles].map(([name, count]) => `${clean(name)} ${count}`).join(', ')
  const plans =
    judged.length === 0
      ? 'none yet; npx planlint init design-plan PLAN.md begins one'
      : `${judged.length} (${kinds}): ${plural(errors, 'error')}, ${plural(warnings, 'warning')}`
  const hooks = hooksOf(scene)
  const rows: [string, string][] = [
    ['plans', plans],
    ...(others.length > 0
      ? [
          [
            'elsewhere',
            `${plural(others.length, 'file')} like a plan: ${andMore(others.map(cleanPath), mostNamed)}`
          ] as [string, string]
        ]
      : []),
    ['packages', scene.manager ?? 'no package.json'],
    ['hooks', hooks.length > 0 ? hooks.join(', ') : "git's own"],
    ['host', scene.host ?? 'none seen, GitHub is assumed'],
    ['editor', scene.has('.vscode') ? 'Visual Studio Code' : 'none seen']
  ]
  return rows.map(([name, text]) => `  ${name.padEnd(10)}${text}\n`).join('')
}

function hooksOf({ first, has, manifest }: Scene): string[] {
  return [
    ...(first('.pre-commit-config.yaml', '.pre-commit-config.yml') === undefined ? [] : ['pre-commit']),
    ...(first('lefthook.yml', 'lefthook.yaml', '.lefthook.yml', '.lefthook.yaml') === undefined ? [] : ['lefthook']),
    ...(has('.husky') ? ['husky'] : []),
    ...(manifest?.['lint-staged'] === undefined ? [] : ['lint-staged'])
  ]
}
