/** What the guides tell people to write, for whoever has it written: a test holds that the two say the same. */
import { patternOf, placesGlob } from '../../detect/place-words.ts'
import { profilePlaces } from '../../detect/profile-places.ts'
import { version } from '../version.ts'

/** How each package manager calls what a project has installed. */
export const runners = { npm: 'npx', pnpm: 'pnpm exec', yarn: 'yarn', bun: 'bunx' } as const

export type Manager = keyof typeof runners

/** What a hook calls; without a manager npx finds it. */
export function stagedCommand(manager: Manager | undefined): string {
  return `${runners[manager ?? 'npm']} planlint --staged`
}

/**
 * An item of `repos` in `.pre-commit-config.yaml`.
 *
 * @param places globs of other places than the hook knows
 */
export function preCommitItem(places: readonly string[] = []): string {
  const elsewhere =
    places.length === 0
      ? ''
      : `  - id: planlint\n    name: planlint elsewhere\n    files: '(^|/)(${places.map(patternOf).join('|')})'\n`
  return `repo: https://github.com/planlint/planlint\nrev: v${version}\nhooks:\n  - id: planlint\n${elsewhere}`
}

/** `pre-commit.commands.planlint` in `lefthook.yml`. */
export function lefthookCommand(manager: Manager | undefined): string {
  return `glob: "*.md"\nrun: ${stagedCommand(manager)}\n`
}

/** A member of `lint-staged`. */
export const lintStaged = {
  glob: placesGlob(profilePlaces.flatMap(({ globs }) => globs)),
  command: 'planlint --fix --no-error-on-unmatched-pattern'
}

/** `.git/hooks/pre-commit`. */
export function gitHook(manager: Manager | undefined): string {
  return `#!/bin/sh\nexec ${stagedCommand(manager)}\n`
}

/** `.github/workflows/plans.yml`. */
export const githubWorkflow = `name: Plans
on: pull_request
permissions:
  contents: read
jobs:
  planlint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 2
      - uses: planlint/planlint@v${version}
`

const gitlabRun =
  '--since "$CI_MERGE_REQUEST_DIFF_BASE_SHA" --format stylish --format gitlab --output-file gl-code-quality.json --format junit --output-file planlint.xml'

/** @param isInstalled `npm ci` installs planlint; otherwise npx fetches this version */
export function gitlabJob(isInstalled: boolean): string {
  const script = isInstalled
    ? `    - npm ci\n    - npx planlint ${gitlabRun}`
    : `    - npx --yes planlint@${version} ${gitlabRun}`
  return `image: node:24
rules:
  - if: $CI_PIPELINE_SOURCE == "merge_request_event"
variables:
  GIT_DEPTH: 0
script:
${script.replace(/^ {2}/gm, '')}
artifacts:
  when: always
  reports:
    codequality: gl-code-quality.json
    junit: planlint.xml
`
}

/** What `.vscode/extensions.json` recommends. */
export const vscodeExtension = 'planlint.planlint'

/** An item of `hooks.PostToolUse` in `.claude/settings.json`. */
export const claudeHook = {
  matcher: 'Write|Edit|MultiEdit',
  hooks: [{ type: 'command', command: 'npx planlint hook claude-code' }]
}
