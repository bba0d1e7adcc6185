import { closeSync, constants, fstatSync, lstatSync, openSync, readlinkSync, readSync, realpathSync } from 'node:fs'
import { basename, dirname, resolve, sep } from 'node:path'
import type { Disk } from '../facts.ts'
import { wayInto } from '../inside.ts'
import { ancestors } from '../paths.ts'

/** Manifests are small; what is larger is none. */
const largestManifest = 1024 * 1024

/**
 * Reads small files and links of a work tree, never through a link.
 *
 * @param top Absolute path of the top folder.
 */
export function workTree(top: string): Disk {
  const folders = new Map<string, boolean>()
  const isFolder = (path: string) => {
    if (!folders.has(path))
      folders.set(path, lstatSync(resolve(top, path), { throwIfNoEntry: false })?.isDirectory() ?? false)
    return folders.get(path) === true
  }
  const isReachable = (path: string) => [...ancestors(path)].every(isFolder)
  return {
    read(path) {
      try {
        return isReachable(path) ? readSmall(resolve(top, path)) : undefined
      } catch {
        return undefined
      }
    },
    link(path) {
      try {
        // A folder that is known to be one is no link: most are.
        return folders.get(path) !== true && isReachable(path) && isLink(resolve(top, path))
          ? readlinkSync(resolve(top, path))
          : undefined
      } catch {
        return undefined
      }
    },
    kind(path) {
      try {
        const stat = isReachable(path) ? lstatSync(resolve(top, path), { throwIfNoEntry: false }) : undefined
        return stat && (stat.isDirectory() ? 'directory' : 'other')
      } catch {
        return undefined
      }
    }
  }
}

function isLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
}

function readSmall(file: string): string | undefined {
  // Neither follows a link nor waits for the other end of a pipe.
  const handle = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
  try {
    const stat = fstatSync(handle)
    if (!stat.isFile() || stat.size > largestManifest) return undefined
    const bytes = Buffer.alloc(stat.size)
    return bytes.toString('utf8', 0, readSync(handle, bytes, 0, stat.size, 0))
  } finally {
    closeSync(handle)
  }
}

/**
 * Tells where files lie in a repository, also where the way there leads through links (`/tmp` on macOS).
 *
 * @param top Absolute path of the top folder; empty where there is none.
 */
export function locator(cwd: string, top: string): (file: string) => string | undefined {
  const real = new Map<string, string>()
  const realFolder = (folder: string) => {
    let known = real.get(folder)
    if (known === undefined) {
      try {
        known = realpathSync(folder)
      } catch {
        known = folder
      }
      real.set(folder, known)
    }
    return known
  }
  return file => {
    if (top === '') return undefined
    const path = resolve(cwd, file)
    const way = wayInto(realFolder(resolve(top)), resolve(realFolder(dirname(path)), basename(path)))
    return way === undefined || way === '' ? undefined : way.split(sep).join('/')
  }
}
