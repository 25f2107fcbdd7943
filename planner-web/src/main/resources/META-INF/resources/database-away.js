// Looks every two seconds whether the product is well again, and then loads the page that was asked for.
customElements.define('database-away', class extends HTMLElement {
  connectedCallback() {
    this.timer = setInterval(() => this.look(), 2_000);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  async look() {
    try {
      const health = await fetch(new URL(this.getAttribute('health'), document.baseURI), { cache: 'no-store' });
      if (health.ok) {
        clearInterval(this.timer);
        location.reload();
      }
    } catch (problem) {
      console.debug('Not even the server answers.', problem);
    }
  }
});
