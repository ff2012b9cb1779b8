// The message field: Enter sends, Shift+Enter breaks the line, `/` offers commands, `@` offers people.

import { h, fill, icon, menu, toast, uniqueId } from './dom.js';
import { act, sorry, state } from './state.js';

const drafts = new Map();

export function composer({ id, channel, thread, label }) {
  const key = `${state.user}:${channel}:${thread || ''}`;
  const listId = uniqueId('offers');
  const offers = h('div', { class: 'offers', role: 'listbox', id: listId, hidden: true });
  const field = h('textarea', {
    id, rows: 1, placeholder: label, 'aria-label': label, 'aria-autocomplete': 'list', 'aria-controls': listId, autocomplete: 'off',
  });
  field.value = drafts.get(key) || '';
  let chosen = 0;

  const suggestions = () => {
    const before = field.value.slice(0, field.selectionStart);
    if (/^\/\S*$/.test(before) && !thread) {
      return state.commands.filter((one) => one.command.startsWith(before)).map((one) => ({
        label: one.command, hint: [one.usage_hint, one.description].filter(Boolean).join(' · '), text: one.command + ' ', from: 0,
      }));
    }
    const at = before.match(/(^|\s)@([\w-]*)$/);
    if (!at) return [];
    return [...state.users.values()]
      .filter((user) => `${user.name} ${user.real_name}`.toLowerCase().includes(at[2].toLowerCase()))
      .map((user) => ({ label: '@' + user.name, hint: user.profile.title || (user.is_bot ? 'App' : ''), text: '@' + user.name + ' ', from: before.length - at[2].length - 1 }));
  };

  const draw = () => {
    const all = suggestions();
    chosen = Math.min(chosen, Math.max(all.length - 1, 0));
    offers.hidden = !all.length;
    fill(offers, all.map((one, at) => h('div', {
      role: 'option', id: `${listId}-${at}`, class: 'offer', 'aria-selected': String(at === chosen),
      onpointerdown: (event) => { event.preventDefault(); take(one); },
    }, h('strong', {}, one.label), h('span', {}, one.hint))));
    if (all.length) field.setAttribute('aria-activedescendant', `${listId}-${chosen}`);
    else field.removeAttribute('aria-activedescendant');
    return all;
  };

  const take = (one) => {
    field.setRangeText(one.text, one.from, field.selectionStart, 'end');
    grow();
    draw();
    field.focus();
  };

  const grow = () => {
    field.style.height = 'auto';
    field.style.height = Math.min(field.scrollHeight, 200) + 'px';
    drafts.set(key, field.value);
  };

  const send = async () => {
    const text = field.value.trim();
    if (!text) return;
    field.value = '';
    grow();
    draw();
    const answer = text.startsWith('/')
      ? await act('command', { channel, thread_ts: thread || undefined, text })
      : await act('message', { channel, thread_ts: thread || undefined, text });
    if (!answer.ok) {
      if (!field.value) field.value = text;
      grow();
      toast(sorry(answer));
    } else if (answer.delivered === false) {
      toast('Posted, but Cowork has not taken it yet. It will be sent again.');
    }
  };

  field.addEventListener('input', () => { grow(); chosen = 0; draw(); });
  field.addEventListener('blur', () => { offers.hidden = true; });
  field.addEventListener('keydown', (event) => {
    const all = offers.hidden ? [] : suggestions();
    if (all.length && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      chosen = (chosen + (event.key === 'ArrowDown' ? 1 : all.length - 1)) % all.length;
      draw();
    } else if (all.length && (event.key === 'Tab' || (event.key === 'Enter' && all[chosen].text.trim() !== field.value.trim()))) {
      event.preventDefault();
      take(all[chosen]);
    } else if (all.length && event.key === 'Escape') {
      event.stopPropagation();
      offers.hidden = true;
    } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      send();
    }
  });

  const shortcuts = () => state.shortcuts.filter((one) => one.type === 'global').map((one) => [one.name, async () => {
    const answer = await act('shortcut', { callback_id: one.callback_id });
    if (!answer.ok) toast(sorry(answer));
  }, one.description]);

  const hint = thread ? 'Enter sends · Shift+Enter breaks the line' : 'Enter sends · / for commands · @ for people';
  requestAnimationFrame(grow);
  return h('form', { class: 'composer', onsubmit: (event) => { event.preventDefault(); send(); } }, offers, field,
    h('div', { class: 'composer-bar' }, !thread && menu('Shortcuts', icon('bolt'), shortcuts), h('span', { class: 'quiet small' }, hint),
      h('button', { type: 'submit', class: 'button primary send' }, 'Send')));
}
