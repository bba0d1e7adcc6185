/** Other linters, installed for the bench alone; what can't be installed is left out, with a word. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

/** A program and what it lints a folder with; the configuration is each one's usual one. */
export interface Peer {
  name: string
  command: string
  args: string[]
  /** What stands for all files, where it is not a glob. */ target?: string
}

const peers: {
  name: string
  packages: string[]
  bin: string
  /** The scope of packages that hold a program without Node around it. */ native?: string
  args: string[]
  target?: string
}[] = [
  { name: 'rumdl', packages: ['rumdl'], bin: 'rumdl', native: '@rumdl', args: ['check', '--no-cache'], target: '.' },
  { name: 'markdownlint-cli2', packages: ['markdownlint-cli2'], bin: 'markdownlint-cli2', args: ['--no-globs'] },
  { name: 'textlint', packages: ['textlint', 'textlint-rule-no-todo'], bin: 'textlint', args: ['--rule', 'no-todo'] },
  {
    name: 'remark-cli',
    packages: ['remark-cli@12', 'remark-preset-lint-recommended@7', 'remark-gfm@4', 'remark-frontmatter@5'],
    bin: 'remark',
    args: [
      '--no-stdout',
      '--use',
      'remark-gfm',
      '--use',
      'remark-frontmatter',
      '--use',
      'remark-preset-lint-recommended'
    ]
  }
]

/** @param folder a temporary one, which is to be the parent of everything that is linted: plugins are looked for above the files */
export function installPeers(folder: string, say: (line: string) => void): Peer[] {
  fs.writeFileSync(path.join(folder, 'package.json'), '{"private":true}\n')
  return peers.flatMap(({ name, packages, bin, native, args, target }) => {
    const { status, stderr } = spawnSync(
      'npm',
      ['install', '--no-audit', '--no-fund', '--loglevel=error', ...packages],
      { cwd: folder, encoding: 'utf8' }
    )
    const file =
      (native === undefined ? undefined : nativeIn(path.join(folder, 'node_modules', native), bin)) ??
      path.join(folder, 'node_modules/.bin', bin)
    if (status === 0 && fs.existsSync(file))
      return [
        {
          name: `${name} ${versionOf(folder, packages[0]!)}`,
          command: file,
          args,
          ...(target === undefined ? {} : { target })
        }
      ]
    say(`${name} is left out, it can't be installed: ${stderr.trim().split('\n')[0] ?? ''}`)
    return []
  })
}

/** The program itself: Node, which starts it otherwise, takes longer than some of its runs. */
function nativeIn(scope: string, bin: string): string | undefined {
  if (!fs.existsSync(scope)) return undefined
  return fs
    .readdirSync(scope)
    .map(name => path.join(scope, name, bin))
    .find(file => fs.existsSync(file))
}

function versionOf(folder: string, name: string): string {
  const bare = name.replace(/@\d+$/, '')
  return (
    JSON.parse(fs.readFileSync(path.join(folder, 'node_modules', bare, 'package.json'), 'utf8')) as { version: string }
  ).version
}
