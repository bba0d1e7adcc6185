import { normalise } from '../outline/text.ts'

/**
 * Titles and labels that documents of any kind carry: readmes, designs, minutes and plans alike. That one of them is there says little of what a document is;
 * many of them together, in what some profile asks for, say a little more.
 */
const words = `
about, acceptance, acceptance criteria, action, action items, actions, alternatives, alternatives considered, api, appendix, approach, approved, architecture, assumptions, author,
background, backlog, benefits, bugs, build, cause, change, change log, changelog, changes, check, checklist, code, command, commands, commit, commits, components, conclusion,
configuration, cons, considered alternatives, constraints, consequences, content, context, control flow, coupling, created, cross-cutting concerns, cross cutting concerns, crosscutting concerns, current state, data flow, data model, data models,
data structures, database, date, decision, decisions, decision log, definition of done, delete, deleted files, deliverable, deliverables, dependencies, deployment, deployment plan, description, design,
design decisions, design principles, detailed design, details, development, directory structure, documentation, done, done when, drawbacks, edge cases, environment, error handling, errors,
examples, executive summary, existing code, exit criteria, expected, expected output, external dependencies, faq, features, file, file structure, file tree, files, files changed, files modified,
files to create, files to modify, fix, flow, functional requirements, future work, getting started, goal, goals, how it works, how to verify, impact, implementation, implementation notes, implementation phases, implementation plan,
implementation steps, in scope, input, installation, integration, integration tests, integration testing, introduction, issue, items, key decisions, known issues, later, license, limitations, logging, manual, manual testing, metrics,
milestones, mitigation, modified files, monitoring, motivation, name, new files, next, next step, next steps, non goals, non-goals, not in scope, notes, now, objective, objectives, observability, open questions, option, options, out of scope, outcome,
output, overview, owner, path, performance, performance considerations, phase, phases, plan, prerequisites, principles, priorities, problem, problem statement, progress, project structure, proposal, proposed design, proposed solution, pros, pros and cons, purpose,
questions, rationale, reason, references, rejected, related work, releases, requirements, research, resolution, result, results, retrospective, review, risk, risks, risks and mitigations, roadmap, rollout,
rollout plan, run, schedule, scope, security, security considerations, security and privacy, setup, solution, specification, stack, status, step, steps, structure, success criteria, success metrics, summary, symptom, task, tasks, tech stack,
technical design, test, test cases, test plan, test strategy, testing, testing strategy, tests, timeline, todo, to do, tooling, tools, trade-off, trade-offs, tradeoff, tradeoffs, troubleshooting, type, types, unit, unit tests, unit testing,
unresolved questions, updated, last updated, last modified, usage, user stories, user story, validation, verification, verified by, verify, verify with, version, what, what changes, who, why, work, workaround
`

/** Normalised, as keys of parts are. */
export const everyday: ReadonlySet<string> = new Set(words.split(',').map(word => normalise(word.trim())))
