// "Are you sure?", as Block Kit's confirm objects ask it.

import { byId, fill, h } from './dom.js';
import { plain, textObject } from './text.js';

export function confirmFirst(confirm) {
  const dialog = byId('confirm');
  return new Promise((resolve) => {
    let answer = false;
    const leave = (value) => { answer = value; dialog.close(); };
    fill(dialog, h('header', {}, h('h2', { id: 'confirm-title' }, plain(confirm.title.text))),
      h('div', { class: 'body' }, textObject(confirm.text)),
      h('footer', {},
        h('button', { type: 'button', class: 'button', onclick: () => leave(false) }, plain(confirm.deny.text)),
        h('button', { type: 'button', class: `button ${confirm.style || 'primary'}`, onclick: () => leave(true) }, plain(confirm.confirm.text))));
    dialog.addEventListener('close', () => resolve(answer), { once: true });
    dialog.showModal();
  });
}
