/** The name of the rule that runs, in memory that the worker shares: it can be read when the worker can't answer any more. */

/** In units of text; ids of rules are shorter. */
const size = 64

export function createWhere(): SharedArrayBuffer {
  return new SharedArrayBuffer(size * 2)
}

/** @param id letters of the basic plane; none for no rule */
export function writeWhere(where: SharedArrayBuffer | undefined, id: string): void {
  if (!where) return
  const units = new Uint16Array(where)
  for (let at = 0; at < units.length; at++) units[at] = at < id.length ? id.charCodeAt(at) : 0
}

/** The rule that runs, or ran last; none while the text is read, or where nobody wrote. */
export function readWhere(where: SharedArrayBuffer): string | undefined {
  const units = Array.from(new Uint16Array(where))
  const end = units.indexOf(0)
  return end === 0 ? undefined : String.fromCharCode(...units.slice(0, end < 0 ? units.length : end))
}
