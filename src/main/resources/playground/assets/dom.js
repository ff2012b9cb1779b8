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
    h('button', { type: 'button', class: 'toast-close', 'aria-label': 'Dismiss', onclick: () => note.remove() }, '×'));
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
