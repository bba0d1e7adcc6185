import path from 'node:path'

/** As messages and reports name it: relative to the working directory, with `/`. */
export function relativePath(file: string, cwd: string): string {
  if (path.sep === '/' && file.startsWith(cwd) && file[cwd.length] === '/' && !file.endsWith('/'))
    return file.slice(cwd.length + 1)
  return path.relative(cwd, file).split(path.sep).join('/') || '.'
}
