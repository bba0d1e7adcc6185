/**
 * Builds, wherever npm makes a package of this folder: `npm install` in a clone, `npm pack`, an installation straight from git.
 * `npm install -g git+…`, which pre-commit calls, hands its `global` down to the preparation, so that nothing is installed in the clone: that is done here then.
 */
import { spawnSync } from 'node:child_process'

if (!isInstalled('esbuild') || !isInstalled('typescript')) {
  const flags = ['--global=false', '--location=project', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund']
  const { npm_config_global: _global, npm_config_location: _location, npm_config_prefix: _prefix, ...env } = process.env
  // Standard output belongs to npm: `npm pack` prints the tarball's name there.
  const { status } = spawnSync(process.execPath, [process.env.npm_execpath ?? 'npm', 'ci', ...flags], {
    cwd: import.meta.dirname,
    env,
    stdio: ['ignore', 2, 2]
  })
  if (status !== 0) process.exit(status ?? 1)
}
await import('./build.mjs')

function isInstalled(name) {
  try {
    import.meta.resolve(name)
    return true
  } catch {
    return false
  }
}
