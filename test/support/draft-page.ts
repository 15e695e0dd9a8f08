import type { Locator, Page } from '@playwright/test';
import type { Editor } from '@tiptap/core';
import type { Node } from 'prosemirror-model';
import type { Input, MethodName, Output } from '#core/contract/methods.ts';
import { decodeWire, encodeWire } from '#core/contract/wire.ts';
import { readDocument, writeDocument } from '#core/document/document-file.ts';
import type { WebHost } from './start-web-host.ts';

/** One call over the loopback wire, beside the window. Rejects with the failure's code. */
export async function callHost<M extends MethodName>(host: Pick<WebHost, 'url'>, method: M, input?: Input<M>): Promise<Output<M>> {
  const { origin, token } = addressOf(host.url);
  const response = await fetch(`${origin}/api/call`, {
    method: 'POST', headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', Origin: origin }, body: encodeWire({ method, input }),
  });
  const reply = decodeWire(await response.text()) as { ok: boolean; output: Output<M>; failure: { code: string } };
  if (!reply.ok) throw new Error(reply.failure.code);
  return reply.output;
}

function addressOf(url: string): { origin: string; token: string } {
  const { origin, searchParams, hash } = new URL(url);
  return { origin, token: searchParams.get('token') ?? new URLSearchParams(hash.slice(1)).get('token') ?? hash.slice(1) };
}

/** Puts a document into the library, signed by a clerk, and opens it in the window. Returns its id. */
export async function openDraft(page: Page, host: WebHost, doc: Node): Promise<string> {
  await callHost(host, 'person.set', { name: '周予安', post: '主任科员' });
  const { summary } = await callHost(host, 'document.add', { file: writeDocument(doc) as unknown as Record<string, unknown> });
  await page.goto(host.url);
  await openFromLibrary(page, summary.title);
  return summary.id;
}

/** Opens a draft of the library by its title. */
export async function openFromLibrary(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '文稿' }).click();
  await page.getByText(title, { exact: true }).first().dblclick();
  await paper(page).waitFor();
}

export const paper = (page: Page): Locator => page.locator('.tab-pane:not([hidden]) .ProseMirror');

/** The paragraph with this text (labels are no text). */
export const paragraph = (page: Page, text: string): Locator => paper(page).locator('.p', { hasText: text }).first();

/** Puts the caret into a paragraph: at its start, its end, or after so many characters. */
export async function putCaret(page: Page, text: string, where: 'start' | 'end' | number): Promise<void> {
  const target = paragraph(page, text);
  await target.scrollIntoViewIfNeeded();
  await target.evaluate((element, place) => {
    const root = element.closest<HTMLElement>('.ProseMirror')!;
    root.focus();
    const range = document.createRange();
    range.selectNodeContents(element);
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    if (typeof place === 'number') {
      let left = place;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (left <= node.nodeValue!.length) {
          range.setStart(node, left);
          break;
        }
        left -= node.nodeValue!.length;
      }
      range.collapse(true);
    } else range.collapse(place === 'start');
    getSelection()!.removeAllRanges();
    getSelection()!.addRange(range);
  }, where);
  await page.waitForTimeout(60);
  await settle(page);
}

/**
 * Waits until the window has taken in what was done to it: events told, a frame painted, the caret of the draft where the browser has
 * it. A busy machine takes longer than a clock says; selected cells and the like have no caret to wait for.
 */
export const settle = (page: Page): Promise<void> => page.evaluate(() => new Promise<void>((done) => {
  const isToldOfCaret = (): boolean => {
    const root = document.querySelector<HTMLElement & { editor?: Editor }>('.tab-pane:not([hidden]) .ProseMirror');
    const { focusNode, focusOffset } = getSelection()!;
    if (!root?.editor || !focusNode || !root.contains(focusNode)) return true;
    return root.editor.view.posAtDOM(focusNode, focusOffset) === root.editor.state.selection.head;
  };
  const look = (left: number): void => {
    if (left === 0 || isToldOfCaret()) requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
    else setTimeout(() => look(left - 1), 20);
  };
  look(15);
}));

/** Selects so many characters from the caret on, each once the window has taken in the one before. */
export async function select(page: Page, characters: number): Promise<void> {
  for (let i = 0; i < characters; i++) {
    await page.keyboard.press('Shift+ArrowRight');
    await settle(page);
  }
}

/** Every paragraph as a person sees it, drawn labels and inline numbers included. */
export const lines = (page: Page): Promise<string[]> => paper(page).evaluate((root) => [...root.querySelectorAll<HTMLElement>('.p')].map((element) => {
  const inner = (node: globalThis.Node): string => {
    if (node.nodeType === 3) return node.nodeValue!.replaceAll('\u{FEFF}', '');
    if (node instanceof HTMLElement && /\b(?:marker|reference)\b/.test(node.className)) return node.dataset.label ?? '';
    if (node.nodeName === 'BR') return (node as HTMLElement).classList.contains('ProseMirror-trailingBreak') ? '' : '\n';
    return [...node.childNodes].map(inner).join('');
  };
  return (element.dataset.label ?? '') + inner(element);
}));

/** The document as the store holds it. */
export async function storedDocument(host: Pick<WebHost, 'url'>, id: string): Promise<Node> {
  const read = readDocument((await callHost(host, 'document.open', { id })).file);
  if (!read.ok) throw new Error(read.problem);
  return read.doc;
}

/** Waits until nothing is left to be saved. */
export async function waitUntilSaved(page: Page): Promise<void> {
  await page.waitForTimeout(150);
  await page.locator('.tab-pane:not([hidden]) .save-words[data-save="saved"]').waitFor();
}
