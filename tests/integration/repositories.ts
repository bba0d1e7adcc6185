/** Ten repositories of different kinds, as `planlint setup` finds them: their files, and what it writes. */
import fs from 'node:fs'
import path from 'node:path'

const fixtures = path.join(import.meta.dirname, '../../fixtures/plans')
const plan = fs.readFileSync(path.join(fixtures, 'design-plan/valid-1.md'), 'utf8')
const tasks =
  '# Tasks: Search\n\n## Phase 1: Setup\n\n- [ ] T001 Create the index in src/index.ts\n- [ ] T002 [P] Write tests/index.test.ts\n'

export interface Repository {
  files: Record<string, string>
  /** Paths of what is new or changed afterwards. */
  writes: string[]
  /** Words of the report. */
  says: string[]
}

const gate = ['.github/workflows/plans.yml', '.vscode/extensions.json']
const manifest = (more: object): string => `${JSON.stringify({ name: 'shop', private: true, ...more }, null, 2)}\n`

export const repositories: Readonly<Record<string, Repository>> = {
  'npm with husky': {
    files: {
      'package.json': manifest({ scripts: { prepare: 'husky' }, devDependencies: { husky: '^9.0.0', zod: '^4.0.0' } }),
      '.husky/pre-commit': 'npm test\n',
      'docs/plans/search.md': plan.replace('### Step 2', '### Step 3')
    },
    writes: ['package.json', '.husky/pre-commit', '.remarkrc.json', 'planlint-baseline.json', ...gate],
    says: ['husky', '  npm install\n', 'package-lock.json']
  },
  'pnpm with lefthook': {
    files: {
      'package.json': manifest({ devDependencies: { lefthook: '^1.0.0' } }),
      'pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
      'lefthook.yml':
        '# Before a commit\npre-commit:\n  parallel: true # quick\n  commands:\n    types:\n      run: pnpm exec tsc\n',
      '.github/dependabot.yml': 'version: 2\n'
    },
    writes: ['package.json', 'lefthook.yml', ...gate],
    says: ['lefthook', '  pnpm install\n', 'pnpm exec lefthook install', 'pnpm-lock.yaml']
  },
  'yarn with lint-staged': {
    files: {
      'package.json': manifest({
        'lint-staged': { '*.ts': 'eslint --fix' },
        gitHooks: { 'pre-commit': 'lint-staged' }
      }),
      'yarn.lock': '# yarn lockfile v1\n'
    },
    writes: ['package.json', ...gate],
    says: ['lint-staged', '  yarn install\n']
  },
  'Python with pre-commit': {
    files: {
      'pyproject.toml': '[project]\nname = "shop"\n',
      '.pre-commit-config.yaml':
        '# Hooks\nrepos:\n  - repo: https://github.com/astral-sh/ruff-pre-commit # lint\n    rev: v0.6.0\n    hooks:\n      - id: ruff\n\ndefault_stages: [pre-commit]\n',
      '.vscode/extensions.json': '{\n  // What we use\n  "recommendations": ["ms-python.python"]\n}\n'
    },
    writes: ['.pre-commit-config.yaml', ...gate],
    says: ['pre-commit', '  pre-commit install\n', 'no package.json']
  },
  'Cargo without hooks': {
    files: {
      'Cargo.toml': '[package]\nname = "shop"\nversion = "0.1.0"\n',
      'src/main.rs': 'fn main() {}\n',
      'PLAN.md': plan.replace(/`npm [^`]*`/g, '`cargo test`')
    },
    writes: ['.git/hooks/pre-commit', '.remarkrc.json', 'planlint-baseline.json', ...gate],
    says: ['hooks are not committed']
  },
  'Go in GitLab': {
    files: {
      'go.mod': 'module example.org/shop\n',
      '.gitlab-ci.yml':
        '# Jobs\nstages: [build, deploy] # in order\n\nbuild:\n  stage: build\n  script:\n    - go build ./...\n'
    },
    writes: ['.gitlab-ci.yml', '.git/hooks/pre-commit', '.vscode/extensions.json'],
    says: ['GitLab', 'each merge request']
  },
  'monorepo with agents': {
    files: {
      'package.json': manifest({ workspaces: ['packages/*'], packageManager: 'pnpm@9.0.0' }),
      'pnpm-workspace.yaml': 'packages: ["packages/*"]\n',
      'packages/a/package.json': '{ "name": "a" }\n',
      'packages/a/docs/plans/index.plan.md': '# Plan\n\n## Step 1: One\n\n- [ ] a\n\n## Step 2: Two\n\n- [ ] b\n',
      '.claude/settings.json':
        '{\n  "hooks": {\n    "PostToolUse": [\n      { "matcher": "Bash", "hooks": [] }\n    ]\n  }\n}\n'
    },
    writes: ['package.json', '.git/hooks/pre-commit', '.claude/settings.json', ...gate],
    says: ['pnpm', 'Claude Code']
  },
  'GitHub with old findings': {
    files: {
      '.github/workflows/test.yml': 'on: push\njobs: {}\n',
      'package.json': manifest({}),
      '.remarkrc.yml': '# Style\nplugins:\n  - remark-frontmatter # first\n',
      'docs/plans/old.md': plan.replace('### Step 2', '### Step 4'),
      'rfcs/0001-search.md': plan
    },
    writes: ['package.json', '.remarkrc.yml', 'planlint-baseline.json', '.git/hooks/pre-commit', ...gate],
    says: ['planlint among the plugins of remark', 'rfcs/0001-search.md (design-plan)', 'not count']
  },
  'spec-kit': {
    files: { '.specify/memory/constitution.md': '# Constitution\n', 'specs/001-search/tasks.md': tasks },
    writes: ['.git/hooks/pre-commit', '.remarkrc.json', 'planlint-baseline.json', ...gate],
    says: ['speckit-tasks 1']
  },
  empty: {
    files: {},
    writes: ['.git/hooks/pre-commit', ...gate],
    says: ['none yet; npx planlint init design-plan PLAN.md begins one', 'git add .github/workflows/plans.yml']
  }
}
