// The candidate's screen: reads the current question whenever the server says that something changed.
const question = document.getElementById('question');
const state = document.getElementById('state');
const base = location.pathname.replace(/\/$/, '');
let reading = false;
let again = false;

async function read() {
  if (reading) {
    again = true;
    return;
  }
  reading = true;
  do {
    again = false;
    try {
      const answer = await fetch(`${base}/question`, { cache: 'no-store' });
      if (answer.status === 404) {
        question.replaceChildren();
        state.textContent = 'This link has ended. Thank you.';
        stream?.close();
        return;
      }
      if (!answer.ok) throw new Error(String(answer.status));
      const { html } = await answer.json();
      question.className = html ? '' : 'waiting';
      if (html) question.innerHTML = html; // sanitised by the server
      else question.textContent = 'One moment…';
      state.textContent = '';
    } catch {
      state.textContent = 'No connection at the moment; trying again.';
      setTimeout(read, 2000);
    }
  } while (again);
  reading = false;
}

let stream;
function listen() {
  stream = new EventSource(`${base}/events`);
  stream.addEventListener('changed', read);
  stream.addEventListener('open', read);
  stream.addEventListener('error', () => {
    if (stream.readyState === EventSource.CLOSED) setTimeout(() => read().then(listen), 2000);
  });
}

read();
listen();
