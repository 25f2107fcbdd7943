// The candidate's screen: reads the current question whenever the server says that something changed, and goes on by
// itself after whatever cuts the connection.
const question = document.getElementById('question');
const state = document.getElementById('state');
const { waiting, ended, away } = document.body.dataset;
const base = location.pathname.replace(/\/$/, '');
const SILENCE_MS = 25_000; // the stream beats every ten seconds
let reading = false;
let again = false;
let over = false;
let shown = null;
let stream;
let silence;

function show(html) {
  if (html === shown) return;
  shown = html;
  question.className = html ? '' : 'waiting';
  if (html) question.innerHTML = html; // sanitised by the server
  else question.textContent = waiting;
  // Code that is wider than the screen scrolls, also by keys.
  for (const block of question.querySelectorAll('pre')) block.tabIndex = 0;
  scrollTo(0, 0);
}

async function read() {
  if (reading || over) {
    again = true;
    return;
  }
  reading = true;
  do {
    again = false;
    try {
      const answer = await fetch(`${base}/question`, { cache: 'no-store', signal: AbortSignal.timeout(8_000) });
      if (answer.status === 404) return end();
      if (!answer.ok) throw new Error(String(answer.status));
      show((await answer.json()).html);
      state.textContent = '';
    } catch {
      state.textContent = away;
      setTimeout(read, 1_500);
    }
  } while (again);
  reading = false;
}

function end() {
  over = true;
  clearTimeout(silence);
  stream?.close();
  shown = null;
  question.replaceChildren();
  state.textContent = ended;
}

function listen() {
  stream?.close();
  if (over) return;
  stream = new EventSource(`${base}/events`);
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(listen, SILENCE_MS);
  };
  heard();
  for (const event of ['changed', 'open']) {
    stream.addEventListener(event, () => {
      heard();
      read();
    });
  }
  stream.addEventListener('beat', heard);
  stream.addEventListener('error', () => {
    // The browser gives up for good after an answer that is no stream.
    if (stream.readyState === EventSource.CLOSED && !over) setTimeout(() => read().then(listen), 1_500);
  });
}

addEventListener('online', () => {
  read();
  listen();
});
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && read());
read();
listen();
