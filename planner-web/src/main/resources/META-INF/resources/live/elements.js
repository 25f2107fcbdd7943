// What the pages of raters are made of, and how they ask the server.
import { url } from './outbox.js';

/** A small element builder: h('p', {class: 'a'}, 'text', child). */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'html') element.innerHTML = value; // only what the server has sanitised
    else if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

/** Whether a place does not show this yet; remembers it. Drawing again what stands there costs a layout, and the focus. */
export function isNews(place, ...what) {
  const key = JSON.stringify(what);
  if (place.dataset.shown === key) return false;
  place.dataset.shown = key;
  return true;
}

/** Writes a text where another one stands: the same once more would cost a layout and a picture, too. */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Seconds as a clock shows them. */
export const clock = seconds => {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3600);
  const rest = `${String(Math.floor(whole / 60) % 60).padStart(hours ? 2 : 1, '0')}:${String(whole % 60).padStart(2, '0')}`;
  return hours ? `${hours}:${rest}` : rest;
};

export async function getJson(path) {
  const answer = await fetch(url(path), { headers: { Accept: 'application/json' }, cache: 'no-store' });
  if (!answer.ok) throw Object.assign(new Error(path), { status: answer.status });
  return answer.json();
}

export async function post(path, body) {
  const answer = await fetch(url(path), {
    method: 'POST', headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-Planner': 'live' },
    body: JSON.stringify(body ?? {})
  });
  if (!answer.ok) throw Object.assign(new Error(path), { status: answer.status, body: await answer.json().catch(() => ({})) });
  return answer.json();
}
