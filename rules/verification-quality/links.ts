import type { Plan } from '../../src/plan/bind-types.ts'
import { placeOf } from '../../src/outline/nodes.ts'
import { machinePath } from '../../src/shell/index.ts'
import type { Place } from '../../src/types.ts'

/** Links to files of one person's machine: `file:///Users/ann/…`. */
export function boundLinks({ outline }: Plan): { path: string; at: Place }[] {
  return outline.nodes.links.flatMap(node => {
    const url = 'url' in node ? String(node.url) : ''
    // What has another scheme is no file.
    if (/^[a-z][a-z0-9+.-]+:/i.test(url) && !/^file:/i.test(url)) return []
    const path = machinePath(decoded(url.replace(/^file:\/{0,2}/i, '')))
    return path === undefined ? [] : [{ path, at: placeOf(node) }]
  })
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}
