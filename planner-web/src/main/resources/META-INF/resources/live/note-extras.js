// What stands around a note: that it is full, and a version that did not fit in with it.
import { h, isNews } from './elements.js';
import { copy } from './notices.js';

/** A sentence that appears when nothing more fits into the note. */
export function fullNote(field, page) {
  const sentence = h('p', { class: 'live-evidence', role: 'status', hidden: true }, page.t('note.full', field.maxLength.toLocaleString()));
  // At the limit the browser drops what is typed or pasted without a word, and without an event after it.
  field.addEventListener('beforeinput', event => {
    const length = field.value.length - (field.selectionEnd - field.selectionStart) + (event.data?.length ?? 1);
    sentence.hidden = !event.inputType.startsWith('insert') || length <= field.maxLength;
  });
  return sentence;
}

export const besideBox = () => h('div', { class: 'live-beside', hidden: true });

/** Shows the versions that stand beside a note; leaves alone what it shows already. */
export function paintBeside(box, texts = [], page) {
  if (!isNews(box, texts)) return;
  box.hidden = texts.length === 0;
  box.replaceChildren(...texts.map(text => {
    const said = h('span', { class: 'muted', role: 'status' });
    return h('div', { class: 'live-beside-version', 'data-testid': 'beside' }, h('p', {}, page.t('note.beside', text.length.toLocaleString())),
      h('textarea', { class: 'live-note', readonly: true, 'aria-label': page.t('note.beside.label') }, text),
      h('button', { type: 'button', class: 'live-other', onclick: () => copy(text, said, page.t.bind(page)) }, page.t('outbox.copy')), said);
  }));
}
