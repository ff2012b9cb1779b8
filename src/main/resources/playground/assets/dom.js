// Small words for building elements. Text always goes in as text, never as HTML.

export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'class') element.className = value;
    else if (name === 'dataset') Object.assign(element.dataset, value);
    else if (name in element && name !== 'list' && typeof value !== 'string') element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  append(element, children);
  return element;
}

export function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === undefined || child === null || child === false) continue;
    element.append(child);
  }
}

export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
}

export const byId = (id) => document.getElementById(id);

let counter = 0;
export const uniqueId = (prefix) => `${prefix}-${++counter}`;

export function toast(text) {
  const note = h('div', { class: 'toast' }, text,
    h('button', { type: 'button', class: 'toast-close', 'aria-label': 'Dismiss', onclick: () => note.remove() }, icon('close')));
  byId('toasts').append(note);
  setTimeout(() => note.remove(), 9000);
}

export function announce(text) {
  byId('live').textContent = text;
}

// A button with a menu under it; closes on Escape, on a choice and on a click elsewhere.
export function menu(label, glyph, items, className = 'icon') {
  const list = h('div', { class: 'menu', role: 'menu', hidden: true });
  const button = h('button', {
    type: 'button', class: className, 'aria-haspopup': 'menu', 'aria-expanded': 'false', 'aria-label': label, title: label,
  }, glyph);
  const close = (refocus) => {
    list.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', outside, true);
    if (refocus) button.focus();
  };
  const outside = (event) => { if (!box.contains(event.target)) close(false); };
  const open = () => {
    fill(list, items().map(([text, act, hint]) => h('button', {
      type: 'button', role: 'menuitem', class: 'menu-item', onclick: () => { close(true); act(); },
    }, h('span', {}, text), hint && h('small', {}, hint))));
    list.hidden = false;
    list.classList.toggle('up', button.getBoundingClientRect().bottom > window.innerHeight - 220);
    list.classList.toggle('right', button.getBoundingClientRect().left < 260);
    button.setAttribute('aria-expanded', 'true');
    document.addEventListener('pointerdown', outside, true);
    list.querySelector('button')?.focus();
  };
  button.addEventListener('click', () => (list.hidden ? open() : close(true)));
  list.addEventListener('keydown', (event) => {
    const all = [...list.querySelectorAll('button')];
    const at = all.indexOf(document.activeElement);
    if (event.key === 'Escape') { event.stopPropagation(); event.preventDefault(); close(true); }
    if (event.key === 'ArrowDown') { event.preventDefault(); all[(at + 1) % all.length].focus(); }
    if (event.key === 'ArrowUp') { event.preventDefault(); all[(at + all.length - 1) % all.length].focus(); }
    if (event.key === 'Tab') close(false);
  });
  const box = h('span', { class: 'menu-box' }, button, list);
  return box;
}

const PATHS = {
  reply: 'M4 5h12a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H9l-4 3v-3H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1z',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  bolt: 'M11 2 4 11.500h5L8 18l8-10h-5.500z',
  up: 'M6.5 9v8H3.500V9zM6.5 9l3.5-6.500c1.3 0 2 .8 2 2V8h4c1 0 1.6.8 1.4 1.700l-1.3 6c-.2.8-.8 1.3-1.6 1.300H6.5',
  down: 'M13.5 11V3h3v8zM13.5 11 10 17.500c-1.3 0-2-.8-2-2V12H4c-1 0-1.6-.8-1.4-1.700l1.3-6C4.1 3.5 4.7 3 5.5 3h8',
  menu: 'M3 5.500h14M3 10h14M3 14.500h14',
  close: 'M5 5l10 10M15 5 5 15',
  back: 'M12 4l-6 6 6 6',
  trash: 'M4 6h12M8 6V4h4v2M5.5 6l.7 10.500h7.600L14.5 6',
  pencil: 'M4 16l.800-3.500L13 4.300l2.7 2.700L7.5 15.200z',
  copy: 'M7 7h9v9H7zM4 13V4h9',
};

// A drawn sign; its button carries the words.
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', 'glyph-icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', PATHS[name] || PATHS.more);
  if (name === 'more') path.setAttribute('stroke-width', '2.6');
  svg.append(path);
  return svg;
}
