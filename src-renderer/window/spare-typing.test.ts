import { act, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { spareTyping } from './spare-typing.ts';

const heard: string[] = [];
let paper: HTMLElement;
let field: HTMLElement;

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  heard.length = 0;
  const element = document.body.appendChild(document.createElement('div'));
  const root = spareTyping(element, () => createRoot(element));
  const hear = ({ type, key }: { type: string; key?: string }): void => void heard.push(key ?? type);
  act(() => root.render(createElement('div', { onKeyDown: hear, onKeyDownCapture: hear, onInput: hear, onClick: hear, onMouseOver: hear }, createElement('div', { className: 'ProseMirror' }), createElement('input'))));
  paper = element.querySelector('.ProseMirror')!;
  field = element.querySelector('input')!;
});

afterEach(() => document.body.replaceChildren());

const press = (target: HTMLElement, key: string, more: KeyboardEventInit = {}): void => void act(() => void target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more })));
const input = (target: HTMLElement): void => void act(() => void target.dispatchEvent(new InputEvent('input', { bubbles: true })));

it('纸面上打的字、按的快捷键不经过 React', () => {
  press(paper, 'a');
  press(paper, 'Enter');
  press(paper, 'b', { ctrlKey: true });
  press(paper, 'Process', { isComposing: true });
  input(paper);
  expect(heard).toEqual([]);
});

it('纸面上的 Esc 和点击照样听得到', () => {
  press(paper, 'Escape');
  act(() => paper.click());
  expect(heard).toEqual(['Escape', 'Escape', 'click']);
});

it('字移到鼠标下面不惊动 React；鼠标进出纸面照样听得到', () => {
  const word = paper.appendChild(document.createElement('p'));
  const pass = (target: HTMLElement, relatedTarget: HTMLElement): void => void act(() => void target.dispatchEvent(new MouseEvent('mouseover', { bubbles: true, relatedTarget })));
  pass(word, paper);
  expect(heard).toEqual([]);
  pass(word, field);
  pass(field, word);
  expect(heard).toEqual(['mouseover', 'mouseover']);
});

it('栏里打的字照样听得到', () => {
  press(field, 'a');
  input(field);
  expect(heard).toEqual(['a', 'a', 'input']);
});

it('听者走了就不再听，后来听窗口的不受影响', () => {
  const listen = (event: Event): void => void heard.push(`body ${event.type}`);
  document.body.addEventListener('keydown', listen);
  press(field, 'a');
  document.body.removeEventListener('keydown', listen);
  press(field, 'a');
  expect(heard.filter((each) => each.startsWith('body'))).toEqual(['body keydown']);
  const selects: string[] = [];
  const select = (): void => void selects.push('selectionchange');
  document.addEventListener('selectionchange', select);
  document.dispatchEvent(new Event('selectionchange'));
  document.removeEventListener('selectionchange', select);
  expect(selects).toEqual(['selectionchange']);
});
