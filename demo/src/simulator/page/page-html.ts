import { html } from 'hono/html';

/** The frame of the control page; the modules under `browser/` fill it and keep it current. */
export function pageHtml() {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Twilio simulator</title>
        <link rel="icon" href="/page/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/page/simulator.css" />
        <script type="module" src="/page/app.ts"></script>
      </head>
      <body>
        <a class="skip" href="#phones">Skip to the phones</a>
        <header>
          <h1>Twilio simulator</h1>
          <p class="live" id="live" role="status">Connecting</p>
          <label class="switch"
            ><input type="checkbox" role="switch" id="answering" /><span>Phones answer by themselves</span></label
          >
          <label class="pace"
            >after about
            <select id="pace">
              <option value="1000">1 second</option>
              <option value="5000">5 seconds</option>
              <option value="20000">20 seconds</option>
              <option value="120000">2 minutes</option>
              <option value="900000">15 minutes</option>
            </select></label
          >
          <button type="button" id="reset">Start over</button>
        </header>
        <section aria-label="Counts"><dl id="counts"></dl></section>
        <main>
          <section class="phones" id="phones" aria-labelledby="phones-head" tabindex="-1">
            <div class="head">
              <h2 id="phones-head">Phones <span id="phone-count" class="count"></span></h2>
              <label class="search"
                ><span class="hidden">Name or number</span
                ><input
                  type="search"
                  id="search"
                  placeholder="Name or number"
                  autocomplete="off"
                  spellcheck="false"
                /><kbd aria-hidden="true">/</kbd></label
              >
            </div>
            <ul id="cards"></ul>
            <p class="empty" id="no-phones" hidden></p>
          </section>
          <section class="device" aria-labelledby="device-name">
            <div class="device-head">
              <span class="avatar" id="avatar" aria-hidden="true"></span>
              <div>
                <h2 id="device-name">No phone is open</h2>
                <p id="device-number">Choose one, or write a number into the search.</p>
              </div>
            </div>
            <div class="device-settings" id="device-settings" hidden>
              <label
                >Who
                <select id="personality"></select
              ></label>
              <label class="switch"
                ><input type="checkbox" role="switch" id="answers" /><span>Answers by itself</span></label
              >
            </div>
            <ol id="thread" tabindex="0" aria-label="Texts"></ol>
            <form id="composer" hidden>
              <label
                >To
                <select id="to"></select
              ></label>
              <div class="quick" id="quick" role="group" aria-label="Quick texts"></div>
              <div class="write">
                <label class="grow"
                  ><span class="hidden">Text</span
                  ><textarea id="text" rows="1" maxlength="1600" placeholder="Text"></textarea>
                </label>
                <button type="submit" class="main">Send</button>
              </div>
              <p class="problem" id="problem" role="alert"></p>
            </form>
          </section>
          <section class="faults" aria-labelledby="faults-head">
            <div class="head">
              <h2 id="faults-head">Faults <span id="faults-on" class="count"></span></h2>
              <button type="button" id="no-faults">All off</button>
            </div>
            <div id="faults"></div>
            <h2>Log</h2>
            <ol id="notes"></ol>
          </section>
        </main>
      </body>
    </html>`;
}
