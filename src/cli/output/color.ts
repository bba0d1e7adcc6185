/** Whether a report is coloured and linked: flag > FORCE_COLOR > NO_COLOR > terminal. */
import type { Io } from '../io.ts'

/**
 * @param flag `--color`, `--no-color`, or neither
 * @param toFile whether the report goes to a file: no terminal, and the environment's wish is not meant for it
 */
export function wantsColor(flag: boolean | undefined, io: Pick<Io, 'env' | 'isTTY'>, toFile = false): boolean {
  if (flag !== undefined) return flag
  if (toFile) return false
  const force = io.env.FORCE_COLOR
  if (force !== undefined) return force !== '0' && force !== 'false'
  if (io.env.NO_COLOR !== undefined && io.env.NO_COLOR !== '') return false
  return io.isTTY && io.env.TERM !== 'dumb'
}

/** Terminals known to show OSC 8 links; elsewhere they could be printed as rubbish. */
export function wantsLinks(io: Pick<Io, 'env' | 'isTTY'>): boolean {
  const { env } = io
  if (env.FORCE_HYPERLINK !== undefined) return env.FORCE_HYPERLINK !== '0'
  if (!io.isTTY || env.CI !== undefined || env.TERM === 'dumb') return false
  if (Number(env.VTE_VERSION ?? 0) >= 5000) return true
  if (env.WT_SESSION !== undefined || env.KONSOLE_VERSION !== undefined || env.KITTY_WINDOW_ID !== undefined)
    return true
  return ['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper'].includes(env.TERM_PROGRAM ?? '')
}
