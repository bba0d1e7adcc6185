/** Imports what is known only while running; the build puts the importer of its shell here, since a script with cached bytecode can't import. */

/** @param url of a module outside of planlint */
export function importModule(url: string): Promise<unknown> {
  return import(/* @vite-ignore */ url)
}
