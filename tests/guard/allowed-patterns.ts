/** Patterns that recheck calls slow. A pattern that it no longer does must leave these lists. */

/** Slow only for inputs that never reach them, by source. */
export const allowed: Record<string, string> = {
  '^ {0,3}#{1,6}[ \\t]+([^\\r\\n]*)$': 'runs on one line: with no line ending in it, the first try succeeds',
  '^([ \\t]*)(`{3,}|~{3,})([^\\r\\n]*)$': 'runs on one line: with no line ending in it, the first try succeeds',
  ' *\\[(?:string|boolean)\\]$': 'runs on our own help text'
}

/** `new RegExp(…)` of what only the run time knows, by file and argument. */
export const dynamic: Record<string, string> = {
  'src/guard/pattern.ts: source': 'users\' patterns: what is not linear is refused right after',
  'src/plan/vague.ts: [latin && `(?<![\\\\p{L}\\\\p{N}_/-])(?:${latin})(?![\\\\p{L}\\\\p{N}_/-])`, dense].filter(Boolean).join(\'|\')': 'literal words with white space between them, between look-arounds',
  'src/plan/paths.ts: controls': 'another pattern of the file, with the flag g'
}

/**
 * Debts: quadratic, and they run on lines of plans, of which the guard bounds no length. Each is to be mended (bound the
 * repeat, or trim by hand) and then taken out of here. No new ones.
 */
export const toMend: readonly RegExp[] = [
  /\b(?:owner|ask|asks|decide[sd]?|decision|input from|weigh in|assigned to|for|who|reviewer|contact|raised by|consult|by)\s*:?\s+\*{0,2}(?:the\s+)?(?:[A-Z][\p{L}]+|team|user|product|security|infra|ops|maintainers?|lead)/u,
  /^[ \t\u00a0]*(?:\(([^()\n]{0,120}(?:\([^()\n]{0,60}\)[^()\n]{0,60})?)\))?[ \t\u00a0]*[:：]/,
  /[*_`"')\].]+$/,
  /(?:\b(?:no|not|without|any|remove[sd]?|removing|contains?|zero|never|avoid|replace[sd]?|resolve[sd]?|all|the|each|every|existing|old|stale|grep|of|or|and|left|mark(?:ed)?|a|an|via|as)\s+|["'“‘`/(\[]\s?|\b(?:no|without)\b[^.;\n]{0,30})$/i,
  /^(?:PS )?[A-Z]:\\[^>\n]{0,200}>/m,
  /[:.\s]+$/,
  /[“‘«「][^”’»」]*$/,
  /[-–—(,\s]*@[\w./-]+\)?/g,
  /\d{4}-\d{2}-\d{2}|\b\d{1,2}\.?\s+\p{L}+\s+\d{4}\b|\b\p{L}+\s+\d{1,2},?\s+\d{4}\b/u
]
