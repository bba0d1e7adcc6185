/** Editors themselves, without a screen, with the settings of the guide: open, see, fix, clean. */
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { block } from './guides.ts'
import { badPlan, can, fill, goodPlan, link, newFolder, run } from './place.ts'

let folder = ''
beforeAll(() => {
  folder = newFolder('editors')
  fill(folder, { 'package.json': '{"private": true}\n' })
  link(folder, 'planlint')
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const home = (): Record<string, string> => ({
  HOME: folder,
  XDG_CONFIG_HOME: folder,
  XDG_DATA_HOME: folder,
  XDG_STATE_HOME: folder,
  XDG_CACHE_HOME: folder
})
const wanted = { line: 89, message: 'Missing step 3: 4 follows 2\nRenumber it to 3, or add the missing step' }

const neovim = `
local function wait(check) return vim.wait(20000, check, 50) end
local function found() return vim.diagnostic.get(0) end
wait(function() return #found() > 0 end)
local all = vim.tbl_map(function(each) return { line = each.lnum + 1, message = each.message } end, found())
local params = vim.lsp.util.make_range_params()
params.range = { start = { line = 0, character = 0 }, ['end'] = { line = vim.api.nvim_buf_line_count(0), character = 0 } }
params.context = { diagnostics = vim.tbl_map(function(each) return each.user_data.lsp and vim.tbl_extend('force', each.user_data.lsp, {
  message = each.message, range = { start = { line = each.lnum, character = each.col }, ['end'] = { line = each.end_lnum, character = each.end_col } } }) end, found()) }
local title
for _, answer in pairs(vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, 20000)) do
  for _, action in ipairs(answer.result) do
    title = action.title
    vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
  end
end
local clean = wait(function() return #found() == 0 end)
vim.cmd('write')
vim.fn.writefile({ vim.json and vim.json.encode({ found = all, title = title, clean = clean }) or vim.fn.json_encode({ found = all, title = title, clean = clean }) }, 'neovim.json')
vim.cmd('qall!')
`

test.skipIf(!can('Neovim', 'nvim'))('Neovim', { timeout: 90_000 }, async () => {
  const hasNew =
    (
      await run('nvim', ['--headless', '-u', 'NONE', '-c', 'if has("nvim-0.11") | cquit 11 | endif', '-c', 'qall!'], {
        cwd: folder
      })
    ).code === 11
  fill(folder, {
    'PLAN.md': badPlan,
    'init.lua': `vim.cmd('filetype on')\n${block('guides/editors.md', hasNew ? 'From 0.11' : 'Before 0.11')}`,
    'session.lua': neovim
  })
  const ran = await run('nvim', ['--headless', '-u', 'init.lua', 'PLAN.md', '-c', 'luafile session.lua'], {
    cwd: folder,
    env: home(),
    timeout: 80_000
  })
  expect(fs.existsSync(path.join(folder, 'neovim.json')), ran.stdout + ran.stderr).toBe(true)
  const said = JSON.parse(fs.readFileSync(path.join(folder, 'neovim.json'), 'utf8')) as object
  expect(said).toEqual({
    found: [wanted],
    title: 'Number the steps through',
    clean: true
  })
  expect(fs.readFileSync(path.join(folder, 'PLAN.md'), 'utf8')).toBe(goodPlan)
})

const emacs = `
(defun wait (check) (let ((left 200)) (while (and (> left 0) (not (funcall check))) (accept-process-output nil 0.1) (setq left (1- left))) (> left 0)))
(find-file "PLAN.md")
(remove-hook 'markdown-mode-hook #'eglot-ensure)
(apply #'eglot--connect (eglot--guess-contact))
(wait #'eglot-current-server)
(eglot--maybe-activate-editing-mode)
(wait (lambda () (flymake-start) (flymake-diagnostics)))
(let* ((all (mapcar (lambda (each) (list :line (line-number-at-pos (flymake-diagnostic-beg each)) :message (substring-no-properties (flymake-diagnostic-text each)))) (flymake-diagnostics)))
       (action (aref (vconcat (eglot-code-actions (point-min) (point-max) "quickfix")) 0))
       (action (if (consp (car-safe action)) (cdr action) action)))
  (eglot--apply-workspace-edit (plist-get action :edit))
  (eglot--signal-textDocument/didChange)
  (let ((clean (wait (lambda () (flymake-start) (null (flymake-diagnostics))))))
    (save-buffer)
    (princ (concat "\\nSAID" (json-serialize (list :found (vconcat all) :title (plist-get action :title) :clean (if clean t :false))) "\\n"))))
`

const hasEglot = can(
  'Emacs with eglot and markdown-mode',
  'emacs',
  '--batch',
  '--eval',
  "(progn (require 'package) (package-initialize) (require 'eglot) (require 'markdown-mode))"
)

test.skipIf(!hasEglot)('Emacs with eglot', { timeout: 90_000 }, async () => {
  fill(folder, { 'PLAN.md': badPlan, 'init.el': block('guides/editors.md', 'in `init.el`'), 'session.el': emacs })
  const ran = await run(
    'emacs',
    [
      '--batch',
      '--eval',
      "(progn (require 'package) (package-initialize) (require 'markdown-mode))",
      '-l',
      './init.el',
      '-l',
      './session.el'
    ],
    { cwd: folder, env: home(), timeout: 80_000 }
  )
  const said = /^SAID(.*)$/m.exec(ran.stdout)?.[1]
  expect(said, ran.stdout + ran.stderr).toBeDefined()
  expect(JSON.parse(said!)).toEqual({
    found: [{ ...wanted, message: expect.stringContaining(wanted.message) as string }],
    title: 'Number the steps through',
    clean: true
  })
  expect(fs.readFileSync(path.join(folder, 'PLAN.md'), 'utf8')).toBe(goodPlan)
})

test.skipIf(!can('Vim', 'vim'))('Vim fills the quickfix list', { timeout: 60_000 }, async () => {
  fill(folder, { 'PLAN.md': badPlan, vimrc: `set nocompatible\nfiletype on\n${block('guides/editors.md', '## Vim')}` })
  const list =
    "call writefile(map(getqflist(), {_, each -> each.valid ? each.lnum . ':' . each.col . ' ' . each.type . ' ' . each.text : ''}), 'quickfix')"
  await run('vim', ['-u', 'vimrc', '-es', 'PLAN.md', '-c', 'silent! make!', '-c', list, '-c', 'qall!'], {
    cwd: folder,
    env: home()
  })
  expect(
    fs
      .readFileSync(path.join(folder, 'quickfix'), 'utf8')
      .split('\n')
      .filter(line => line !== '')
  ).toEqual(['89:1 e Missing step 3: 4 follows 2 [step-sequence]'])
})
