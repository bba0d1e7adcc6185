/** What the info words of fences say of their language, as data. */

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** Shells with Bash's grammar, and transcripts of them. */
export const posixShells = set(
  'sh bash shell shellscript shell-script zsh ksh dash ash console terminal shell-session shellsession sh-session bash-session command'
)
/** Transcripts: what was typed stands behind a prompt. */
export const sessions = set('console terminal shell-session shellsession sh-session bash-session')
/** Shells with a grammar of their own: a line is read by itself. */
export const otherShells = set('powershell pwsh ps1 posh cmd bat batch dosbatch fish nu nushell elvish xonsh csh tcsh')
/** No language at all. */
export const plainTexts: ReadonlySet<string> = new Set(['', 'text', 'txt', 'plaintext', 'plain'])

/**
 * The language of a fence: `bash`, `Bash`, `{.bash}`, `{ .bash #id }`, `bash:run`, `bash title="x"` are one.
 *
 * @param info - all that stands behind the opening ticks
 */
export const languageOf = (info: string): string => /[\w-]+/.exec(info.toLowerCase())?.[0] ?? ''

/** Does a language say that its fence holds commands? */
export const isShellLanguage = (language: string): boolean => posixShells.has(language) || otherShells.has(language)
