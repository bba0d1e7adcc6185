/** What is changed, into what; the rule that tells (none: nothing is wrong), and what its line holds. */
export type Mutant = readonly [from: string, to: string, rule: string, line: string]
